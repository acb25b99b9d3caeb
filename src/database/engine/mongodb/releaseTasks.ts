import type { Collection, Filter, ObjectId } from 'mongodb'
import { mapFew, parseId } from './client'
import { RELEASING, type TaskDocument, UNFINISHED } from './taskDocument'

type Waiting = Pick<TaskDocument, '_id' | 'dependsOn' | 'runAt'>

/**
 * Makes ready those of the waiting tasks found by `where` whose dependencies have all ended. A dependency
 * that is gone (swept, deleted) holds nobody up.
 *
 * A task is looked at and written in two steps. That is safe: an ended dependency does not come back to life,
 * and the write demands that the task is still waiting, so that of two callers one reports it.
 */
export async function readyTasks(
  tasks: Collection<TaskDocument>,
  where: Filter<TaskDocument>,
): Promise<string[]> {
  const waiting = await tasks
    .find({ ...where, state: 'waiting' })
    .project<Waiting>({ dependsOn: 1, runAt: 1 })
    .toArray()
  if (waiting.length === 0) return []
  const dependencies = new Map(
    waiting.flatMap(({ dependsOn }) => dependsOn ?? []).map((id) => [id.toHexString(), id]),
  )
  const blocking = await tasks
    .find({ _id: { $in: [...dependencies.values()] }, state: { $nin: RELEASING } })
    .project<{ _id: ObjectId }>({ _id: 1 })
    .toArray()
  const blocked = new Set(blocking.map(({ _id }) => _id.toHexString()))
  const free = waiting.filter(
    ({ dependsOn }) => !(dependsOn ?? []).some((id) => blocked.has(id.toHexString())),
  )
  const readied = await mapFew(free, async ({ _id, runAt }) => {
    const now = new Date()
    const { matchedCount } = await tasks.updateOne(
      { _id, state: 'waiting' },
      { $set: { state: runAt && runAt > now ? 'scheduled' : 'ready', updatedAt: now } },
    )
    return matchedCount === 1 ? _id.toHexString() : null
  })
  return readied.filter((id) => id !== null)
}

/**
 * Completes one task that waits for its children, where none is unfinished. Between the look and the write no
 * child can appear: only the task itself, which has settled, and its own unfinished children add any.
 */
async function completeParent(
  tasks: Collection<TaskDocument>,
  id: ObjectId,
): Promise<Pick<TaskDocument, '_id' | 'parent'> | null> {
  const child = await tasks.findOne({ parent: id, state: { $in: UNFINISHED } }, { projection: { _id: 1 } })
  if (child) return null
  const now = new Date()
  return tasks.findOneAndUpdate(
    { _id: id, state: 'awaiting-children' },
    { $set: { state: 'completed', 'progress.percentage': 100, finishedAt: now, updatedAt: now } },
    { projection: { parent: 1 } },
  )
}

/** Completes every parent that can be, bottom up, until a round completes none. */
async function completeAllParents(tasks: Collection<TaskDocument>): Promise<string[]> {
  const completed: string[] = []
  for (;;) {
    const awaiting = await tasks
      .find({ state: 'awaiting-children' })
      .project<{ _id: ObjectId }>({ _id: 1 })
      .toArray()
    const round = await mapFew(awaiting, ({ _id }) => completeParent(tasks, _id))
    const ids = round.flatMap((parent) => (parent ? [parent._id.toHexString()] : []))
    completed.push(...ids)
    if (ids.length === 0) return completed
  }
}

/** The cascade after the end of one task, or of everything that can go on (the sweep that mends a crash). */
export async function releaseTasks(
  tasks: Collection<TaskDocument>,
  about?: { id: string; parentId: string | null },
): Promise<{ completed: string[]; readied: string[] }> {
  if (!about) {
    const completed = await completeAllParents(tasks)
    return { completed, readied: await readyTasks(tasks, {}) }
  }
  const completed: string[] = []
  const ended = [parseId(about.id)]
  let parentId = about.parentId ? parseId(about.parentId) : null
  while (parentId) {
    const parent = await completeParent(tasks, parentId)
    if (!parent) break
    completed.push(parent._id.toHexString())
    ended.push(parent._id)
    parentId = parent.parent ?? null
  }
  const dependsOn = { $in: ended.filter((id) => id !== null) }
  return { completed, readied: await readyTasks(tasks, { dependsOn }) }
}
