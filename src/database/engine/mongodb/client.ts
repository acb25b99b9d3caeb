import { type Collection, type Db, type Document, MongoServerError, ObjectId } from 'mongodb'

/** Gives the connected database, or throws where Payload has not connected yet. */
export type GetDb = () => Db

/**
 * A collection as the queue needs it: without a session, and always read from the primary. A fence that was
 * checked on a secondary is no fence, whatever read preference stands in DATABASE_URI.
 */
export function nativeCollection<Doc extends Document>(db: GetDb, name: string): Collection<Doc> {
  return db().collection<Doc>(name, { readPreference: 'primary' })
}

/** A stored id from one at the interface; null for text that cannot be an id, which then names nothing. */
export function parseId(id: string): ObjectId | null {
  return /^[0-9a-f]{24}$/i.test(id) ? new ObjectId(id) : null
}

/**
 * A stored id for a relationship that is about to be written.
 *
 * @throws where it cannot be an id: a reference to nothing must not get into the database.
 */
export function toId(id: string): ObjectId {
  const parsed = parseId(id)
  if (!parsed) throw new Error(`“${id}” is not an id of this database.`)
  return parsed
}

/** An id at the interface; null where there is none. */
export const fromId = (id: ObjectId | null | undefined): string | null => id?.toHexString() ?? null

const DUPLICATE_KEY = 11000

/** Whether an insert or upsert met a unique index: somebody else was first. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof MongoServerError && error.code === DUPLICATE_KEY

/**
 * A value as JSON keeps it, which is what SQLite stores: dates become text, undefined is left out. Without it
 * one task's input would come back differently from each engine.
 */
export const plainJson = (value: unknown): unknown =>
  value === undefined || value === null ? null : JSON.parse(JSON.stringify(value))

/** Runs `work` over the values, a few at once; results in the order of the values. */
export async function mapFew<Value, Result>(
  values: readonly Value[],
  work: (value: Value) => Promise<Result>,
  atOnce = 16,
): Promise<Result[]> {
  const results: Result[] = []
  for (let from = 0; from < values.length; from += atOnce) {
    results.push(...(await Promise.all(values.slice(from, from + atOnce).map(work))))
  }
  return results
}
