import type { Client, InStatement } from '@libsql/client'
import { v7 as uuid } from 'uuid'
import type { EventStore, NewEvent } from '@/contracts'
import { query } from './client'

const json = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value)

/**
 * The statement that appends one event. The sequence is one more than the highest there is: with one writer
 * that is atomic inside the statement, and the unique index makes the look-up one step.
 *
 * @param condition a WHERE clause; where it is false nothing is appended
 */
export function appendStatement(event: NewEvent, condition = ''): InStatement {
  const now = new Date().toISOString()
  return {
    sql: `INSERT INTO events (id, sequence, type, action, entity_collection, entity_id, actor_id, actor_kind,
            before, after, request_id, project_id, created_at, updated_at)
          SELECT ?, COALESCE((SELECT MAX(sequence) FROM events), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? ${condition}
          RETURNING sequence`,
    args: [
      uuid(),
      event.type,
      event.action,
      event.entityCollection,
      event.entityId,
      event.actorId,
      event.actorKind,
      json(event.before),
      json(event.after),
      event.requestId,
      event.projectId,
      now,
      now,
    ],
  }
}

/** The event log on SQLite. */
export function sqliteEventStore(client: () => Client): EventStore {
  return {
    async append(events) {
      if (events.length === 0) {
        const [row] = await query<{ last: number | null }>(
          client(),
          'SELECT MAX(sequence) AS last FROM events',
        )
        return row?.last ?? 0
      }
      const results = await client().batch(
        events.map((event) => appendStatement(event)),
        'write',
      )
      return Number(results.at(-1)?.rows[0]?.sequence ?? 0)
    },
  }
}
