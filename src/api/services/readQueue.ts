import { TASK_STATES, type TaskState } from '@/contracts'
import type { ServiceContext } from '@/database/services/Service'
import { TaskService } from '@/database/services/TaskService'
import type { QueueBody } from '../schemas'
import { presentTask } from '../support/present'
import { readOr } from './readOr'

const emptyCounts = () =>
  Object.fromEntries(TASK_STATES.map((state) => [state, 0])) as Record<TaskState, number>

/** The queue as the API and the dashboard show it. */
export async function readQueue(context: ServiceContext): Promise<QueueBody> {
  const nothing = { counts: emptyCounts(), workers: [], running: [], failed: [], recent: [] }
  const { counts, workers, running, failed, recent } = await readOr(nothing, () =>
    new TaskService(context).overview(),
  )
  return {
    counts,
    workers,
    running: running.map(presentTask),
    failed: failed.map(presentTask),
    recent: recent.map(presentTask),
  }
}
