import type { CollectionBeforeOperationHook } from 'payload'
import { ShowrunnerError } from '@/errors'
import { canSendMail } from '@/lib/canSendMail'

/**
 * Payload answers that a mail with a new password is on its way where none can be sent. Said of every address alike:
 * nobody learns from it who has an account.
 *
 * @throws {ShowrunnerError} 501, where no mail can be sent
 */
export const refuseUnsentMail: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { disableEmail } = args as { disableEmail?: boolean }
  if (operation !== 'forgotPassword' || disableEmail || canSendMail(req.payload)) return args
  throw new ShowrunnerError(
    'no-mail',
    'This server sends no mail, so none was sent. An admin of the studio can set a new password for you.',
    501,
  )
}
