import { ObjectId } from 'mongodb'
import {
  type ClaimedTask,
  FINISHED_STATES,
  type NewTask,
  RELEASING_STATES,
  TASK_STATES,
  type TaskFailure,
  type TaskState,
} from '@/contracts'
import { fromId, plainJson, toId } from './client'

/** How one attempt ended. */
export interface AttemptRecord {
  endedAt: string
  outcome: string
  message: string | null
}

/** A task as Payload's adapter stores it: relationships are ObjectIds, dates are Dates, nothing is null. */
export interface TaskDocument {
  _id: ObjectId
  title?: string
  type: string
  state: TaskState
  priority: number
  input: unknown
  result?: unknown
  error?: TaskFailure
  history: AttemptRecord[]
  operation?: unknown
  attempts: number
  maxAttempts: number
  estimatedCost: number
  actualCost: number
  dependsOn: ObjectId[]
  project?: ObjectId
  episode?: ObjectId
  parent?: ObjectId
  isStep: boolean
  runId?: string
  idempotencyKey?: string
  createdBy?: ObjectId
  runAt?: Date
  worker?: string
  leaseToken?: string
  leaseExpiresAt?: Date
  heartbeatAt?: Date
  isCancelRequested: boolean
  startedAt?: Date
  finishedAt?: Date
  progress: { percentage: number; stage?: string | null; etaSeconds?: number | null }
  createdAt: Date
  updatedAt: Date
}

/** Copies for the driver, which wants mutable lists. */
export const FINISHED: TaskState[] = [...FINISHED_STATES]
export const RELEASING: TaskState[] = [...RELEASING_STATES]
/** Every other state, named one by one: an index serves `$in`, not `$nin`. */
export const UNFINISHED: TaskState[] = TASK_STATES.filter((state) => !FINISHED.includes(state))

/** What a lease consists of, for `$unset`. */
export const LEASE_FIELDS = { leaseToken: '', leaseExpiresAt: '' } as const

export const attemptRecord = (outcome: string, message: string | null): AttemptRecord => ({
  endedAt: new Date().toISOString(),
  outcome,
  message,
})

/** Optional fields are left out, not null: the unique index on the idempotency key is sparse. */
const present = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<Fields>

const reference = (id: string | null | undefined): ObjectId | null => (id ? toId(id) : null)

export function newTaskDocument(task: NewTask): TaskDocument {
  const now = new Date()
  const dependsOn = (task.dependsOn ?? []).map(toId)
  const isLater = Boolean(task.runAt && task.runAt > now)
  return {
    _id: new ObjectId(task.id),
    type: task.type,
    state: dependsOn.length > 0 ? 'waiting' : isLater ? 'scheduled' : 'ready',
    priority: task.priority ?? 0,
    input: plainJson(task.input) ?? {},
    history: [],
    attempts: 0,
    maxAttempts: task.maxAttempts ?? 3,
    estimatedCost: task.estimatedCostMicroUsd ?? 0,
    actualCost: 0,
    dependsOn,
    isStep: task.isStep ?? false,
    isCancelRequested: false,
    progress: { percentage: 0 },
    createdAt: now,
    updatedAt: now,
    ...present({
      title: task.title,
      project: reference(task.projectId),
      episode: reference(task.episodeId),
      parent: reference(task.parentId),
      createdBy: reference(task.createdById),
      runId: task.runId,
      idempotencyKey: task.idempotencyKey,
      runAt: task.runAt,
    }),
  } as TaskDocument
}

export const toClaimed = (task: TaskDocument, token: string): ClaimedTask => ({
  id: task._id.toHexString(),
  type: task.type,
  title: task.title ?? null,
  input: (task.input ?? {}) as Record<string, unknown>,
  token,
  attempt: task.attempts,
  maxAttempts: task.maxAttempts,
  runId: task.runId ?? null,
  parentId: fromId(task.parent),
  projectId: fromId(task.project),
  episodeId: fromId(task.episode),
  createdById: fromId(task.createdBy),
  isStep: task.isStep ?? false,
  priority: task.priority,
  operation: task.operation ?? null,
})
