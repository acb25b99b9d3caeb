import type { Collection, Filter, UpdateFilter } from 'mongodb'
import type { Settlement } from '@/contracts'
import { parseId, plainJson } from './client'
import { attemptRecord, LEASE_FIELDS, type TaskDocument } from './taskDocument'

type Update = UpdateFilter<TaskDocument>

/** What only the holder of a lease may match; null where the id names nothing. */
export function heldBy(id: string, token: string): Filter<TaskDocument> | null {
  const _id = parseId(id)
  return _id && { _id, leaseToken: token, state: 'running' }
}

function completed(
  state: 'completed' | 'awaiting-children' | 'cancelled',
  settlement: Extract<Settlement, { kind: 'completed' }>,
  now: Date,
): Update {
  return {
    $set: {
      state,
      result: plainJson(settlement.result),
      updatedAt: now,
      ...(state === 'awaiting-children' ? {} : { finishedAt: now }),
      ...(state === 'completed' ? { 'progress.percentage': 100 } : {}),
    },
    $inc: { actualCost: settlement.costMicroUsd },
    $unset: { ...LEASE_FIELDS, error: '', operation: '', 'progress.etaSeconds': '' },
    $push: { history: attemptRecord('completed', null) },
  }
}

function ended(
  state: 'dead' | 'held' | 'discarded' | 'cancelled',
  now: Date,
  settlement: Settlement,
): Update {
  const failure = ('failure' in settlement && settlement.failure) || null
  return {
    $set: { state, finishedAt: now, updatedAt: now, ...(failure ? { error: failure } : {}) },
    $unset: LEASE_FIELDS,
    $push: { history: attemptRecord(state, failure?.message ?? null) },
  }
}

const scheduled = (settlement: Extract<Settlement, { kind: 'retry' }>, now: Date): Update => ({
  $set: { state: 'scheduled', runAt: settlement.runAt, error: settlement.failure, updatedAt: now },
  $unset: LEASE_FIELDS,
  $push: { history: attemptRecord('retry', settlement.failure.message) },
})

/** Tries one update after another, each behind its own condition. @returns whether one of them matched. */
async function firstMatch(
  tasks: Collection<TaskDocument>,
  steps: Array<[Filter<TaskDocument>, Update]>,
): Promise<boolean> {
  for (const [filter, update] of steps) {
    const { matchedCount } = await tasks.updateOne(filter, update)
    if (matchedCount === 1) return true
  }
  return false
}

/**
 * Ends an attempt under its lease. Where a person cancelled the task meanwhile, neither its failure nor its
 * children (which were cancelled with it) keep it alive: it ends as cancelled. The request only ever goes from false to true while a lease runs, so where the uncancelled case
 * does not match, the cancelled one behind it does, or the lease is lost.
 */
export async function settleTask(
  tasks: Collection<TaskDocument>,
  { id, token, settlement }: { id: string; token: string; settlement: Settlement },
): Promise<boolean> {
  const held = heldBy(id, token)
  if (!held) return false
  const now = new Date()
  const asCancelled = ended('cancelled', now, settlement)
  const uncancelled = { ...held, isCancelRequested: { $ne: true } }
  switch (settlement.kind) {
    case 'completed':
      if (!settlement.hasChildren) return firstMatch(tasks, [[held, completed('completed', settlement, now)]])
      return firstMatch(tasks, [
        [uncancelled, completed('awaiting-children', settlement, now)],
        [held, completed('cancelled', settlement, now)],
      ])
    case 'retry':
      return firstMatch(tasks, [
        [uncancelled, scheduled(settlement, now)],
        [held, asCancelled],
      ])
    case 'dead':
    case 'discarded':
      return firstMatch(tasks, [
        [uncancelled, ended(settlement.kind, now, settlement)],
        [held, asCancelled],
      ])
    // Money may have been spent: a person has to look at it, cancelled or not.
    case 'held':
      return firstMatch(tasks, [[held, ended('held', now, settlement)]])
    case 'cancelled':
      return firstMatch(tasks, [[held, asCancelled]])
  }
}

/** Puts a task back as if this attempt had not been; one that was cancelled ends instead. */
export async function giveBackTask(
  tasks: Collection<TaskDocument>,
  { id, token }: { id: string; token: string },
): Promise<boolean> {
  const held = heldBy(id, token)
  if (!held) return false
  const now = new Date()
  return firstMatch(tasks, [
    [
      { ...held, isCancelRequested: { $ne: true } },
      { $set: { state: 'ready', updatedAt: now }, $inc: { attempts: -1 }, $unset: LEASE_FIELDS },
    ],
    [held, ended('cancelled', now, { kind: 'cancelled' })],
  ])
}
