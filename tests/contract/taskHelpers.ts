import { expect } from 'vitest'
import type { ClaimedTask, NewTask, Settlement, TaskFailure } from '@/contracts'
import type { Booted } from './engines'

export const failure: TaskFailure = { message: 'It broke.', code: 'broken', isRetryable: true }
export const done: Extract<Settlement, { kind: 'completed' }> = {
  kind: 'completed',
  result: { ok: true },
  hasChildren: false,
  costMicroUsd: 5,
}
export const fannedOut: Settlement = { kind: 'completed', result: null, hasChildren: true, costMicroUsd: 0 }
export const dead: Settlement = { kind: 'dead', failure }
export const retryNow = (): Settlement => ({ kind: 'retry', failure, runAt: new Date(Date.now() - 1000) })

/** The queue under test, and a few things every test does with it. */
export function queueOf({ engine, payload }: Booted) {
  const { tasks } = engine
  /** Inserts one task of a type of its own, so that tests do not claim each other's. */
  const add = async (type: string, task: Partial<NewTask> = {}): Promise<string> => {
    const [id] = await tasks.insert([{ type, input: {}, ...task }])
    return id as string
  }
  const claim = (type: string, limit = 1, leaseSeconds = 60): Promise<ClaimedTask[]> =>
    tasks.claim({ worker: 'test', types: [type], limit, leaseSeconds })
  /** Claims the one task there must be. */
  const claimOne = async (type: string, leaseSeconds = 60): Promise<ClaimedTask> => {
    const [task] = await claim(type, 1, leaseSeconds)
    expect(task, `a ready task of type ${type}`).toBeDefined()
    return task as ClaimedTask
  }
  const settle = (task: ClaimedTask, settlement: Settlement): Promise<boolean> =>
    tasks.settle({ id: task.id, token: task.token, settlement })
  /** Settles, and releases what waited for it, as the worker does. */
  const finish = async (task: ClaimedTask, settlement: Settlement = done) => {
    expect(await settle(task, settlement)).toBe(true)
    return tasks.release({ id: task.id, parentId: task.parentId })
  }
  const read = (id: string) =>
    payload.findByID({ collection: 'tasks', id, depth: 0, overrideAccess: true, showHiddenFields: true })
  const stateOf = async (id: string): Promise<string> => (await read(id)).state
  const outcomes = async (id: string): Promise<string[]> =>
    ((await read(id)).history as Array<{ outcome: string }> | null)?.map(({ outcome }) => outcome) ?? []
  return { tasks, add, claim, claimOne, settle, finish, read, stateOf, outcomes }
}
