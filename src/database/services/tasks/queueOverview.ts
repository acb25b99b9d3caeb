import type { Payload } from 'payload'
import { TASK_STATES, type TaskState } from '@/contracts'
import type { Task } from '@/payload-types'
import type { AccessOptions } from '../Service'

export interface QueueOverview {
  counts: Record<TaskState, number>
  /** Who holds leases now. */
  workers: Array<{ name: string; tasks: number; heartbeatAt: string | null }>
  running: Task[]
  /** Resting until a person decides: dead and held. */
  failed: Task[]
  recent: Task[]
}

/** The queue as its dashboard shows it, in so far as the user may see it. */
export async function queueOverview(payload: Payload, access: AccessOptions): Promise<QueueOverview> {
  const list = (states: TaskState[], limit: number, sort: string) =>
    payload.find({
      collection: 'tasks',
      where: { state: { in: states } },
      sort,
      limit,
      pagination: false,
      depth: 0,
      ...access,
    })
  const counts = await Promise.all(
    TASK_STATES.map(async (state) => {
      const { totalDocs } = await payload.count({
        collection: 'tasks',
        where: { state: { equals: state } },
        ...access,
      })
      return [state, totalDocs] as const
    }),
  )
  const [running, failed, recent] = await Promise.all([
    list(['running'], 50, '-priority'),
    list(['dead', 'held'], 50, '-finishedAt'),
    list(['completed', 'discarded', 'cancelled'], 20, '-finishedAt'),
  ])
  const workers = new Map<string, { name: string; tasks: number; heartbeatAt: string | null }>()
  for (const task of running.docs) {
    const name = task.worker ?? 'unknown'
    const worker = workers.get(name) ?? { name, tasks: 0, heartbeatAt: null }
    worker.tasks += 1
    if (task.heartbeatAt && (worker.heartbeatAt ?? '') < task.heartbeatAt)
      worker.heartbeatAt = task.heartbeatAt
    workers.set(name, worker)
  }
  return {
    counts: Object.fromEntries(counts) as Record<TaskState, number>,
    workers: [...workers.values()],
    running: running.docs,
    failed: failed.docs,
    recent: recent.docs,
  }
}
