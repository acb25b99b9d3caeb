import type { Collection, Filter, ObjectId } from 'mongodb'
import { mapFew, parseId } from './client'
import { FINISHED, RELEASING, type TaskDocument, UNFINISHED } from './taskDocument'

/**
 * Cancels one task: a running one gets a request, which its worker reads at the next renewal; any other ends
 * at once. One that is claimed or put back between the two steps is met by the second or the next round.
 */
async function cancelOne(tasks: Collection<TaskDocument>, id: ObjectId): Promise<ObjectId | null> {
  for (;;) {
    const now = new Date()
    const running = await tasks.updateOne(
      { _id: id, state: 'running' },
      { $set: { isCancelRequested: true, updatedAt: now } },
    )
    if (running.matchedCount === 1) return id
    const resting = await tasks.updateOne(
      { _id: id, state: { $nin: [...FINISHED, 'running'] } },
      { $set: { isCancelRequested: true, state: 'cancelled', finishedAt: now, updatedAt: now } },
    )
    if (resting.matchedCount === 1) return id
    const task = await tasks.findOne({ _id: id, state: { $in: UNFINISHED } }, { projection: { _id: 1 } })
    if (!task) return null
  }
}

const idsOf = async (tasks: Collection<TaskDocument>, filter: Filter<TaskDocument>): Promise<ObjectId[]> => {
  const found = await tasks.find(filter).project<{ _id: ObjectId }>({ _id: 1 }).toArray()
  return found.map(({ _id }) => _id)
}

/**
 * Cancels the tasks and, level by level, their children and what depends on them. From the top down, so that
 * a child inserted meanwhile finds its parent cancelled, or is found here. It passes through what an earlier
 * call cancelled, which may have died half-way, and stops at what completed: that holds nobody up.
 *
 * @returns ids of all that were cancelled or asked to stop.
 */
export async function cancelBelow(tasks: Collection<TaskDocument>, roots: ObjectId[]): Promise<string[]> {
  const seen = new Set(roots.map((id) => id.toHexString()))
  const cancelled: string[] = []
  let level = roots
  while (level.length > 0) {
    const done = await mapFew(level, (id) => cancelOne(tasks, id))
    cancelled.push(...done.flatMap((id) => (id ? [id.toHexString()] : [])))
    const open = await idsOf(tasks, { _id: { $in: level }, state: { $nin: RELEASING } })
    const below = await idsOf(tasks, { $or: [{ parent: { $in: open } }, { dependsOn: { $in: open } }] })
    level = below.filter((id) => !seen.has(id.toHexString()))
    for (const id of level) seen.add(id.toHexString())
  }
  return cancelled
}

export async function cancelTasks(
  tasks: Collection<TaskDocument>,
  where: { id: string } | { runId: string },
): Promise<string[]> {
  if ('id' in where) {
    const id = parseId(where.id)
    return id ? cancelBelow(tasks, [id]) : []
  }
  return cancelBelow(tasks, await idsOf(tasks, { runId: where.runId }))
}
