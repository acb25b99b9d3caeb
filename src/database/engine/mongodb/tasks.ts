import type { ObjectId } from 'mongodb'
import type { EventStore, TaskStore } from '@/contracts'
import { cancelTasks } from './cancelTasks'
import { claimTasks } from './claimTasks'
import { type GetDb, nativeCollection, parseId, plainJson } from './client'
import { insertTasks } from './insertTasks'
import { recoverTasks } from './recoverTasks'
import { releaseTasks } from './releaseTasks'
import { giveBackTask, heldBy, settleTask } from './settleTask'
import { attemptRecord, FINISHED, type TaskDocument } from './taskDocument'

/**
 * The queue on MongoDB. It works on the native collection without a session: a write of one document is
 * atomic and waits for a conflicting one, whereas inside a transaction the conflict would be an error. Where
 * a step needs two writes, the second demands what the first looked at, and repeating it does no harm.
 */
export function mongodbTaskStore(db: GetDb, events: EventStore): TaskStore {
  const tasks = () => nativeCollection<TaskDocument>(db, 'tasks')

  /** Changes a task that rests until a person decides. */
  const decide = async (id: string, outcome: string, change: Partial<TaskDocument>, unset = {}) => {
    const _id = parseId(id)
    if (!_id) return false
    const { matchedCount } = await tasks().updateOne(
      { _id, state: { $in: ['dead', 'held'] } },
      {
        $set: { ...change, updatedAt: new Date() },
        $push: { history: attemptRecord(outcome, null) },
        ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
      },
    )
    return matchedCount === 1
  }

  return {
    insert: (all) => insertTasks(tasks(), all),
    claim: (options) => claimTasks(tasks(), options),
    async settle({ event, ...args }) {
      const isMine = await settleTask(tasks(), args)
      if (isMine && event) await events.append([event])
      return isMine
    },
    giveBack: (args) => giveBackTask(tasks(), args),
    recoverExpired: (args) => recoverTasks(tasks(), args),
    release: (about) => releaseTasks(tasks(), about),
    cancel: (where) => cancelTasks(tasks(), where),

    async cancelRequested(ids) {
      const _ids = ids.map(parseId).filter((id) => id !== null)
      const found = await tasks()
        .find({ _id: { $in: _ids }, state: 'running', isCancelRequested: true })
        .project<{ _id: ObjectId }>({ _id: 1 })
        .toArray()
      return found.map(({ _id }) => _id.toHexString())
    },

    async renew({ id, token, leaseSeconds, progress }) {
      const held = heldBy(id, token)
      if (!held) return 'lost'
      const now = new Date()
      const task = await tasks().findOneAndUpdate(
        held,
        {
          $set: {
            leaseExpiresAt: new Date(now.getTime() + leaseSeconds * 1000),
            heartbeatAt: now,
            updatedAt: now,
            ...(progress ? { progress } : {}),
          },
        },
        { projection: { isCancelRequested: 1 } },
      )
      if (!task) return 'lost'
      return task.isCancelRequested ? 'cancel-requested' : 'renewed'
    },

    async saveOperation({ id, token, operation }) {
      const held = heldBy(id, token)
      if (!held) return false
      const { matchedCount } = await tasks().updateOne(held, {
        $set: { operation: plainJson(operation), updatedAt: new Date() },
      })
      return matchedCount === 1
    },

    async promoteDue(now) {
      const { modifiedCount } = await tasks().updateMany(
        { state: 'scheduled', runAt: { $lte: now } },
        { $set: { state: 'ready', updatedAt: now } },
      )
      return modifiedCount
    },

    retryDead: (id) =>
      decide(
        id,
        'retried-by-person',
        { state: 'ready', attempts: 0, isCancelRequested: false },
        { error: '', finishedAt: '', runAt: '' },
      ),

    discardDead: (id) => decide(id, 'discarded-by-person', { state: 'discarded' }),

    async countRun(runId) {
      const rows = await tasks()
        .aggregate<{ _id: { type: string; state: string; isStep?: boolean }; count: number }>([
          { $match: { runId } },
          { $group: { _id: { type: '$type', state: '$state', isStep: '$isStep' }, count: { $sum: 1 } } },
        ])
        .toArray()
      return rows.map(({ _id, count }) => ({ ..._id, isStep: Boolean(_id.isStep), count }))
    },

    async sweepFinished(before, limit) {
      const found = await tasks()
        .find({ state: { $in: FINISHED }, finishedAt: { $lt: before } })
        .project({ _id: 1 })
        .limit(limit)
        .toArray()
      if (found.length === 0) return 0
      const { deletedCount } = await tasks().deleteMany({ _id: { $in: found.map(({ _id }) => _id) } })
      return deletedCount
    },
  }
}
