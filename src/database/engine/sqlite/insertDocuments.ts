import type { Payload } from 'payload'
import type { NewDocument } from '@/contracts'
import type { Connection, SqlValue } from './connection'

/** Documents that are written together: few enough that nobody waits for them. */
const BATCH = 40

interface Recorded {
  tableName: string
  values: Record<string, unknown>[]
}

/** What of Payload's adapter is used here. */
interface Adapter {
  create(args: object): Promise<unknown>
  insert(args: { tableName: string; values: unknown }): Promise<unknown[]>
  tables: Record<string, unknown>
  drizzle: {
    insert(table: unknown): {
      values(rows: Record<string, unknown>[]): { toSQL(): { sql: string; params: unknown[] } }
    }
  }
}

/**
 * Writes new documents, a batch at a time and each batch in one transaction. The adapter turns a document into rows of
 * its tables and would write each with a statement of its own; here it is only asked for the rows, and those of a batch
 * go into their table together.
 */
export async function insertDocuments(
  connection: Connection,
  payload: Payload,
  {
    collection,
    documents,
    onInserted,
  }: { collection: string; documents: NewDocument[]; onInserted?: () => void },
): Promise<void> {
  const adapter = payload.db as unknown as Adapter
  for (let start = 0; start < documents.length; start += BATCH) {
    const batch = documents.slice(start, start + BATCH)
    const rows = new Map<string, Record<string, unknown>[]>()
    for (const document of batch) {
      for (const { tableName, values } of await rowsOf(adapter, collection, document)) {
        const list = rows.get(tableName)
        if (list) list.push(...values)
        else rows.set(tableName, [...values])
      }
    }
    const statements = [...rows].map(([tableName, values]) =>
      adapter.drizzle.insert(adapter.tables[tableName]).values(values).toSQL(),
    )
    connection.transaction(() => {
      for (const { sql, params } of statements) connection.change(sql, params as SqlValue[])
    })
    for (const _document of batch) onInserted?.()
  }
}

/** The rows that the adapter would write, in the order in which it would: whatever is pointed at comes first. */
async function rowsOf(
  adapter: Adapter,
  collection: string,
  { id, ...data }: NewDocument,
): Promise<Recorded[]> {
  const recorded: Recorded[] = []
  const recorder = Object.assign(Object.create(adapter), {
    insert: async ({ tableName, values }: { tableName: string; values: unknown }) => {
      const list = (Array.isArray(values) ? values : [values]) as Record<string, unknown>[]
      recorded.push({ tableName, values: list })
      return list
    },
  }) as Adapter
  await recorder.create({ collection, customID: id, data, returning: false })
  return recorded
}
