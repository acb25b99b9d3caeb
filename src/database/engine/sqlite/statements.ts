import type Database from 'libsql'

/** More kinds of statement than the product has; lists of changing length make a few of each. */
const MAX_PREPARED = 400
/** A longer one is a list of values that hardly comes a second time. */
const MAX_LENGTH = 20_000
/** All others may change what prepared statements were prepared for. */
const KEEPS_SCHEMA = /^\s*(select|insert|update|delete|with|begin|commit|rollback)\b/i

export type Prepared = Database.Statement<unknown[]>

/** Statements of a connection, each prepared once. */
export class Statements {
  private readonly prepared = new Map<string, Prepared>()

  constructor(private readonly database: Database.Database) {}

  prepare(sql: string): Prepared {
    const known = this.prepared.get(sql)
    if (known) return known
    if (!KEEPS_SCHEMA.test(sql)) this.clear()
    const made = this.database.prepare(sql)
    if (sql.length > MAX_LENGTH || !KEEPS_SCHEMA.test(sql)) return made
    if (this.prepared.size >= MAX_PREPARED) this.clear()
    this.prepared.set(sql, made)
    return made
  }

  clear(): void {
    this.prepared.clear()
  }
}

/** The same database, whose statements are prepared once: for a client that prepares one for every call. */
export function withPrepared(database: Database.Database, statements: Statements): Database.Database {
  return Object.assign(Object.create(database) as Database.Database, {
    prepare: (sql: string) => statements.prepare(sql),
  })
}
