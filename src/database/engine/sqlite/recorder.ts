import type { Payload } from 'payload'
import type { Connection, SqlValue } from './connection'

type Values = Record<string, unknown>

/** SQLite takes 32,766 values in a statement: fewer, as a long scene has many lines. */
const MAX_VALUES = 30_000

interface Sql {
  sql: string
  params: unknown[]
}

interface Statement {
  toSQL(): Sql
}

interface Insert extends Statement {
  onConflictDoUpdate(args: object): Statement
}

interface Table {
  id?: { defaultFn?: () => unknown }
  [column: string]: unknown
}

interface Drizzle {
  insert(table: Table): { values(rows: Values | Values[]): Insert }
  update(table: Table): { set(row: Values): { where(condition: unknown): Statement } }
  delete(table: Table): { where(condition: unknown): Statement }
}

/** What of Payload's adapter is used here. */
export interface Adapter {
  create(args: object): Promise<unknown>
  createVersion(args: object): Promise<unknown>
  updateOne(args: object): Promise<unknown>
  insert(args: { tableName: string; values: unknown; onConflictDoUpdate?: object }): Promise<unknown[]>
  deleteWhere(args: { tableName: string; where: unknown }): Promise<void>
  tables: Record<string, Table>
  drizzle: Drizzle
}

/**
 * What Payload's adapter would write for some documents. The adapter turns a document into rows of its tables and
 * would write each with a statement of its own; here it is only asked for them. What is new goes into its table
 * together, after all that is changed or taken away.
 */
export class Recorder {
  private readonly first: Sql[] = []
  private readonly rows = new Map<string, Values[]>()
  private readonly adapter: Adapter

  /** To be asked instead of the adapter. */
  readonly asked: Adapter

  constructor(payload: Payload) {
    this.adapter = payload.db as unknown as Adapter
    const { drizzle, tables } = this.adapter
    this.asked = Object.assign(Object.create(this.adapter), {
      drizzle: Object.assign(Object.create(drizzle), {
        update: (table: Table) => ({
          set: (row: Values) => ({
            where: async (condition: unknown) => this.before(drizzle.update(table).set(row).where(condition)),
          }),
        }),
      }),
      insert: async (args: Parameters<Adapter['insert']>[0]) => this.insert(args),
      deleteWhere: async ({ tableName, where }: { tableName: string; where: unknown }) =>
        this.before(drizzle.delete(tables[tableName] as Table).where(where)),
    }) as Adapter
  }

  /** Writes it. Runs to its end: to be called in a transaction. */
  write({ change }: Connection): void {
    for (const { sql, params } of this.first) change(sql, params as SqlValue[])
    for (const { sql, params } of this.inserts()) change(sql, params as SqlValue[])
  }

  private before(statement: Statement): void {
    this.first.push(statement.toSQL())
  }

  private insert({ tableName, values, onConflictDoUpdate }: Parameters<Adapter['insert']>[0]): Values[] {
    const table = this.adapter.tables[tableName] as Table
    // Given out here, as others point at it before anything is written.
    const list = ((Array.isArray(values) ? values : [values]) as Values[]).map((row) =>
      row.id === undefined && table.id?.defaultFn ? { ...row, id: table.id.defaultFn() } : row,
    )
    if (onConflictDoUpdate)
      this.before(this.adapter.drizzle.insert(table).values(list).onConflictDoUpdate(onConflictDoUpdate))
    else {
      const rows = this.rows.get(tableName) ?? []
      rows.push(...list)
      this.rows.set(tableName, rows)
    }
    return list
  }

  private *inserts(): Generator<Sql> {
    for (const [tableName, rows] of this.rows) {
      const table = this.adapter.tables[tableName] as Table
      const most = Math.max(1, Math.floor(MAX_VALUES / Object.keys(table).length))
      for (let start = 0; start < rows.length; start += most)
        yield this.adapter.drizzle
          .insert(table)
          .values(rows.slice(start, start + most))
          .toSQL()
    }
  }
}
