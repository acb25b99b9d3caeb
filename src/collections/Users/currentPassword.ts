import type { CollectionBeforeOperationHook, TextField } from 'payload'
import { actorOf } from '@/access'
import { ShowrunnerError } from '@/errors'
import { limited } from './limits'
import { isPasswordOf } from './passwordDigest'
import { isGiven } from './passwords'

const FIELD = 'currentPassword'

/**
 * Asked for in one's own form, below the address (`src/admin/password`), and looked at once: it is nowhere kept and never
 * answered. Forms know nothing of it, as of Payload's own field of a new password: what the form's server found right
 * in it would take away what is wrong with it.
 */
export const currentPasswordField: TextField = {
  name: FIELD,
  type: 'text',
  virtual: true,
  hooks: { afterRead: [() => undefined] },
  admin: { disabled: true },
}

interface Account {
  id: string
  email: string
  hash?: string | null
  salt?: string | null
}

interface Sent {
  currentPassword?: unknown
  email?: unknown
  password?: unknown
}

/** As Payload stores an address. */
const stored = (email: unknown): unknown => (typeof email === 'string' ? email.toLowerCase().trim() : email)

/** Forms show the message as it is, and mark the field by `errors`. */
function refusal(message: string): ShowrunnerError {
  const problems = [{ field: FIELD, message }]
  const errors = [{ path: FIELD, message }]
  return new ShowrunnerError('validation-failed', `${message} Nothing was changed.`, 400, {
    problems,
    errors,
  })
}

/** Whom a question for many means is known only as they are changed: one's own account could be among them by then. */
const refuseOfMany = (): never => {
  const message = 'A password or an address is changed of one user at a time'
  throw new ShowrunnerError('validation-failed', `${message}. Nothing was changed.`, 400, {
    problems: [{ field: 'where', message }],
  })
}

/** By what somebody would get in: the password, and the address, to which a new password is sent. */
const changedWays = ({ password, email }: Sent, account: Account): string[] => [
  ...(isGiven(password) ? ['password'] : []),
  ...(email !== undefined && stored(email) !== account.email ? ['address'] : []),
]

/**
 * Who finds somebody signed in, or has their session, does not make the account their own: a new password, and a new
 * address, want the current password. An admin who sets somebody else's need not know it.
 *
 * @throws {ShowrunnerError} 400
 * @throws {TooManyTries}
 */
export const askCurrentPassword: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  const { data, id } = args as { data?: Sent | null; id?: unknown }
  const isWritten = operation === 'create' || operation.startsWith('update')
  if (!isWritten || !data) return args
  const { [FIELD]: current, ...rest } = data
  const asked = { ...args, data: rest } as typeof args
  const actor = actorOf(req)
  if (overrideAccess || operation === 'create' || !actor) return asked
  if (!isGiven(rest.password) && rest.email === undefined) return asked
  if (id === undefined) refuseOfMany()
  if (String(id) !== actor.id) return asked
  const own = { collection: 'users', where: { id: { equals: actor.id } }, req } as const
  const account = await req.payload.db.findOne<Account>(own)
  const ways = account ? changedWays(rest, account) : []
  if (!account || ways.length === 0) return asked
  if (typeof current !== 'string' || current === '')
    throw refusal(`Type your current password, too, to change your own ${ways.join(' and ')}.`)
  if (!(await limited.knowsPassword(req, account.email, () => isPasswordOf(account, current))))
    throw refusal('That is not your current password.')
  return asked
}
