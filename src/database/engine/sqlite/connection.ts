import type { Client } from '@libsql/client'
import { Sqlite3Client } from '@libsql/client/sqlite3'
import Database from 'libsql'
import { watchRequests } from '@/lib/requestsInFlight'
import { inTurn } from './inTurn'
import { Statements, withPrepared } from './statements'

/** What a statement of the engine takes. */
export type SqlValue = string | number | null

export interface Statement {
  sql: string
  args: SqlValue[]
}

/**
 * One connection to an SQLite file, with two faces: `client` is what Payload's adapter works with; the rest is
 * for the engine's own statements, which are few and run all the time. libsql's client prepares each statement
 * anew every time; here they are prepared once, which halves the time of a claim (bench/queue.ts).
 *
 * The engine's statements run to their end before they return: nothing of this process can come in between. The
 * client's wait for their turn.
 */
export interface Connection {
  client: Client
  /** Runs one statement that returns rows. */
  rows<Row>(sql: string, args?: SqlValue[]): Row[]
  /** Runs one statement that returns none. @returns how many rows it changed. */
  change(sql: string, args?: SqlValue[]): number
  /** Runs `work` as one transaction: all of it or, where it throws, nothing. Not to be nested. */
  transaction<Result>(work: () => Result): Result
  readonly isOpen: boolean
  close(): void
}

/** Opens the file, or makes it. The caller sets it up ({@link openExclusively}). */
export function connect(file: string): Connection {
  // Tasks of this process stand back behind those who ask it something.
  watchRequests()
  const database = new Database(file)
  // Apart, because the client changes how the statements that it uses give their rows.
  const [own, clients] = [new Statements(database), new Statements(database)]
  const client = new Sqlite3Client(file, {}, withPrepared(database, clients), 'number')
  const execute = client.execute.bind(client)
  client.execute = (...statement: Parameters<Client['execute']>) => inTurn(() => execute(...statement))
  const change = (sql: string, args: SqlValue[] = []) => own.prepare(sql).run(args).changes

  return {
    client,
    rows: <Row>(sql: string, args: SqlValue[] = []) => own.prepare(sql).all(args) as Row[],
    change,
    transaction(work) {
      change('BEGIN IMMEDIATE')
      try {
        const result = work()
        change('COMMIT')
        return result
      } catch (error) {
        if (database.inTransaction) change('ROLLBACK')
        throw error
      }
    },
    get isOpen() {
      return !client.closed
    },
    close() {
      own.clear()
      clients.clear()
      client.close()
    },
  }
}

/** `?, ?, ?` for a list of values. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')
