/**
 * What Payload's adapter cannot declare: partial indexes and the engine's own tables. Each index is written
 * for one query of tasks.ts and repeats its condition word for word, as SQLite needs to use it.
 */
export const OWN_SCHEMA: string[] = [
  // Payload gives every table an index on its times, and every relationship one. On the two tables that are
  // written all the time these cost more than all else together, and no query of ours needs them: ids are
  // in order of time, and a run's or a project's tasks are found by run_id and project_id alone.
  ...['updated_at', 'created_at', 'created_by'].map((column) => `DROP INDEX IF EXISTS tasks_${column}_idx`),
  'DROP INDEX IF EXISTS runId_state_idx',
  'DROP INDEX IF EXISTS project_state_idx',
  ...['updated_at', 'created_at', 'type'].map((column) => `DROP INDEX IF EXISTS events_${column}_idx`),
  'DROP INDEX IF EXISTS events_project_idx', // (project, sequence) begins with it
  // Most tasks are not finished when they are written, and what workers do has no actor: null has no place in
  // these two.
  'DROP INDEX IF EXISTS tasks_finished_at_idx',
  'DROP INDEX IF EXISTS events_actor_idx',
  `CREATE INDEX IF NOT EXISTS tasks_finished ON tasks (finished_at) WHERE finished_at IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS events_actor ON events (actor_id) WHERE actor_id IS NOT NULL`,
  // claim: only ready tasks are in it, so a million finished ones cost nothing.
  `CREATE INDEX IF NOT EXISTS tasks_claim ON tasks (priority DESC, id) WHERE state = 'ready'`,
  // promoteDue
  `CREATE INDEX IF NOT EXISTS tasks_due ON tasks (run_at) WHERE state = 'scheduled'`,
  // recoverExpired
  `CREATE INDEX IF NOT EXISTS tasks_leases ON tasks (lease_expires_at) WHERE state = 'running'`,
  // release: is there an unfinished child?
  `CREATE INDEX IF NOT EXISTS tasks_unfinished_children ON tasks (parent_id)
     WHERE parent_id IS NOT NULL AND state NOT IN ('completed', 'discarded', 'cancelled')`,
  // release, the sweep at start
  `CREATE INDEX IF NOT EXISTS tasks_awaiting ON tasks (id) WHERE state = 'awaiting-children'`,
  `CREATE INDEX IF NOT EXISTS tasks_waiting ON tasks (id) WHERE state = 'waiting'`,
  `CREATE TABLE IF NOT EXISTS showrunner_locks (name TEXT PRIMARY KEY, token TEXT NOT NULL, expires_at INTEGER NOT NULL)`,
]
