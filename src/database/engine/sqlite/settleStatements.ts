import type { Settlement, TaskState } from '@/contracts'
import type { SqlValue, Statement } from './connection'
import { APPEND_HISTORY, attemptRecord, CLEAR_LEASE, json, nowIso } from './taskRows'

/** How a lease ends: the state after it, and columns that change with it. */
interface Ending {
  state: TaskState
  set: Record<string, SqlValue>
  /** Columns that grow by a number. */
  add?: Record<string, number>
  /** Null where the attempt leaves no trace. */
  record: string | null
}

/** One UPDATE that only the holder of the lease passes. */
function underLease(id: string, token: string, ending: Ending, condition = ''): Statement {
  const { state, set, add = {}, record } = ending
  const columns = [
    ...Object.keys(set).map((column) => `${column} = ?`),
    ...Object.keys(add).map((column) => `${column} = ${column} + ?`),
    'state = ?',
    'updated_at = ?',
    CLEAR_LEASE,
    ...(record ? [APPEND_HISTORY] : []),
  ]
  return {
    sql: `UPDATE tasks SET ${columns.join(', ')}
          WHERE id = ? AND lease_token = ? AND state = 'running' ${condition}`,
    args: [
      ...Object.values(set),
      ...Object.values(add),
      state,
      nowIso(),
      ...(record ? [record] : []),
      id,
      token,
    ],
  }
}

/** An ending for a task that nobody cancelled, and the one for a task that somebody did. */
const unlessCancelled = (id: string, token: string, ending: Ending, cancelled: Ending): Statement[] => [
  underLease(id, token, ending, 'AND is_cancel_requested IS NOT 1'),
  underLease(id, token, cancelled),
]

function ended(state: 'dead' | 'held' | 'discarded' | 'cancelled', settlement: Settlement): Ending {
  const failure = ('failure' in settlement && settlement.failure) || null
  return {
    state,
    set: { finished_at: nowIso(), ...(failure ? { error: json(failure) } : {}) },
    record: attemptRecord(state, failure?.message ?? null),
  }
}

function completed(
  state: 'completed' | 'awaiting-children' | 'cancelled',
  settlement: Extract<Settlement, { kind: 'completed' }>,
): Ending {
  return {
    state,
    set: {
      result: json(settlement.result),
      error: null,
      operation: null,
      progress_eta_seconds: null,
      ...(state === 'awaiting-children' ? {} : { finished_at: nowIso() }),
      ...(state === 'completed' ? { progress_percentage: 100 } : {}),
    },
    add: { actual_cost: settlement.costMicroUsd },
    record: attemptRecord('completed', null),
  }
}

/**
 * The statements that end an attempt, to be tried in turn: the first of them that changes a row has ended it, and
 * where none does the lease is lost. Where a person cancelled the task meanwhile, neither its failure nor its
 * children (which were cancelled with it) keep it alive: it ends as cancelled.
 */
export function settleStatements(id: string, token: string, settlement: Settlement): Statement[] {
  const cancelled = ended('cancelled', settlement)
  switch (settlement.kind) {
    case 'completed': {
      if (!settlement.hasChildren) return [underLease(id, token, completed('completed', settlement))]
      const awaiting = completed('awaiting-children', settlement)
      return unlessCancelled(id, token, awaiting, completed('cancelled', settlement))
    }
    case 'retry': {
      const { failure, runAt } = settlement
      const scheduled: Ending = {
        state: 'scheduled',
        set: { run_at: runAt.toISOString(), error: json(failure) },
        record: attemptRecord('retry', failure.message),
      }
      return unlessCancelled(id, token, scheduled, cancelled)
    }
    case 'dead':
    case 'discarded':
      return unlessCancelled(id, token, ended(settlement.kind, settlement), cancelled)
    // Money may have been spent: a person has to look at it, cancelled or not.
    case 'held':
      return [underLease(id, token, ended('held', settlement))]
    case 'cancelled':
      return [underLease(id, token, cancelled)]
  }
}

/** Puts a task back as if this attempt had not been; one that was cancelled ends instead. */
export function giveBackStatements(id: string, token: string): Statement[] {
  const back: Ending = { state: 'ready', set: {}, add: { attempts: -1 }, record: null }
  return unlessCancelled(id, token, back, ended('cancelled', { kind: 'cancelled' }))
}
