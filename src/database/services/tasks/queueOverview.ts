import type { Payload, Where } from 'payload'
import { TASK_STATES, type TaskState } from '@/contracts'
import { relationId } from '@/lib/ids'
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
  /** What the tasks above are of, in so far as the user may see it. */
  projects: Array<{ id: string; title: string }>
  episodes: Array<{ id: string; title: string; episodeNumber: number }>
}

export interface QueueFilters {
  /** Only what is of this project. */
  project?: string
  /** Only what is of this episode. */
  episode?: string
}

const idsOf = (tasks: Task[], field: 'project' | 'episode'): string[] => [
  ...new Set(tasks.map((task) => relationId(task[field])).filter((id) => id !== null)),
]

/** The projects and episodes of tasks, by name. */
async function namesOf(
  payload: Payload,
  access: AccessOptions,
  tasks: Task[],
): Promise<Pick<QueueOverview, 'projects' | 'episodes'>> {
  const common = { depth: 0, pagination: false, joins: false, ...access } as const
  const [projects, episodes] = await Promise.all([
    payload.find({
      collection: 'projects',
      where: { id: { in: idsOf(tasks, 'project') } },
      select: { title: true },
      ...common,
    }),
    payload.find({
      collection: 'episodes',
      where: { id: { in: idsOf(tasks, 'episode') } },
      select: { title: true, episodeNumber: true },
      ...common,
    }),
  ])
  return {
    projects: projects.docs.map(({ id, title }) => ({ id: String(id), title })),
    episodes: episodes.docs.map(({ id, title, episodeNumber }) => ({ id: String(id), title, episodeNumber })),
  }
}

/** The queue as its dashboard shows it, in so far as the user may see it. */
export async function queueOverview(
  payload: Payload,
  access: AccessOptions,
  filters: QueueFilters = {},
): Promise<QueueOverview> {
  const within = (['project', 'episode'] as const).flatMap((field): Where[] =>
    filters[field] ? [{ [field]: { equals: filters[field] } }] : [],
  )
  const list = (states: TaskState[], limit: number, sort: string) =>
    payload.find({
      collection: 'tasks',
      where: { and: [{ state: { in: states } }, ...within] },
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
        where: { and: [{ state: { equals: state } }, ...within] },
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
    ...(await namesOf(payload, access, [...running.docs, ...failed.docs, ...recent.docs])),
  }
}
