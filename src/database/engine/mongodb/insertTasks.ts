import { type Collection, MongoBulkWriteError, type ObjectId } from 'mongodb'
import type { NewTask } from '@/contracts'
import { cancelBelow } from './cancelTasks'
import { readyTasks } from './releaseTasks'
import { newTaskDocument, RELEASING, type TaskDocument } from './taskDocument'

const DUPLICATE_KEY = 11000

/** Whether every failed insert of a batch only met an idempotency key that was there. */
const isOnlyDuplicates = (error: unknown): boolean => {
  if (!(error instanceof MongoBulkWriteError)) return false
  const failed = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors]
  return failed.length > 0 && failed.every((each) => each.code === DUPLICATE_KEY)
}

/** Tasks among the new ones that hang on something that was cancelled. */
async function findStillborn(tasks: Collection<TaskDocument>, inserted: TaskDocument[]): Promise<ObjectId[]> {
  const above = inserted.flatMap((task) => (task.parent ? [task.parent, ...task.dependsOn] : task.dependsOn))
  if (above.length === 0) return []
  const cancelled = await tasks
    .find({
      _id: { $in: above },
      $or: [{ state: 'cancelled' }, { isCancelRequested: true, state: { $nin: RELEASING } }],
    })
    .project<{ _id: ObjectId }>({ _id: 1 })
    .toArray()
  const dead = new Set(cancelled.map(({ _id }) => _id.toHexString()))
  return inserted
    .filter((task) => [task.parent, ...task.dependsOn].some((id) => id && dead.has(id.toHexString())))
    .map(({ _id }) => _id)
}

/**
 * Inserts tasks, unordered, so that one repeated key does not stop the rest. What may have happened between
 * the caller's look and the insert is looked at after it: whoever ends or cancels a task afterwards finds the
 * new ones, and what ended or was cancelled before is found here.
 *
 * @returns the id of each, of the one inserted or of the one that had its key.
 */
export async function insertTasks(tasks: Collection<TaskDocument>, all: NewTask[]): Promise<string[]> {
  if (all.length === 0) return []
  const documents = all.map(newTaskDocument)
  try {
    await tasks.insertMany(documents, { ordered: false })
  } catch (error) {
    if (!isOnlyDuplicates(error)) throw error
  }
  const keys = documents.flatMap(({ idempotencyKey }) => (idempotencyKey ? [idempotencyKey] : []))
  const byKey = new Map<string, ObjectId>()
  if (keys.length > 0) {
    const known = tasks
      .find({ idempotencyKey: { $in: keys } })
      .project<{ _id: ObjectId; idempotencyKey: string }>({ idempotencyKey: 1 })
    for await (const { _id, idempotencyKey } of known) byKey.set(idempotencyKey, _id)
  }
  const idOf = (document: TaskDocument) => byKey.get(document.idempotencyKey ?? '') ?? document._id
  const inserted = documents.filter((document) => idOf(document).equals(document._id))
  const stillborn = await findStillborn(tasks, inserted)
  if (stillborn.length > 0) await cancelBelow(tasks, stillborn)
  const waiting = inserted.filter(({ state }) => state === 'waiting').map(({ _id }) => _id)
  if (waiting.length > 0) await readyTasks(tasks, { _id: { $in: waiting } })
  return documents.map((document) => idOf(document).toHexString())
}
