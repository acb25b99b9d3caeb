import { MongoServerError } from 'mongodb'
import { Conflict } from '@/errors'

const WRITE_CONFLICT = 112

/** What of Payload's adapter writes into one document or many. */
const WRITES = ['create', 'updateOne', 'updateMany', 'deleteOne', 'deleteMany', 'createVersion'] as const

type Write = (this: unknown, args: unknown) => Promise<unknown>

/** By code and by label: servers differ in which they send. */
const isWriteConflict = (error: unknown): boolean =>
  error instanceof MongoServerError &&
  (error.code === WRITE_CONFLICT || error.hasErrorLabel('TransientTransactionError'))

/**
 * Of two transactions that change the same document one is refused by the server. Nothing of it is written, and who asked
 * may ask again: that is a conflict, not a fault of ours.
 * @see https://www.mongodb.com/docs/manual/core/transactions-production-consideration/#in-progress-transactions-and-write-conflicts
 */
export function translateWriteConflicts(adapter: object): void {
  const writes = adapter as Record<string, Write>
  for (const name of WRITES) {
    const write = writes[name] as Write
    writes[name] = async function writeOrConflict(args) {
      try {
        return await write.call(this, args)
      } catch (error) {
        if (!isWriteConflict(error)) throw error
        throw new Conflict('Somebody changed the same at the same moment. Nothing was saved: try again.')
      }
    }
  }
}
