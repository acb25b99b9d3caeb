import type { Client, InStatement, InValue } from '@libsql/client'
import { v7 as uuid } from 'uuid'
import type { ClaimedTask, NewTask, Settlement, TaskStore } from '@/contracts'
import { change, marks, query } from './client'

/** States that let a parent complete. Written out the same way in the partial indexes that serve it. */
const FINISHED = `('completed', 'discarded', 'cancelled')`
/** States that let a dependent start. */
const RELEASING = `('completed', 'discarded')`

const nowIso = () => new Date().toISOString()
const later = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
const json = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value)
const parse = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : (value ?? null))

interface TaskRow {
  id: string
  type: string
  title: string | null
  input: string | null
  lease_token: string
  attempts: number
  max_attempts: number
  run_id: string | null
  parent_id: string | null
  project_id: string | null
  episode_id: string | null
  created_by_id: string | null
  is_step: number
  priority: number
  operation: string | null
}

const toClaimed = (row: TaskRow): ClaimedTask => ({
  id: row.id,
  type: row.type,
  title: row.title,
  input: (parse(row.input) as Record<string, unknown>) ?? {},
  token: row.lease_token,
  attempt: row.attempts,
  maxAttempts: row.max_attempts,
  runId: row.run_id,
  parentId: row.parent_id,
  projectId: row.project_id,
  episodeId: row.episode_id,
  createdById: row.created_by_id,
  isStep: Boolean(row.is_step),
  priority: row.priority,
  operation: parse(row.operation),
})

const attemptRecord = (outcome: string, message: string | null) =>
  JSON.stringify({ endedAt: nowIso(), outcome, message })

/** Appends to the JSON array of attempts without reading it first. */
const APPEND_HISTORY = `history = json_insert(COALESCE(history, '[]'), '$[#]', json(?))`
const CLEAR_LEASE = `lease_token = NULL, lease_expires_at = NULL`

function insertStatements(task: NewTask, id: string): InStatement[] {
  const now = nowIso()
  const dependsOn = task.dependsOn ?? []
  const runAt = task.runAt ?? null
  const state =
    dependsOn.length > 0 ? 'waiting' : runAt && runAt.getTime() > Date.now() ? 'scheduled' : 'ready'
  return [
    {
      sql: `INSERT INTO tasks (id, title, type, state, priority, input, attempts, max_attempts, estimated_cost,
              actual_cost, project_id, episode_id, parent_id, is_step, run_id, idempotency_key, created_by_id,
              run_at, progress_percentage, is_cancel_requested, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)
            ON CONFLICT (idempotency_key) DO NOTHING`,
      args: [
        id,
        task.title ?? null,
        task.type,
        state,
        task.priority ?? 0,
        json(task.input),
        task.maxAttempts ?? 3,
        task.estimatedCostMicroUsd ?? 0,
        task.projectId ?? null,
        task.episodeId ?? null,
        task.parentId ?? null,
        task.isStep ? 1 : 0,
        task.runId ?? null,
        task.idempotencyKey ?? null,
        task.createdById ?? null,
        runAt?.toISOString() ?? null,
        now,
        now,
      ],
    },
    ...dependsOn.map((dependency, index) => ({
      // Only where the task itself went in: a repeated key must not add edges to nothing.
      sql: `INSERT INTO tasks_rels ("order", parent_id, path, tasks_id)
            SELECT ?, ?, 'dependsOn', ? WHERE EXISTS (SELECT 1 FROM tasks WHERE id = ?)`,
      args: [index + 1, id, dependency, id],
    })),
  ]
}

