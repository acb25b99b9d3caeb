import type { Client } from '@libsql/client'
import { v7 as uuid } from 'uuid'
import type { EventStore } from '@/contracts'
import { query } from './client'

const json = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value)

/**
 * Events on SQLite. The sequence is one more than the highest there is: with one writer, that is atomic
 * inside the statement, and the unique index makes the look-up one step.
 */
export function sqliteEventStore(client: () => Client): EventStore {
  return {
    async append(events) {
      const now = new Date().toISOString()
      if (events.length === 0) {
        const [row] = await query<{ last: number | null }>(
          client(),
          'SELECT MAX(sequence) AS last FROM events',
        )
        return row?.last ?? 0
      }
      const results = await client().batch(
        events.map((event) => ({
          sql: `INSERT INTO events (id, sequence, type, action, entity_collection, entity_id, actor_id, actor_kind,
                  before, after, request_id, project_id, created_at, updated_at)
                SELECT ?, COALESCE(MAX(sequence), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM events
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
        })),
        'write',
      )
      return Number(results.at(-1)?.rows[0]?.sequence ?? 0)
    },
  }
}
