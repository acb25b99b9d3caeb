import type { PayloadRequest } from 'payload'

/** What somebody gets in by, and the stored fields that are other than before where it is. */
const SECRETS: Record<string, readonly string[]> = {
  password: ['hash'],
  apiKey: ['apiKeyIndex', 'enableAPIKey'],
}

type Stored = Record<string, unknown> & { id: string }
type Noted = Map<string, Stored | null>

/** As it is stored: documents that hooks are given have not all of these. */
const stored = (req: PayloadRequest, id: string) =>
  req.payload.db.findOne<Stored>({ collection: 'users', where: { id: { equals: id } }, req })

/** Before a user is changed: what they get in by, for {@link changedSecrets}. */
export async function noteSecrets(req: PayloadRequest, id: string): Promise<void> {
  const noted = (req.context.secretsBefore ?? new Map()) as Noted
  req.context.secretsBefore = noted
  noted.set(id, await stored(req, id))
}

/**
 * By which of their secrets a user gets in otherwise than before: a new password, a key that was given, changed or ended.
 * The log names it, never its value or its digest.
 */
export async function changedSecrets(req: PayloadRequest, id: string): Promise<string[]> {
  const noted = req.context.secretsBefore as Noted | undefined
  const before = noted?.get(id)
  if (!before) return []
  noted?.delete(id)
  const now = await stored(req, id)
  const isOther = (field: string) => (now?.[field] || null) !== (before[field] || null)
  return Object.entries(SECRETS).flatMap(([name, fields]) => (fields.some(isOther) ? [name] : []))
}
