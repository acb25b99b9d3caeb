import type { Payload } from 'payload'
import type { DocumentChange } from '@/contracts'
import { giveWay } from '@/lib/giveWay'
import type { Connection } from './connection'
import { appendStatement } from './events'
import { Recorder } from './recorder'

/** Documents that are changed together: each may come with two versions. */
const BATCH = 20

/** Changes documents, a batch at a time and each batch with its versions and events in one transaction. */
export async function changeDocuments(
  connection: Connection,
  payload: Payload,
  { collection, changes }: { collection: string; changes: DocumentChange[] },
): Promise<void> {
  for (let start = 0; start < changes.length; start += BATCH) {
    const batch = changes.slice(start, start + BATCH)
    const recorder = new Recorder(payload)
    for (const { id, data, versions = [] } of batch) {
      for (const { data: versionData, ...times } of versions)
        await recorder.asked.createVersion({
          collectionSlug: collection,
          parent: id,
          versionData,
          autosave: false,
          returning: false,
          ...times,
        })
      await recorder.asked.updateOne({ collection, id, data, returning: false })
    }
    const events = batch.flatMap((change) => change.events ?? []).map(appendStatement)
    connection.transaction(() => {
      recorder.write(connection)
      for (const { sql, args } of events) connection.rows(sql, args)
    })
    // Nothing above waits for anything: others have a turn between two batches.
    await giveWay()
  }
}