function settleStatement(id: string, token: string, settlement: Settlement): InStatement {
  const now = nowIso()
  const where = `WHERE id = ? AND lease_token = ? AND state = 'running'`
  switch (settlement.kind) {
    case 'completed': {
      const state = settlement.hasChildren ? 'awaiting-children' : 'completed'
      return {
        sql: `UPDATE tasks SET state = ?, result = ?, actual_cost = actual_cost + ?, error = NULL, operation = NULL,
                progress_percentage = CASE WHEN ? THEN progress_percentage ELSE 100 END, progress_eta_seconds = NULL,
                finished_at = ?, updated_at = ?, ${CLEAR_LEASE}, ${APPEND_HISTORY} ${where}`,
        args: [
          state,
          json(settlement.result),
          settlement.costMicroUsd,
          settlement.hasChildren ? 1 : 0,
          settlement.hasChildren ? null : now,
          now,
          attemptRecord('completed', null),
          id,
          token,
        ],
      }
    }
    case 'retry':
      return {
        sql: `UPDATE tasks SET state = 'scheduled', run_at = ?, error = ?, updated_at = ?, ${CLEAR_LEASE},
                ${APPEND_HISTORY} ${where}`,
        args: [
          settlement.runAt.toISOString(),
          json(settlement.failure),
          now,
          attemptRecord('retry', settlement.failure.message),
          id,
          token,
        ],
      }
    case 'dead':
    case 'held':
      return {
        sql: `UPDATE tasks SET state = ?, error = ?, finished_at = ?, updated_at = ?, ${CLEAR_LEASE},
                ${APPEND_HISTORY} ${where}`,
        args: [
          settlement.kind,
          json(settlement.failure),
          now,
          now,
          attemptRecord(settlement.kind, settlement.failure.message),
          id,
          token,
        ],
      }
    case 'cancelled':
      return {
        sql: `UPDATE tasks SET state = 'cancelled', finished_at = ?, updated_at = ?, ${CLEAR_LEASE},
                ${APPEND_HISTORY} ${where}`,
        args: [now, now, attemptRecord('cancelled', null), id, token],
      }
  }
}

/**
 * The queue on SQLite. One process owns the file and libsql runs each statement to its end before the next,
 * so a single UPDATE is atomic; several that must go together run as one batch (one transaction).
 */
