import type { Payload } from 'payload'

type Work = () => Promise<void>

/** What of Payload's adapter ends a transaction. Its id may come as a promise. */
interface Adapter {
  payload: Payload
  sessions: Record<string, { inTransaction(): boolean } | undefined>
  commitTransaction(this: unknown, id: unknown): Promise<void>
  rollbackTransaction(this: unknown, id: unknown): Promise<void>
}

/**
 * Keeps work until the transaction that it follows from is committed, and forgets it where that is rolled back. Of work
 * under one name the last is done, once. It cannot take back what is committed: what fails in it is logged.
 *
 * @returns how work is given
 */
export function workAfterCommit(
  adapter: object,
): (transactionId: string | null, name: string, work: Work) => Promise<void> {
  const own = adapter as Adapter
  const waiting = new Map<string, Map<string, Work>>()
  const take = (id: string): Work[] => {
    const work = [...(waiting.get(id)?.values() ?? [])]
    waiting.delete(id)
    return work
  }
  const commit = own.commitTransaction
  own.commitTransaction = async function commitAndGoOn(given) {
    const id = String(await given)
    try {
      await commit.call(this, given)
    } catch (error) {
      waiting.delete(id)
      throw error
    }
    for (const work of take(id)) {
      await work().catch((error) => own.payload.logger.error({ err: error }, 'After a change was committed'))
    }
  }
  const rollback = own.rollbackTransaction
  own.rollbackTransaction = async function rollbackAndForget(given) {
    waiting.delete(String(await given))
    await rollback.call(this, given)
  }
  return async (transactionId, name, work) => {
    if (transactionId === null || !own.sessions[transactionId]?.inTransaction()) return work()
    const ofTransaction = waiting.get(transactionId) ?? new Map<string, Work>()
    waiting.set(transactionId, ofTransaction.set(name, work))
  }
}
