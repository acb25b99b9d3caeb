import type { ClaimedTask } from '@/contracts'

/** States that let a parent complete. Written out the same way in the partial indexes that serve it. */
export const FINISHED = `('completed', 'discarded', 'cancelled')`
/** States that let a dependent start. */
export const RELEASING = `('completed', 'discarded')`

export const nowIso = () => new Date().toISOString()
export const json = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value)
const parse = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : (value ?? null))

export interface TaskRow {
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

export const toClaimed = (row: TaskRow): ClaimedTask => ({
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

export const attemptRecord = (outcome: string, message: string | null) =>
  JSON.stringify({ endedAt: nowIso(), outcome, message })

/** Appends to the JSON array of attempts without reading it first. */
export const APPEND_HISTORY = `history = json_insert(COALESCE(history, '[]'), '$[#]', json(?))`
export const CLEAR_LEASE = `lease_token = NULL, lease_expires_at = NULL`
