import { v7 as uuid } from 'uuid'
import type { TaskStore } from '@/contracts'
import { type Connection, marks, type SqlValue, type Statement } from './connection'
import { appendStatement } from './events'
import { insertStatements } from './insertStatements'
import { giveBackStatements, settleStatements } from './settleStatements'
import {
  APPEND_HISTORY,
  attemptRecord,
  CLAIMED,
  CLEAR_LEASE,
  FINISHED,
  json,
  nowIso,
  RELEASING,
  type TaskRow,
  toClaimed,
} from './taskRows'

const later = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

/**
 * The queue on SQLite. Where an operation must stay quick however many tasks there are, its index is named
 * (INDEXED BY): left to itself SQLite takes the index on the state alone and sorts every ready task for each
 * claim. One process owns the file and nothing comes in between the statements of one operation
 * (./connection.ts), so a single UPDATE is atomic; several that must go together are one transaction.
 */
export function sqliteTaskStore(connection: () => Connection): TaskStore {
  const change = (sql: string, args: SqlValue[]) => connection().change(sql, args)
  const query = <Row>(sql: string, args: SqlValue[]) => connection().rows<Row>(sql, args)

  /** Tries the statements in turn until one changes a row. @returns whether one did. */
  const firstThatChanges = (statements: Statement[]): boolean =>
    statements.some(({ sql, args }) => change(sql, args) > 0)

  const hasDependents = (id: string): boolean => {
    const sql = `SELECT 1 FROM tasks_rels WHERE tasks_id = ? AND path = 'dependsOn' LIMIT 1`
    return query(sql, [id]).length > 0
  }

  const readyDependents = (id?: string): string[] => {
    const about = id
      ? `AND id IN (SELECT parent_id FROM tasks_rels WHERE path = 'dependsOn' AND tasks_id = ?)`
      : ''
    const now = nowIso()
    const rows = query<{ id: string }>(
      `UPDATE tasks SET state = CASE WHEN run_at > ? THEN 'scheduled' ELSE 'ready' END, updated_at = ?
       WHERE state = 'waiting' ${about} AND NOT EXISTS (
         SELECT 1 FROM tasks_rels r JOIN tasks d ON d.id = r.tasks_id
         WHERE r.parent_id = tasks.id AND r.path = 'dependsOn' AND d.state NOT IN ${RELEASING})
       RETURNING id`,
      id ? [now, now, id] : [now, now],
    )
    return rows.map((row) => row.id)
  }

  const completeParents = (id?: string): Array<{ id: string; parent_id: string | null }> => {
    const now = nowIso()
    return query(
      `UPDATE tasks SET state = 'completed', progress_percentage = 100, finished_at = ?, updated_at = ?
       WHERE state = 'awaiting-children' ${id ? 'AND id = ?' : ''} AND NOT EXISTS (
         SELECT 1 FROM tasks c WHERE c.parent_id = tasks.id AND c.state NOT IN ${FINISHED})
       RETURNING id, parent_id`,
      id ? [now, now, id] : [now, now],
    )
  }

  return {
    async insert(tasks) {
      const ids = tasks.map((task) => task.id ?? uuid())
      connection().transaction(() => {
        for (const [index, task] of tasks.entries())
          for (const { sql, args } of insertStatements(task, ids[index] as string)) change(sql, args)
        // A dependency may have ended between the caller's look and this insert.
        if (tasks.some((task) => task.dependsOn?.length)) readyDependents()
      })
      const keys = tasks.map((task) => task.idempotencyKey).filter((key): key is string => Boolean(key))
      const byKey = new Map<string, string>()
      for (let from = 0; from < keys.length; from += 500) {
        const some = keys.slice(from, from + 500)
        const rows = query<{ id: string; idempotency_key: string }>(
          `SELECT id, idempotency_key FROM tasks WHERE idempotency_key IN (${marks(some)})`,
          some,
        )
        for (const row of rows) byKey.set(row.idempotency_key, row.id)
      }
      return tasks.map((task, index) => byKey.get(task.idempotencyKey ?? '') ?? (ids[index] as string))
    },

    async claim({ worker, types, limit, leaseSeconds }) {
      const token = uuid()
      const now = nowIso()
      const filter = types ? `AND type IN (${marks(types)})` : ''
      const rows = query<TaskRow>(
        `UPDATE tasks SET state = 'running', lease_token = ?, lease_expires_at = ?, heartbeat_at = ?, worker = ?,
           attempts = attempts + 1, started_at = COALESCE(started_at, ?), progress_stage = NULL, updated_at = ?
         WHERE id IN (SELECT id FROM tasks INDEXED BY tasks_claim
                      WHERE state = 'ready' ${filter} ORDER BY priority DESC, id LIMIT ?)
         RETURNING ${CLAIMED}`,
        [token, later(leaseSeconds), now, worker, now, now, ...(types ?? []), limit],
      )
      return rows.map(toClaimed).sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))
    },

    async renew({ id, token, leaseSeconds, progress }) {
      const now = nowIso()
      const rows = query<{ is_cancel_requested: number }>(
        `UPDATE tasks SET lease_expires_at = ?, heartbeat_at = ?, updated_at = ?
           ${progress ? ', progress_percentage = ?, progress_stage = ?, progress_eta_seconds = ?' : ''}
         WHERE id = ? AND lease_token = ? AND state = 'running' RETURNING is_cancel_requested`,
        [
          later(leaseSeconds),
          now,
          now,
          ...(progress ? [progress.percentage, progress.stage, progress.etaSeconds] : []),
          id,
          token,
        ],
      )
      if (!rows[0]) return 'lost'
      return rows[0].is_cancel_requested ? 'cancel-requested' : 'renewed'
    },

    async saveOperation({ id, token, operation }) {
      const changed = change(
        `UPDATE tasks SET operation = ?, updated_at = ? WHERE id = ? AND lease_token = ? AND state = 'running'`,
        [json(operation), nowIso(), id, token],
      )
      return changed === 1
    },

    async settle({ id, token, settlement, event }) {
      const statements = settleStatements(id, token, settlement)
      return connection().transaction(() => {
        const isMine = firstThatChanges(statements)
        if (isMine && event) {
          const { sql, args } = appendStatement(event)
          query(sql, args)
        }
        return isMine
      })
    },

    promoteDue: async (now) =>
      change(
        `UPDATE tasks INDEXED BY tasks_due SET state = 'ready', updated_at = ?
         WHERE state = 'scheduled' AND run_at <= ?`,
        [now.toISOString(), now.toISOString()],
      ),

    async recoverExpired({ now, isExclusiveOwner }) {
      const expired = isExclusiveOwner ? '' : 'AND lease_expires_at < ?'
      const failure = JSON.stringify({
        message: 'The worker stopped in the middle of this task.',
        code: 'worker-lost',
        isRetryable: true,
      })
      const rows = query<{ id: string; state: 'ready' | 'dead' | 'cancelled' }>(
        `UPDATE tasks INDEXED BY tasks_leases SET
           state = CASE WHEN is_cancel_requested THEN 'cancelled' WHEN attempts >= max_attempts THEN 'dead' ELSE 'ready' END,
           error = ?, finished_at = CASE WHEN is_cancel_requested OR attempts >= max_attempts THEN ? END,
           updated_at = ?, ${CLEAR_LEASE}, ${APPEND_HISTORY}
         WHERE state = 'running' ${expired} RETURNING id, state`,
        [
          failure,
          now.toISOString(),
          now.toISOString(),
          attemptRecord('worker-lost', null),
          ...(isExclusiveOwner ? [] : [now.toISOString()]),
        ],
      )
      return rows.map(({ id, state }) => ({ id, state: state === 'ready' ? 'ready' : 'dead' }))
    },

    async release(about) {
      const completed: string[] = []
      const readied: string[] = []
      if (about) {
        const ended = [about.id]
        let parentId = about.parentId
        while (parentId) {
          const [parent] = completeParents(parentId)
          if (!parent) break
          completed.push(parent.id)
          ended.push(parent.id)
          parentId = parent.parent_id
        }
        for (const id of ended) if (hasDependents(id)) readied.push(...readyDependents(id))
        return { completed, readied }
      }
      for (;;) {
        const parents = completeParents()
        completed.push(...parents.map((parent) => parent.id))
        if (parents.length === 0) break
      }
      readied.push(...readyDependents())
      return { completed, readied }
    },

    async cancel(where) {
      const [column, value] = 'id' in where ? ['id', where.id] : ['run_id', where.runId]
      const now = nowIso()
      const rows = query<{ id: string }>(
        `WITH RECURSIVE below(id) AS (
           SELECT id FROM tasks WHERE ${column} = ?
           UNION SELECT t.id FROM below b JOIN tasks above ON above.id = b.id JOIN tasks t ON t.parent_id = b.id
             WHERE above.state NOT IN ${RELEASING}
           UNION SELECT r.parent_id FROM below b JOIN tasks above ON above.id = b.id
             JOIN tasks_rels r ON r.tasks_id = b.id AND r.path = 'dependsOn'
             WHERE above.state NOT IN ${RELEASING})
         UPDATE tasks SET
           is_cancel_requested = 1,
           state = CASE state WHEN 'running' THEN 'running' ELSE 'cancelled' END,
           finished_at = CASE state WHEN 'running' THEN NULL ELSE ? END,
           updated_at = ?
         WHERE id IN below AND state NOT IN ${FINISHED} RETURNING id`,
        [value, now, now],
      )
      return rows.map((row) => row.id)
    },

    async cancelRequested(ids) {
      const rows = query<{ id: string }>(
        `SELECT id FROM tasks WHERE id IN (${marks(ids)}) AND state = 'running' AND is_cancel_requested = 1`,
        [...ids],
      )
      return rows.map((row) => row.id)
    },

    async retryDead(id) {
      const changed = change(
        `UPDATE tasks SET state = 'ready', attempts = 0, error = NULL, finished_at = NULL, run_at = NULL,
           is_cancel_requested = 0, updated_at = ?, ${APPEND_HISTORY}
         WHERE id = ? AND state IN ('dead', 'held')`,
        [nowIso(), attemptRecord('retried-by-person', null), id],
      )
      return changed === 1
    },

    async discardDead(id) {
      const changed = change(
        `UPDATE tasks SET state = 'discarded', updated_at = ?, ${APPEND_HISTORY}
         WHERE id = ? AND state IN ('dead', 'held')`,
        [nowIso(), attemptRecord('discarded-by-person', null), id],
      )
      return changed === 1
    },

    giveBack: async ({ id, token }) => firstThatChanges(giveBackStatements(id, token)),

    async countRun(runId) {
      const rows = query<{ type: string; state: string; is_step: number; count: number }>(
        `SELECT type, state, is_step, COUNT(*) AS count FROM tasks WHERE run_id = ? GROUP BY type, state, is_step`,
        [runId],
      )
      return rows.map((row) => ({
        type: row.type,
        state: row.state,
        isStep: Boolean(row.is_step),
        count: row.count,
      }))
    },

    sweepFinished: async (before, limit) =>
      change(
        `DELETE FROM tasks WHERE id IN (
           SELECT id FROM tasks INDEXED BY tasks_finished
           WHERE finished_at < ? AND state IN ${FINISHED} LIMIT ?)`,
        [before.toISOString(), limit],
      ),
  }
}
