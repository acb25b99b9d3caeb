import { setTimeout as sleep } from 'node:timers/promises'
import type { Migration, Payload } from 'payload'
import { v7 as uuid } from 'uuid'
import type { LockStore } from '@/contracts'
import { mongodbMigrations } from '@/database/migrations/mongodb'
import { DatabaseUnavailable } from '@/errors'

const LOCK = 'migrations'
/** Longer than any migration may take: whoever dies in one holds up the rest for this long. */
const LOCK_SECONDS = 600

async function pending(payload: Payload): Promise<Migration[]> {
  if (mongodbMigrations.length === 0) return []
  const { docs } = await payload.find({ collection: 'payload-migrations', pagination: false, depth: 0 })
  const done = new Set(docs.map(({ name }) => name))
  return mongodbMigrations.filter(({ name }) => !done.has(name))
}

/**
 * Runs the migrations that this database has not had. Of many processes that start at once, one runs them;
 * the others wait until there are none left. Where there are none, nobody waits and no lock is taken.
 *
 * @throws {DatabaseUnavailable} where another process is still at it after the lock's time.
 */
export async function migrate(payload: Payload, locks: LockStore): Promise<void> {
  const token = uuid()
  const giveUpAt = Date.now() + LOCK_SECONDS * 1000
  while ((await pending(payload)).length > 0) {
    if (await locks.acquire(LOCK, token, LOCK_SECONDS)) {
      try {
        await payload.db.migrate({ migrations: await pending(payload) })
      } finally {
        await locks.release(LOCK, token)
      }
      return
    }
    if (Date.now() > giveUpAt) {
      throw new DatabaseUnavailable('Another process has been migrating the database for ten minutes.')
    }
    await sleep(500)
  }
}
