import type { Payload } from 'payload'
import { engineOf } from '@/database/engine'

/** Longer than the transaction takes in which a document is written: others do not see it until that is done. */
const SECONDS = 15

/** What this process keeps, by its name. */
const kept = new Map<string, { token: string; end: NodeJS.Timeout }>()

/**
 * Keeps something for one who is about to write it, such as a number or a name: from a hook, which may be within a
 * transaction that nobody else sees into. Who has it already, by the same token, has it for longer. It is let go by itself.
 *
 * @param token whose it is
 * @returns false where another one has it
 */
export async function reserve(payload: Payload, name: string, token: string): Promise<boolean> {
  const { locks } = engineOf(payload)
  if (!(await locks.acquire(name, token, SECONDS))) return false
  clearTimeout(kept.get(name)?.end)
  // Of a process that ends before, what is left runs out. A closed database has nothing to let go of.
  const end = setTimeout(() => void letGo(payload, name).catch(() => undefined), SECONDS * 1000).unref()
  kept.set(name, { token, end })
  return true
}

/** Lets go of what this process keeps, as there is nothing to wait for any more; what another one keeps runs out. */
export async function letGo(payload: Payload, name: string): Promise<void> {
  const own = kept.get(name)
  if (!own) return
  clearTimeout(own.end)
  kept.delete(name)
  await engineOf(payload).locks.release(name, own.token)
}
