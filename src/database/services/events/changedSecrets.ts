import type { PayloadRequest } from 'payload'

type Doc = Record<string, unknown>

/** What somebody gets in by, and the stored fields that are other than before where it is. */
const SECRETS: Record<string, readonly string[]> = {
  password: ['hash'],
  apiKey: ['apiKeyIndex', 'enableAPIKey'],
}

/**
 * By which of their secrets a user gets in otherwise than before: a new password, a key that was given, changed or ended.
 * The log names it, never its value or its digest.
 */
export async function changedSecrets(
  req: PayloadRequest,
  collection: string,
  previousDoc: Doc | null,
): Promise<string[]> {
  if (collection !== 'users' || !previousDoc) return []
  // As it is stored: answers have none of these.
  const now = await req.payload.db.findOne<Doc & { id: string }>({
    collection,
    where: { id: { equals: previousDoc.id } },
    req,
  })
  const isOther = (field: string) => (now?.[field] || null) !== (previousDoc[field] || null)
  return Object.entries(SECRETS).flatMap(([name, fields]) => (fields.some(isOther) ? [name] : []))
}
