import { setTimeout as sleep } from 'node:timers/promises'
import type { Migration, Payload } from 'payload'
import { v7 as uuid } from 'uuid'
import type { LockStore } from '@/contracts'
import { mongodbMigrations } from '@/database/migrations/mongodb'
import { rollBack } from '@/database/migrations/rollBack'
import { DatabaseUnavailable } from '@/errors'

const LOCK = 'migrations'
/** Renewed while the work goes on: whoever is killed in a migration holds up the rest for this long. */
const LEASE_SECONDS = 15
const GIVE_UP_MS = 600_000

async function pending(payload: Payload): Promise<Migration[]> {
  if (mongodbMigrations.length === 0) return []
  const { docs } = await payload.find({ collection: 'payload-migrations', pagination: false, depth: 0 })
  const done = new Set(docs.map(({ name }) => name))
  return mongodbMigrations.filter(({ name }) => !done.has(name))
}

/** @returns whether the lock was to be had, and the work done. */
async function underLock(locks: LockStore, token: string, work: () => Promise<unknown>): Promise<boolean> {
  const acquire = () => locks.acquire(LOCK, token, LEASE_SECONDS)
  if (!(await acquire())) return false
  const renew = setInterval(() => void acquire().catch(() => undefined), (LEASE_SECONDS * 1000) / 3)
  try {
    await work()
    return true
  } finally {
    clearInterval(renew)
    await locks.release(LOCK, token)
  }
}

/**
 * Runs the migrations that this database has not had. Of many processes that start at once, one runs them;
 * the others wait until there are none left. Where there are none, nobody waits and no lock is taken.
 *
 * @throws {DatabaseUnavailable} where another process is still at it after ten minutes
 */
export async function migrate(payload: Payload, locks: LockStore): Promise<void> {
  const token = uuid()
  const giveUpAt = Date.now() + GIVE_UP_MS
  while ((await pending(payload)).length > 0) {
    const isDone = await underLock(locks, token, async () =>
      payload.db.migrate({ migrations: await pending(payload) }),
    )
    if (isDone) return
    if (Date.now() > giveUpAt)
      throw new DatabaseUnavailable('Another process has been migrating the database for ten minutes.')
    await sleep(500)
  }
}

/** See `DatabaseEngine.rollBack`. @throws {DatabaseUnavailable} where another process is migrating */
export async function rollBackNewest(payload: Payload, locks: LockStore): Promise<string | null> {
  let taken: string | null = null
  const isDone = await underLock(locks, uuid(), async () => {
    taken = await rollBack(payload, mongodbMigrations)
  })
  if (!isDone) throw new DatabaseUnavailable('Another process is migrating the database. Try again.')
  return taken
}
