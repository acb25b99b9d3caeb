import type { LockStore } from '@/contracts'
import { type GetDb, isDuplicateKey, nativeCollection } from './client'

export interface LockDocument {
  _id: string
  token: string
  expiresAt: Date
}

/** No Payload collection: nobody but the engine reads it. */
export const LOCKS = 'showrunner_locks'

/**
 * Locks as documents whose id is their name. A free or expired lock is taken by the upsert; where somebody
 * holds it, nothing matches, the upsert becomes an insert, and the unique id refuses it: that is the loser.
 */
export function mongodbLockStore(db: GetDb): LockStore {
  const locks = () => nativeCollection<LockDocument>(db, LOCKS)
  return {
    async acquire(name, token, seconds) {
      const now = new Date()
      try {
        await locks().updateOne(
          { _id: name, $or: [{ expiresAt: { $lt: now } }, { token }] },
          { $set: { token, expiresAt: new Date(now.getTime() + seconds * 1000) } },
          { upsert: true },
        )
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
    async release(name, token) {
      await locks().deleteOne({ _id: name, token })
    },
  }
}
