import { randomBytes } from 'node:crypto'
import type { CollectionBeforeOperationHook } from 'payload'
import { isWorker } from '@/access'
import { Forbidden, ValidationError } from '@/errors'

/** As NIST SP 800-63B has it for passwords that people choose. Payload takes three characters. */
const SHORTEST = 8

/**
 * Looks at a password that is chosen: of a new user, a changed one, or after it was forgotten. A worker chooses none: who
 * came in by its key would have another way in once the key is ended.
 *
 * @throws {Forbidden}
 * @throws {ValidationError}
 */
export const checkPassword: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (!(operation === 'create' || operation.startsWith('update') || operation === 'resetPassword'))
    return args
  const { password } = (args as { data?: { password?: unknown } | null }).data ?? {}
  // A form whose field was left empty.
  if (password === undefined || password === null || (password === '' && operation !== 'create')) return args
  if (!overrideAccess && operation.startsWith('update') && isWorker(req))
    throw new Forbidden('A worker signs in by its key. Its password is for an admin of the studio to set.')
  if (typeof password !== 'string' || [...password].length < SHORTEST)
    throw new ValidationError([{ field: 'password', message: `must have at least ${SHORTEST} characters` }])
  return args
}

/** A form sends an empty text where nothing was typed. */
export const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** A worker signs in by its key: who makes one need not think of a password, and nobody knows the one that it gets. */
export const giveWorkerPassword: CollectionBeforeOperationHook = ({ args, operation }) => {
  const { data } = args as { data?: { password?: unknown; role?: unknown } | null }
  if (operation !== 'create' || data?.role !== 'worker') return args
  if (isGiven(data.password)) return args
  return { ...args, data: { ...data, password: randomBytes(32).toString('base64url') } } as typeof args
}
