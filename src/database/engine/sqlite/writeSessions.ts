import type { Payload } from 'payload'
import type { Connection } from './connection'
import { inTurn } from './inTurn'
import { Recorder } from './recorder'

interface Update {
  id?: string | number
  collection: string
  data: Record<string, unknown>
  returning?: boolean
  [other: string]: unknown
}

interface WritingAdapter {
  payload: Payload
  updateOne(args: Update): Promise<unknown>
  findOne(args: object): Promise<unknown>
}

/**
 * Writes a user together with the sessions in one transaction. The adapter takes out the rows of the sessions with one
 * statement and puts them back with another: whoever was authenticated in between would have none, and be refused.
 *
 * What the database refuses, such as a taken address, is left to the adapter, which says why; nothing is written by then.
 */
export function withWholeSessions(adapter: WritingAdapter, connection: () => Connection): void {
  const { updateOne } = adapter
  adapter.updateOne = async function updateWhole(this: WritingAdapter, args: Update) {
    const { id, collection, data, returning, select, joins, locale, req } = args
    const { auth } = adapter.payload.collections[collection as 'users'].config
    if (id === undefined || !auth?.useSessions || !Array.isArray(data.sessions))
      return updateOne.call(this, args)
    const recorder = new Recorder(adapter.payload)
    await updateOne.call(recorder.asked as unknown as WritingAdapter, { ...args, returning: false })
    try {
      await inTurn(() => connection().transaction(() => recorder.write(connection())))
    } catch (error) {
      if (!String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) throw error
      return updateOne.call(this, args)
    }
    if (returning === false) return null
    return adapter.findOne({ collection, where: { id: { equals: id } }, select, joins, locale, req })
  }
}
