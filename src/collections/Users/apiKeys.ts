import type { CollectionBeforeChangeHook, Field, FieldAccess, FieldHook, Payload, TypedUser } from 'payload'
import { isAdmin } from '@/access'
import { Forbidden, ValidationError } from '@/errors'

/** What a program is called by has no end of life of its own, so it must not be one that can be guessed. */
const SHORTEST = 32
const LONGEST = 128

interface Account {
  id: string
  role?: string | null
}

/** An admin of the studio gives keys, and to workers alone: everybody else signs in as themselves. */
const mayGiveKey: FieldAccess<Account> = ({ req, data, doc }) =>
  isAdmin(req) && (doc?.role ?? data?.role) === 'worker'

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/**
 * Payload takes out what a field's access refuses and answers as if it had been done.
 *
 * @throws {Forbidden} for who is no admin
 * @throws {ValidationError} where the account is no worker's, or the key can be guessed
 */
const refuseKey: FieldHook = ({ data, originalDoc, overrideAccess, req, siblingData, value }) => {
  // Who sends back what was read changes nothing.
  const isOn = originalDoc?.enableAPIKey === true
  const isTurnedOn = siblingData.enableAPIKey === true && !isOn
  const isTurnedOff = siblingData.enableAPIKey === false && isOn
  if (!isGiven(siblingData.apiKey) && !isTurnedOn && !isTurnedOff) return value
  if (!overrideAccess && !isAdmin(req))
    throw new Forbidden('API keys are given and ended by an admin of the studio alone. Nothing was saved.')
  if (isTurnedOff && !isGiven(siblingData.apiKey)) return value
  if ((data?.role ?? originalDoc?.role) !== 'worker')
    throw new ValidationError([
      { field: 'apiKey', message: 'is for workers alone: people sign in by address and password' },
    ])
  const key = siblingData.apiKey
  if (isGiven(key) && (typeof key !== 'string' || key.length < SHORTEST || key.length > LONGEST))
    throw new ValidationError([
      { field: 'apiKey', message: `must have ${SHORTEST} to ${LONGEST} characters, all of them random` },
    ])
  return value
}

/** Who is given a key has one, whatever was so before. */
const onWithKey: FieldHook = ({ siblingData, value }) => (isGiven(siblingData.apiKey) ? true : value)

/** A key is known again by its digest (`apiKeyIndex`). Payload keeps it beside that so that it can be read again. */
const forgetKey: FieldHook = ({ value }) => (value === undefined ? undefined : null)

/** Payload's own fields, which it adds the rest to. */
export const apiKeyFields: Field[] = [
  {
    name: 'enableAPIKey',
    type: 'checkbox',
    label: 'Has an API key',
    // Payload's buttons for keys take it out of the form, and a form draws what it knows nothing of as a box.
    admin: { disabled: true },
    hooks: { beforeValidate: [refuseKey, onWithKey] },
  },
  {
    name: 'apiKey',
    type: 'text',
    label: 'API key',
    access: { create: mayGiveKey, update: mayGiveKey },
    hooks: { beforeValidate: [refuseKey], beforeChange: [forgetKey] },
  },
]

/**
 * Two with one key would each do what is noted as the other's.
 *
 * @throws {ValidationError}
 */
export const keepKeysApart: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { apiKeyIndex } = data as { apiKeyIndex?: string | null }
  if (!apiKeyIndex) return data
  const other = await req.payload.db.findOne<Account>({
    collection: 'users',
    where: { apiKeyIndex: { equals: apiKeyIndex } },
    select: { id: true },
    req,
  })
  if (other && String(other.id) !== String(originalDoc?.id ?? ''))
    throw new ValidationError([{ field: 'apiKey', message: 'is taken already: make another one' }])
  return data
}

/** Whoever came in by a key that leaked is out with it, also where they have signed in since. */
export const endSessionsWithKey: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  // A digest is there where a key was sent.
  const isEnded =
    originalDoc?.enableAPIKey === true &&
    (data.enableAPIKey === false || typeof (data as { apiKeyIndex?: unknown }).apiKeyIndex === 'string')
  return operation === 'update' && isEnded ? { ...data, sessions: [] } : data
}

/** Who is no worker any more has no key any more. */
export const endKeyWithRole: CollectionBeforeChangeHook = ({ data, originalDoc }) =>
  originalDoc?.role === 'worker' && (data.role ?? 'worker') !== 'worker'
    ? { ...data, enableAPIKey: false, apiKey: null, apiKeyIndex: null }
    : data

/**
 * Refuses the keys of whoever is no worker, also those from before keys were for workers alone, and however their role
 * was changed. Call it once Payload has made its ways to sign in (`BasePayload.init`), which nobody else can add to.
 */
export function keysForWorkersAlone(payload: Payload): void {
  const strategy = payload.authStrategies.find(({ name }) => name === 'users-api-key')
  if (!strategy) throw new Error('Payload has no sign-in by API key any more.')
  const { authenticate } = strategy
  strategy.authenticate = async (args) => {
    const answer = await authenticate(args)
    return (answer.user as TypedUser | null)?.role === 'worker' ? answer : { ...answer, user: null }
  }
}
