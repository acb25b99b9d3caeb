import fs from 'node:fs'
import path from 'node:path'
import { type Client, createClient, type InValue } from '@libsql/client'
import { DatabaseUnavailable } from '@/errors'

/** The path of the file behind a `file:` address. */
export function filePathOf(uri: string): string {
  return path.resolve(uri.replace(/^file:(\/\/)?/, ''))
}

const codeOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string }
  return `${code ?? ''} ${message ?? ''}`
}

/** Says in plain words why a database file cannot be opened. */
function explain(error: unknown, file: string): Error {
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
export async function openExclusively(uri: string): Promise<Client> {
  const file = filePathOf(uri)
  const known = openFiles.get(file)
  if (known && !known.closed) return known
  const client = await open(file)
  openFiles.set(file, client)
  return client
}

/** Closes a file opened by {@link openExclusively}, so that another process may have it. */
export function closeFile(uri: string): void {
  const file = filePathOf(uri)
  openFiles.get(file)?.close()
  openFiles.delete(file)
}

/**
 * The files of this process. On globalThis because a bundler may load this module more than once, and a
 * second connection to the same file would lock out the first.
 */
const KEY = Symbol.for('showrunner.sqlite')
const holder = globalThis as unknown as Record<symbol, Map<string, Client> | undefined>
holder[KEY] ??= new Map()
const openFiles = holder[KEY] as Map<string, Client>

async function open(file: string): Promise<Client> {
  let client: Client | undefined
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    client = createClient({ url: `file:${file}` })
    await client.execute('PRAGMA locking_mode = EXCLUSIVE')
    await client.execute('PRAGMA journal_mode = WAL')
    // The lock is only taken by the first write; take it now, not in the middle of somebody's work.
    await client.execute('BEGIN EXCLUSIVE')
    await client.execute('COMMIT')
    await client.execute('PRAGMA synchronous = NORMAL')
    await client.execute('PRAGMA foreign_keys = ON')
    // Otherwise every statement that may have to be taken back makes a file for it: two fifths of a claim's time.
    await client.execute('PRAGMA temp_store = MEMORY')
    await client.execute('PRAGMA journal_size_limit = 67108864')
    await client.execute('PRAGMA cache_size = -65536')
    return client
  } catch (error) {
    client?.close()
    throw explain(error, file)
  }
}

/** One statement; rows as plain objects. */
export async function query<Row>(client: Client, sql: string, args: InValue[] = []): Promise<Row[]> {
  const { rows } = await client.execute({ sql, args })
  return rows as unknown as Row[]
}

/** One statement that changes rows. @returns how many. */
export async function change(client: Client, sql: string, args: InValue[] = []): Promise<number> {
  const { rowsAffected } = await client.execute({ sql, args })
  return rowsAffected
}

/** `?, ?, ?` for a list of values. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')
