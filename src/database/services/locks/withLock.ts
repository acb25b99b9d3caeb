import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { engineOf } from '@/database/engine'
import { Conflict } from '@/errors'

const LEASE_SECONDS = 60
const RETRY_MS = 100

const held = new AsyncLocalStorage<readonly string[]>()

/** Whether what is being done is done under this lock, by whomever it was called. */
export const isHolding = (name: string): boolean => held.getStore()?.includes(name) ?? false

/**
 * Does something while nobody else does it, across all processes. The lock is renewed while the work goes
 * on; who crashes loses it after a minute.
 *
 * @throws {Conflict} with `message` where it is not to be had within `waitSeconds`
 */
export async function withLock<Result>(
  args: { payload: Payload; name: string; waitSeconds: number; message: string },
  work: () => Promise<Result>,
): Promise<Result> {
  const { locks } = engineOf(args.payload)
  const token = randomUUID()
  const acquire = () => locks.acquire(args.name, token, LEASE_SECONDS)
  const deadline = Date.now() + args.waitSeconds * 1000
  while (!(await acquire())) {
    if (Date.now() > deadline) throw new Conflict(args.message)
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
  const renew = setInterval(() => void acquire().catch(() => undefined), (LEASE_SECONDS * 1000) / 3)
  try {
    return await held.run([...(held.getStore() ?? []), args.name], work)
  } finally {
    clearInterval(renew)
    await locks.release(args.name, token)
  }
}
