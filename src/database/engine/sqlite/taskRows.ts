import type { ClaimedTask } from '@/contracts'

/** States that let a parent complete. Written out the same way in the partial indexes that serve it. */
export const FINISHED = `('completed', 'discarded', 'cancelled')`
/** States that let a dependent start. */
export const RELEASING = `('completed', 'discarded')`

export const nowIso = () => new Date().toISOString()
export const json = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value)
/**
 * What a worker needs of a task, as one JSON text: libsql takes about as long for each column that it hands
 * over as for a small statement.
 */
export const CLAIMED = `json_object(
  'id', id, 'type', type, 'title', title, 'input', json(COALESCE(input, '{}')), 'token', lease_token,
  'attempt', attempts, 'maxAttempts', max_attempts, 'runId', run_id, 'parentId', parent_id,
  'projectId', project_id, 'episodeId', episode_id, 'createdById', created_by_id, 'isStep', is_step,
  'priority', priority, 'operation', json(operation)) AS claimed`

export interface TaskRow {
  claimed: string
}

export function toClaimed(row: TaskRow): ClaimedTask {
  const claimed = JSON.parse(row.claimed) as Omit<ClaimedTask, 'isStep'> & { isStep: number | null }
  return { ...claimed, isStep: Boolean(claimed.isStep) }
}

export const attemptRecord = (outcome: string, message: string | null) =>
  JSON.stringify({ endedAt: nowIso(), outcome, message })

/** Appends to the JSON array of attempts without reading it first. */
export const APPEND_HISTORY = `history = json_insert(COALESCE(history, '[]'), '$[#]', json(?))`
export const CLEAR_LEASE = `lease_token = NULL, lease_expires_at = NULL`
