import path from 'node:path'
import { DatabaseUnavailable } from '@/errors'
import { databaseFileOf } from '@/lib/databaseFile'
import { ensureFolder, FolderUnusable } from '@/lib/folder'
import { type Connection, connect } from './connection'

const codeOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string }
  return `${code ?? ''} ${message ?? ''}`
}

/** Says in plain words why a database file cannot be opened. */
function explain(error: unknown, file: string): Error {
  if (error instanceof FolderUnusable) {
    return new DatabaseUnavailable(`The database ${file} cannot be opened (DATABASE_URI): ${error.message}`)
  }
  const text = codeOf(error)
  if (/BUSY|locked/i.test(text)) {
    return new DatabaseUnavailable(
      `The database ${file} is in use by another Showrunner process. An SQLite file has one owner at a time: stop the other process first, or use its admin panel and API. To run several processes, set DATABASE_URI to a MongoDB address.`,
    )
  }
  if (/NOTADB|not a database|malformed|CORRUPT/i.test(text)) {
    return new DatabaseUnavailable(
      `The file ${file} is not a Showrunner database (SQLite cannot read it). Set DATABASE_URI to another file, or restore a backup.`,
    )
  }
  if (/CANTOPEN|unable to open|ENOENT|EACCES|EISDIR|READONLY|readonly/i.test(text)) {
    return new DatabaseUnavailable(`The database ${file} cannot be opened for writing: ${text.trim()}`)
  }
  return error instanceof Error ? error : new Error(String(error))
}

/**
 * Opens the file and takes it for this process alone.
 *
 * libsql loses acknowledged writes after one SQLITE_BUSY (libsql-client-ts issue 352), so BUSY must be
 * impossible: the exclusive lock is taken before anything else and held until the process ends, and a second
 * process fails here, at once, with a clear message.
 *
 * @throws {DatabaseUnavailable} where another process owns the file, or it is no database.
 */
export function openExclusively(uri: string): Connection {
  const file = databaseFileOf(uri)
  const known = openFiles.get(file)
  if (known?.isOpen) return known
  const connection = open(file)
  openFiles.set(file, connection)
  return connection
}

/**
 * Closes a file opened by {@link openExclusively}, so that another process may have it at once. libsql lets go of a
 * file only when the last statement of its connection was collected as garbage: the lock is given back before.
 */
export function closeFile(uri: string): void {
  const file = databaseFileOf(uri)
  const connection = openFiles.get(file)
  openFiles.delete(file)
  if (!connection?.isOpen) return
  try {
    // In this order: an exclusive lock stays for as long as the journal is a WAL.
    for (const sql of [
      'PRAGMA journal_mode = DELETE',
      'PRAGMA locking_mode = NORMAL',
      'SELECT 1 FROM sqlite_master',
    ])
      connection.rows(sql)
  } catch {
    // The file may be gone or broken: what is left then goes with the process.
  }
  connection.close()
}

/**
 * The files of this process. On globalThis because a bundler may load this module more than once, and a
 * second connection to the same file would lock out the first.
 */
const KEY = Symbol.for('showrunner.sqlite')
const holder = globalThis as unknown as Record<symbol, Map<string, Connection> | undefined>
holder[KEY] ??= new Map()
const openFiles = holder[KEY] as Map<string, Connection>

/** In the order in which they must be said. */
const SET_UP = [
  'PRAGMA locking_mode = EXCLUSIVE',
  'PRAGMA journal_mode = WAL',
  // The lock is only taken by the first write; take it now, not in the middle of somebody's work.
  'BEGIN EXCLUSIVE',
  'COMMIT',
  'PRAGMA synchronous = NORMAL',
  'PRAGMA foreign_keys = ON',
  // Otherwise every statement that may have to be taken back makes a file for it: two fifths of a claim's time.
  'PRAGMA temp_store = MEMORY',
  // A checkpoint waits for the disk: one for 16 MB of changes instead of one for 4.
  'PRAGMA wal_autocheckpoint = 4000',
  'PRAGMA journal_size_limit = 67108864',
  'PRAGMA cache_size = -65536',
]

/**
 * Whoever held a lock in the file that is this process's alone from now on is gone. Waiting until such a lock runs out
 * would keep a start from finishing what was cut off for a minute.
 */
function forgetLocks({ rows, change }: Connection): void {
  const hasTable = rows("SELECT 1 FROM sqlite_master WHERE name = 'showrunner_locks'").length > 0
  if (hasTable) change('DELETE FROM showrunner_locks')
}

function open(file: string): Connection {
  let connection: Connection | undefined
  try {
    ensureFolder(path.dirname(file))
    connection = connect(file)
    for (const sql of SET_UP) connection.rows(sql)
    forgetLocks(connection)
    return connection
  } catch (error) {
    connection?.close()
    throw explain(error, file)
  }
}
