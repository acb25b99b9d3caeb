import type { CollectionSlug, Payload } from 'payload'
import type { NewDocument } from '@/contracts'

/** Writes on their way to the server at once: it works on them while the next are made ready. */
const AT_ONCE = 16

/** Writes new documents through the adapter, which knows their fields; several at once. A document is one write. */
export async function insertDocuments(
  payload: Payload,
  {
    collection,
    documents,
    onInserted,
  }: { collection: CollectionSlug; documents: NewDocument[]; onInserted?: () => void },
): Promise<void> {
  for (let start = 0; start < documents.length; start += AT_ONCE) {
    const batch = documents.slice(start, start + AT_ONCE).map(async ({ id, ...data }) => {
      await payload.db.create({ collection, customID: id, data, returning: false })
      onInserted?.()
    })
    await Promise.all(batch)
  }
}
