import type { Collection, Filter, ObjectId } from 'mongodb'
import type { TaskState } from '@/contracts'
import { mapFew } from './client'
import { attemptRecord, LEASE_FIELDS, type TaskDocument } from './taskDocument'

const WORKER_LOST = {
  message: 'The worker stopped in the middle of this task.',
  code: 'worker-lost',
  isRetryable: true,
}

type Expired = Pick<
  TaskDocument,
  '_id' | 'leaseToken' | 'leaseExpiresAt' | 'attempts' | 'maxAttempts' | 'isCancelRequested'
>

function stateAfter(task: Expired): TaskState {
  if (task.isCancelRequested) return 'cancelled'
  return task.attempts >= task.maxAttempts ? 'dead' : 'ready'
}

/**
 * Takes back tasks whose lease ran out. Each is written behind everything that decided its next state: where
 * its worker renewed, settled or was told to cancel in between, nothing matches and the next call looks again.
 */
export async function recoverTasks(
  tasks: Collection<TaskDocument>,
  { now, isExclusiveOwner }: { now: Date; isExclusiveOwner?: boolean },
): Promise<Array<{ id: string; state: 'ready' | 'dead' }>> {
  const filter: Filter<TaskDocument> = {
    state: 'running',
    ...(isExclusiveOwner ? {} : { leaseExpiresAt: { $lt: now } }),
  }
  const expired = await tasks
    .find(filter)
    .project<Expired>({ leaseToken: 1, leaseExpiresAt: 1, attempts: 1, maxAttempts: 1, isCancelRequested: 1 })
    .toArray()
  const recovered = await mapFew(expired, async (task) => {
    const state = stateAfter(task)
    const { matchedCount } = await tasks.updateOne(
      {
        _id: task._id as ObjectId,
        state: 'running',
        leaseToken: task.leaseToken,
        leaseExpiresAt: task.leaseExpiresAt,
        isCancelRequested: task.isCancelRequested,
      },
      {
        $set: {
          state,
          error: WORKER_LOST,
          updatedAt: now,
          ...(state === 'ready' ? {} : { finishedAt: now }),
        },
        $unset: LEASE_FIELDS,
        $push: { history: attemptRecord('worker-lost', null) },
      },
    )
    return matchedCount === 1 ? { id: task._id.toHexString(), state } : null
  })
  return recovered
    .filter((task) => task !== null)
    .map(({ id, state }) => ({ id, state: state === 'ready' ? 'ready' : 'dead' }))
}
