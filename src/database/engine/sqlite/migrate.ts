import type { Migration, Payload } from 'payload'
import { rollBack } from '@/database/migrations/rollBack'
import { sqliteMigrations } from '@/database/migrations/sqlite'
import type { Connection } from './connection'

const migrations = sqliteMigrations as unknown as Migration[]

/** Those that this file has not had; all of them in a file that is new. */
function pending({ rows }: Connection): Migration[] {
  const isNew = rows("SELECT 1 FROM sqlite_master WHERE name = 'payload_migrations'").length === 0
  const done = isNew ? [] : rows<{ name: string }>('SELECT name FROM payload_migrations')
  return migrations.filter(({ name }) => !done.some((record) => record.name === name))
}

/**
 * One migration with its record, as one transaction: a process that is killed in it leaves the file as it was, not with
 * half of the new tables, at which every later start would fail.
 *
 * Foreign keys are off meanwhile, as SQLite's documentation of ALTER TABLE has it: a table that is made anew is dropped
 * first, which would delete the rows of others that point at it. They are checked before the end.
 */
async function atomically<Result>(
  { rows, change }: Connection,
  work: () => Promise<Result>,
): Promise<Result> {
  const dangling = () => rows<{ table: string }>('PRAGMA foreign_key_check')
  // Before the transaction: inside of one it would do nothing.
  rows('PRAGMA foreign_keys = OFF')
  try {
    const before = dangling().length
    change('BEGIN IMMEDIATE')
    try {
      const result = await work()
      const after = dangling()
      if (after.length > before) {
        const tables = [...new Set(after.map(({ table }) => table))].join(', ')
        throw new Error(`A migration left rows that point at nothing, in ${tables}.`)
      }
      change('COMMIT')
      return result
    } catch (error) {
      change('ROLLBACK')
      throw error
    }
  } finally {
    rows('PRAGMA foreign_keys = ON')
  }
}

/** Runs the migrations that the file has not had, oldest first, each whole or not at all. */
export async function migrate(payload: Payload, connection: Connection): Promise<void> {
  for (const migration of pending(connection))
    await atomically(connection, () => payload.db.migrate({ migrations: [migration] }))
}

/** See `DatabaseEngine.rollBack`: whole or not at all, too. */
export const rollBackNewest = (payload: Payload, connection: Connection): Promise<string | null> =>
  atomically(connection, () =>
    rollBack(payload, migrations, { db: (payload.db as unknown as { drizzle: unknown }).drizzle }),
  )
