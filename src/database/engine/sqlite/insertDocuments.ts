import type { Payload } from 'payload'
import type { NewDocument } from '@/contracts'
import { giveWay } from '@/lib/giveWay'
import type { Connection } from './connection'
import { Recorder } from './recorder'

/** Documents that are written together: few enough that nobody waits for them. */
const BATCH = 20

/** Writes new documents, a batch at a time and each batch in one transaction. */
export async function insertDocuments(
  connection: Connection,
  payload: Payload,
  {
    collection,
    documents,
    onInserted,
  }: { collection: string; documents: NewDocument[]; onInserted?: () => void },
): Promise<void> {
  for (let start = 0; start < documents.length; start += BATCH) {
    const batch = documents.slice(start, start + BATCH)
    const recorder = new Recorder(payload)
    for (const { id, ...data } of batch)
      await recorder.asked.create({ collection, customID: id, data, returning: false })
    connection.transaction(() => recorder.write(connection))
    for (const _document of batch) onInserted?.()
    // Nothing above waits for anything: others have a turn between two batches.
    await giveWay()
  }
}
