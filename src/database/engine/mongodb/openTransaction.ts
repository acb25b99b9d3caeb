import type { ClientSession, Db } from 'mongodb'

interface Adapter {
  sessions: Record<string, ClientSession | undefined>
  beginTransaction(this: unknown, options?: unknown): Promise<string | null>
}

/** Small, there from the first start on, and written at starts alone. One that is not there would be made, by some servers. */
const QUIET = 'payload-migrations'

/**
 * The server opens a transaction with the first command that reaches it, which the driver marks as the first. Payload asks
 * for much at once (access, hooks of fields, validateQueryPaths): whatever overtakes the first belongs to no transaction,
 * and is refused (NoSuchTransaction). So one command goes ahead, alone.
 */
export function openTransactions(adapter: object, db: () => Db): void {
  const own = adapter as Adapter
  const begin = own.beginTransaction
  own.beginTransaction = async function beginAndOpen(options) {
    const id = await begin.call(this, options)
    const session = id === null ? undefined : own.sessions[id]
    if (session?.inTransaction())
      await db()
        .collection(QUIET)
        .findOne({}, { projection: { _id: 1 }, session })
    return id
  }
}
