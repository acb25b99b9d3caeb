/**
 * The life of a task:
 *
 *     waiting ──► ready ──► running ──► completed
 *        (dependencies)  ▲      │ ├────► awaiting-children ──► completed
 *     scheduled ─────────┘      │ ├────► scheduled   (retry with backoff)
 *        (a time to come)       │ ├────► dead ──► ready (retried by a person) | discarded
 *                               │ └────► held   (it is unknown whether a paid call was accepted)
 *                               ├──────► discarded (what it was about is gone)
 *                               └──────► cancelled
 */
export const TASK_STATES = [
  'waiting',
  'scheduled',
  'ready',
  'running',
  'awaiting-children',
  'held',
  'completed',
  'dead',
  'discarded',
  'cancelled',
] as const
export type TaskState = (typeof TASK_STATES)[number]

/** Nothing will change these by itself. `dead` and `held` rest until a person decides. */
export const FINISHED_STATES: readonly TaskState[] = ['completed', 'discarded', 'cancelled']
/** What a dependent or a parent may go on after. */
export const RELEASING_STATES: readonly TaskState[] = ['completed', 'discarded']

export interface TaskProgress {
  /** 0 to 100. */
  percentage: number
  /** In plain words: `drawing`, `waiting for the provider`. */
  stage: string
  /** Seconds to go, null where unknown. */
  etaSeconds: number | null
}

export interface NewTask {
  /** Chosen beforehand with `engine.newId()`, where other tasks of the same insert name it. */
  id?: string
  type: string
  input: Record<string, unknown>
  /** Higher first. @default 0 */
  priority?: number
  /** Ids of tasks that must have finished (with all their children) before this one is ready. */
  dependsOn?: string[]
  parentId?: string | null
  /** Groups the tasks of one pipeline run. */
  runId?: string | null
  /** A second task with the same key is not inserted. */
  idempotencyKey?: string | null
  /** Not before this time. */
  runAt?: Date | null
  /** @default 3 */
  maxAttempts?: number
  projectId?: string | null
  episodeId?: string | null
  createdById?: string | null
  /** A step of a run (fans out into children), not a unit of work. */
  isStep?: boolean
  /** Plain words for people: `Panel for scene 3, shot 2`. */
  title?: string
  estimatedCostMicroUsd?: number
}

export interface ClaimOptions {
  worker: string
  /** Only these types; all where absent. */
  types?: string[]
  limit: number
  leaseSeconds: number
}

export interface ClaimedTask {
  id: string
  type: string
  title: string | null
  input: Record<string, unknown>
  /** What fences every later write: only its holder may renew or settle. */
  token: string
  /** 1 for the first try. */
  attempt: number
  maxAttempts: number
  runId: string | null
  parentId: string | null
  projectId: string | null
  episodeId: string | null
  createdById: string | null
  isStep: boolean
  priority: number
  /** The provider's operation stored by an earlier attempt, to be polled on instead of started anew. */
  operation: unknown
}

export interface TaskFailure {
  message: string
  /** A stable word, e.g. `provider-unavailable`. */
  code: string
  isRetryable: boolean
}

/** How an attempt ended. */
export type Settlement =
  | { kind: 'completed'; result: unknown; hasChildren: boolean; costMicroUsd: number }
  | { kind: 'retry'; failure: TaskFailure; runAt: Date }
  | { kind: 'dead'; failure: TaskFailure }
  | { kind: 'held'; failure: TaskFailure }
  /** There is nothing to do any more: what waits for it goes on without it. */
  | { kind: 'discarded'; failure: TaskFailure }
  /** `failure`: what could not be stopped with it. */
  | { kind: 'cancelled'; failure?: TaskFailure }
