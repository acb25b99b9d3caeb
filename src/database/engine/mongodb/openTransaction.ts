import type { ClientSession, Db } from 'mongodb'

interface Args {
  req?: { transactionID?: unknown }
}
type Operation = (this: unknown, args: Args) => Promise<unknown>

/** What of Payload's adapter reads and writes within the transaction of a request. */
const OPERATIONS = [
  'count',
  'countVersions',
  'create',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'find',
  'findDistinct',
  'findOne',
  'findVersions',
  'queryDrafts',
  'updateMany',
  'updateOne',
  'updateVersion',
] as const

/** Small, there from the first start on, and written at starts alone. One that is not there would be made, by some servers. */
const QUIET = 'payload-migrations'

/**
 * The server opens a transaction with the first command that reaches it, which the driver marks as the first. Payload asks
 * for much at once (access, hooks of fields, validateQueryPaths, a page and its count): whatever overtakes the first
 * belongs to no transaction, and is refused (NoSuchTransaction). So one command goes ahead, alone.
 *
 * With the first operation and not before: what Payload writes beside its own transaction, such as the token of who has
 * forgotten a password, is to be seen in it.
 */
export function openTransactions(adapter: object, db: () => Db): void {
  const own = adapter as Record<string, Operation> & { sessions: Record<string, ClientSession | undefined> }
  const opened = new WeakMap<ClientSession, Promise<unknown>>()
  for (const name of OPERATIONS) {
    const operation = own[name]
    if (!operation) continue
    own[name] = async function openFirst(args) {
      const id = await args?.req?.transactionID
      const session = id === undefined || id === null ? undefined : own.sessions?.[String(id)]
      if (session?.inTransaction()) {
        const opening =
          opened.get(session) ??
          db()
            .collection(QUIET)
            .findOne({}, { projection: { _id: 1 }, session })
        opened.set(session, opening)
        await opening
      }
      return operation.call(this, args)
    }
  }
}
