import type { Payload, PayloadRequest } from 'payload'
import { Conflict } from '@/errors'
import type { Connection } from './connection'
import { inTurn } from './inTurn'
import { type AsRead, readsOf } from './readsOf'
import { Recorder } from './recorder'

interface Update {
  id?: string | number
  collection: string
  data: Record<string, unknown>
  returning?: boolean
  req?: Pick<PayloadRequest, 'context'>
  [other: string]: unknown
}

interface WritingAdapter {
  payload: Payload
  tables: Record<string, unknown>
  tableNameMap: Map<string, string>
  updateOne(args: Update): Promise<unknown>
  findOne(args: object): Promise<unknown>
}

/** As Payload's adapter names it in {@link WritingAdapter.tableNameMap}. */
const tableKey = (collection: string) => collection.replaceAll('-', '_')

/**
 * Writes a document, with its lists and relationships, in one transaction. The adapter does it in several statements:
 * whoever reads in between sees a document without its rows (a user without sessions, who is refused), and a process
 * that ends in between leaves it so.
 *
 * Payload writes the whole document as it was read a little before. What somebody else has changed since would be taken
 * back without a word, so it is compared in the same transaction; a transaction of MongoDB does so by itself.
 *
 * What the database refuses, such as a taken address, is left to the adapter, which says why; nothing is written by then.
 */
export function withWholeDocuments(adapter: WritingAdapter, connection: () => Connection): void {
  const { updateOne } = adapter
  adapter.updateOne = async function updateWhole(this: WritingAdapter, args: Update) {
    const { id, collection, data, returning, select, joins, locale, req } = args
    // A few columns of a row, as counts are: one statement anyway. Of sessions Payload says `null`: the user is as before.
    if (id === undefined || data.updatedAt === undefined) return updateOne.call(this, args)
    const read = readsOf(req, collection, id)
    const recorder = new Recorder(adapter.payload)
    await updateOne.call(recorder.asked as unknown as WritingAdapter, { ...args, returning: false })
    const table = adapter.tableNameMap.get(tableKey(collection))
    try {
      const isThere = await inTurn(() =>
        connection().transaction(() => {
          const [row] = connection().rows<{ updated_at: string }>(
            `SELECT updated_at FROM "${table}" WHERE id = ?`,
            [id],
          )
          if (!row) return false
          assertUnchanged(read, row.updated_at)
          recorder.write(connection())
          return true
        }),
      )
      if (!isThere) return null
    } catch (error) {
      if (!String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) throw error
      return updateOne.call(this, args)
    }
    if (data.updatedAt) read?.add(String(data.updatedAt))
    if (returning === false) return null
    return adapter.findOne({ collection, where: { id: { equals: id } }, select, joins, locale, req })
  }
}

/** @throws {Conflict} where somebody else has written since it was read */
function assertUnchanged(read: AsRead | undefined, stored: string): void {
  if (read && !read.has(stored))
    throw new Conflict('Somebody changed the same at the same moment. Nothing was saved: try again.')
}
