import type { Collection, Filter } from 'mongodb'
import { v7 as uuid } from 'uuid'
import type { ClaimedTask, ClaimOptions } from '@/contracts'
import { type TaskDocument, toClaimed } from './taskDocument'

/**
 * Takes ready tasks one by one: findOneAndUpdate is atomic for one document, and of two callers who meet at
 * one task the server gives it to the first and lets the other look again. The filter and the sort are those
 * of the partial index `tasks_claim`, so that finished tasks cost nothing.
 *
 * A reply that is lost on the way leaves a task leased to nobody; its lease runs out like a dead worker's.
 */
export async function claimTasks(
  tasks: Collection<TaskDocument>,
  { worker, types, limit, leaseSeconds }: ClaimOptions,
): Promise<ClaimedTask[]> {
  const token = uuid()
  const filter: Filter<TaskDocument> = { state: 'ready', ...(types ? { type: { $in: types } } : {}) }
  const claimed: ClaimedTask[] = []
  while (claimed.length < limit) {
    const now = new Date()
    const task = await tasks.findOneAndUpdate(
      filter,
      {
        $set: {
          state: 'running',
          leaseToken: token,
          leaseExpiresAt: new Date(now.getTime() + leaseSeconds * 1000),
          heartbeatAt: now,
          worker,
          updatedAt: now,
        },
        // Keeps the time of the first attempt.
        $min: { startedAt: now },
        $inc: { attempts: 1 },
        $unset: { 'progress.stage': '' },
      },
      { sort: { priority: -1, _id: 1 }, returnDocument: 'after' },
    )
    if (!task) break
    claimed.push(toClaimed(task, token))
  }
  return claimed
}
