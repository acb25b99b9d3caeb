import { v7 as uuid } from 'uuid'
import type { EventStore, NewEvent } from '@/contracts'
import type { Connection, Statement } from './connection'

const json = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value)

/**
 * The statement that appends one event. The sequence is one more than the highest there is: with one writer
 * that is atomic inside the statement, and the unique index makes the look-up one step. Who did it, or the project, may
 * be gone by then, as somebody who removes their own account is: the event is written all the same, and names none.
 */
export function appendStatement(event: NewEvent): Statement {
  const now = new Date().toISOString()
  return {
    sql: `INSERT INTO events (id, sequence, type, action, entity_collection, entity_id, actor_id, actor_kind,
            before, after, request_id, project_id, created_at, updated_at)
          SELECT ?, COALESCE((SELECT MAX(sequence) FROM events), 0) + 1, ?, ?, ?, ?,
            (SELECT id FROM users WHERE id = ?), ?, ?, ?, ?, (SELECT id FROM projects WHERE id = ?), ?, ?
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
export function sqliteEventStore(connection: () => Connection): EventStore {
  return {
    async append(events) {
      const { rows, transaction } = connection()
      if (events.length === 0) {
        return rows<{ last: number | null }>('SELECT MAX(sequence) AS last FROM events')[0]?.last ?? 0
      }
      const appended = transaction(() =>
        events.map((event) => {
          const { sql, args } = appendStatement(event)
          return rows<{ sequence: number }>(sql, args)[0]?.sequence
        }),
      )
      return appended.at(-1) ?? 0
    },
  }
}