export function sqliteTaskStore(client: () => Client): TaskStore {
  const readyDependents = async (id?: string): Promise<string[]> => {
    const about = id
      ? `AND id IN (SELECT parent_id FROM tasks_rels WHERE path = 'dependsOn' AND tasks_id = ?)`
      : ''
    const now = nowIso()
    const rows = await query<{ id: string }>(
      client(),
      `UPDATE tasks SET state = CASE WHEN run_at > ? THEN 'scheduled' ELSE 'ready' END, updated_at = ?
       WHERE state = 'waiting' ${about} AND NOT EXISTS (
         SELECT 1 FROM tasks_rels r JOIN tasks d ON d.id = r.tasks_id
         WHERE r.parent_id = tasks.id AND r.path = 'dependsOn' AND d.state NOT IN ${RELEASING})
       RETURNING id`,
      id ? [now, now, id] : [now, now],
    )
    return rows.map((row) => row.id)
  }

  const completeParents = async (id?: string): Promise<Array<{ id: string; parent_id: string | null }>> => {
    const now = nowIso()
    return query(
      client(),
      `UPDATE tasks SET state = 'completed', progress_percentage = 100, finished_at = ?, updated_at = ?
       WHERE state = 'awaiting-children' ${id ? 'AND id = ?' : ''} AND NOT EXISTS (
         SELECT 1 FROM tasks c WHERE c.parent_id = tasks.id AND c.state NOT IN ${FINISHED})
       RETURNING id, parent_id`,
      id ? [now, now, id] : [now, now],
    )
  }

  return {
    async insert(tasks) {
      const ids = tasks.map(() => uuid())
      const statements = tasks.flatMap((task, index) => insertStatements(task, ids[index] as string))
      if (statements.length > 0) await client().batch(statements, 'write')
      const keys = tasks.map((task) => task.idempotencyKey).filter((key): key is string => Boolean(key))
      const byKey = new Map<string, string>()
      for (let from = 0; from < keys.length; from += 500) {
        const some = keys.slice(from, from + 500)
        const rows = await query<{ id: string; idempotency_key: string }>(
          client(),
          `SELECT id, idempotency_key FROM tasks WHERE idempotency_key IN (${marks(some)})`,
          some,
        )
        for (const row of rows) byKey.set(row.idempotency_key, row.id)
      }
      // A dependency may have ended between the caller's look and this insert.
      if (tasks.some((task) => task.dependsOn?.length)) await readyDependents()
      return tasks.map((task, index) => byKey.get(task.idempotencyKey ?? '') ?? (ids[index] as string))
    },

    async claim({ worker, types, limit, leaseSeconds }) {
      const token = uuid()
      const now = nowIso()
      const filter = types ? `AND type IN (${marks(types)})` : ''
      const rows = await query<TaskRow>(
        client(),
        `UPDATE tasks SET state = 'running', lease_token = ?, lease_expires_at = ?, heartbeat_at = ?, worker = ?,
           attempts = attempts + 1, started_at = COALESCE(started_at, ?), progress_stage = NULL, updated_at = ?
         WHERE id IN (SELECT id FROM tasks WHERE state = 'ready' ${filter} ORDER BY priority DESC, id LIMIT ?)
         RETURNING *`,
        [token, later(leaseSeconds), now, worker, now, now, ...(types ?? []), limit] as InValue[],
      )
      return rows.map(toClaimed).sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))
    },

    async renew({ id, token, leaseSeconds, progress }) {
      const now = nowIso()
      const rows = await query<{ is_cancel_requested: number }>(
        client(),
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
      const changed = await change(
        client(),
        `UPDATE tasks SET operation = ?, updated_at = ? WHERE id = ? AND lease_token = ? AND state = 'running'`,
        [json(operation), nowIso(), id, token],
      )
      return changed === 1
    },

    async settle({ id, token, settlement }) {
      const [result] = await client().batch([settleStatement(id, token, settlement)], 'write')
      return result?.rowsAffected === 1
    },

    promoteDue: (now) =>
      change(
        client(),
        `UPDATE tasks SET state = 'ready', updated_at = ? WHERE state = 'scheduled' AND run_at <= ?`,
        [now.toISOString(), now.toISOString()],
      ),

    async recoverExpired({ now, isExclusiveOwner }) {
      const expired = isExclusiveOwner ? '' : 'AND lease_expires_at < ?'
      const failure = JSON.stringify({
        message: 'The worker stopped in the middle of this task.',
        code: 'worker-lost',
        isRetryable: true,
      })
      const rows = await query<{ id: string; state: 'ready' | 'dead' | 'cancelled' }>(
        client(),
        `UPDATE tasks SET
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
          const [parent] = await completeParents(parentId)
          if (!parent) break
          completed.push(parent.id)
          ended.push(parent.id)
          parentId = parent.parent_id
        }
        for (const id of ended) readied.push(...(await readyDependents(id)))
        return { completed, readied }
      }
      for (;;) {
        const parents = await completeParents()
        completed.push(...parents.map((parent) => parent.id))
        if (parents.length === 0) break
      }
      readied.push(...(await readyDependents()))
      return { completed, readied }
    },

    async cancel(where) {
      const [column, value] = 'id' in where ? ['id', where.id] : ['run_id', where.runId]
      const now = nowIso()
      const rows = await query<{ id: string }>(
        client(),
        `WITH RECURSIVE below(id) AS (
           SELECT id FROM tasks WHERE ${column} = ?
           UNION SELECT t.id FROM tasks t JOIN below b ON t.parent_id = b.id
           UNION SELECT r.parent_id FROM tasks_rels r JOIN below b ON r.tasks_id = b.id AND r.path = 'dependsOn')
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

    async retryDead(id) {
      const changed = await change(
        client(),
        `UPDATE tasks SET state = 'ready', attempts = 0, error = NULL, finished_at = NULL, run_at = NULL,
           is_cancel_requested = 0, updated_at = ?, ${APPEND_HISTORY}
         WHERE id = ? AND state IN ('dead', 'held')`,
        [nowIso(), attemptRecord('retried-by-person', null), id],
      )
      return changed === 1
    },

    async discardDead(id) {
      const changed = await change(
        client(),
        `UPDATE tasks SET state = 'discarded', updated_at = ?, ${APPEND_HISTORY}
         WHERE id = ? AND state IN ('dead', 'held')`,
        [nowIso(), attemptRecord('discarded-by-person', null), id],
      )
      return changed === 1
    },

    async giveBack({ id, token }) {
      const changed = await change(
        client(),
        `UPDATE tasks SET state = 'ready', attempts = attempts - 1, updated_at = ?, ${CLEAR_LEASE}
         WHERE id = ? AND lease_token = ? AND state = 'running'`,
        [nowIso(), id, token],
      )
      return changed === 1
    },

    async countRun(runId) {
      const rows = await query<{ type: string; state: string; is_step: number; count: number }>(
        client(),
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

    sweepFinished: (before, limit) =>
      change(
        client(),
        `DELETE FROM tasks WHERE id IN (
           SELECT id FROM tasks WHERE state IN ${FINISHED} AND finished_at < ? LIMIT ?)`,
        [before.toISOString(), limit],
      ),
  }
}
