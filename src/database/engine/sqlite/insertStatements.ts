import type { NewTask } from '@/contracts'
import type { Statement } from './connection'
import { json, nowIso, RELEASING } from './taskRows'

/** The statements that insert one task; they belong into one batch. */
export function insertStatements(task: NewTask, id: string): Statement[] {
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
    ...(task.parentId || dependsOn.length > 0 ? [cancelStillborn(id, task.parentId ?? null)] : []),
  ]
}

/** Ends a new task at once that hangs on a cancelled one: nobody would cancel it a second time. */
function cancelStillborn(id: string, parentId: string | null): Statement {
  const now = nowIso()
  return {
    sql: `UPDATE tasks SET state = 'cancelled', is_cancel_requested = 1, finished_at = ?, updated_at = ?
          WHERE id = ? AND EXISTS (
            SELECT 1 FROM tasks a
            WHERE a.id IN (SELECT tasks_id FROM tasks_rels WHERE parent_id = ? AND path = 'dependsOn' UNION ALL SELECT ?)
              AND (a.state = 'cancelled' OR (a.is_cancel_requested = 1 AND a.state NOT IN ${RELEASING})))`,
    args: [now, now, id, id, parentId],
  }
}
