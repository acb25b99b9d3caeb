import type { CollectionSlug, Payload } from 'payload'
import type { DocumentChange, EventStore } from '@/contracts'

/** Documents on their way to the server at once: it works on them while the next are made ready. */
const AT_ONCE = 16

/** Changes documents through the adapter, which knows their fields; several at once. */
export async function changeDocuments(
  events: EventStore,
  payload: Payload,
  { collection, changes }: { collection: CollectionSlug; changes: DocumentChange[] },
): Promise<void> {
  for (let start = 0; start < changes.length; start += AT_ONCE) {
    const batch = changes.slice(start, start + AT_ONCE)
    await Promise.all(batch.map((change) => changeOne(payload, collection, change)))
    const recorded = batch.flatMap((change) => change.events ?? [])
    if (recorded.length > 0) await events.append(recorded)
  }
}

async function changeOne(
  payload: Payload,
  collection: CollectionSlug,
  { id, data, versions = [] }: DocumentChange,
): Promise<void> {
  for (const { data: versionData, ...times } of versions)
    await payload.db.createVersion({
      collectionSlug: collection,
      parent: id,
      versionData: versionData as never,
      autosave: false,
      returning: false,
      ...times,
    })
  await payload.db.updateOne({ collection, id, data, returning: false })
}
