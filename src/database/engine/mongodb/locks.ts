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
 * Locks as documents whose id is their name. A lock that is the caller's own or has run out is taken by an
 * update, one that nobody holds by an insert; where somebody holds it, the update matches nothing and the
 * unique id refuses the insert: that is the loser. Two plain steps, because an upsert whose filter is more
 * than the id makes every loser an error inside the server, which some servers retry for seconds.
 */
export function mongodbLockStore(db: GetDb): LockStore {
  const locks = () => nativeCollection<LockDocument>(db, LOCKS)
  return {
    async acquire(name, token, seconds) {
      const now = new Date()
      const lease = { token, expiresAt: new Date(now.getTime() + seconds * 1000) }
      const { matchedCount } = await locks().updateOne(
        { _id: name, $or: [{ expiresAt: { $lt: now } }, { token }] },
        { $set: lease },
      )
      if (matchedCount === 1) return true
      try {
        await locks().insertOne({ _id: name, ...lease })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
    async isHeld(name) {
      return (await locks().findOne({ _id: name, expiresAt: { $gte: new Date() } })) !== null
    },
    async release(name, token) {
      await locks().deleteOne({ _id: name, token })
    },
  }
}
