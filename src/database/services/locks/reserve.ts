import type { Payload } from 'payload'
import { engineOf } from '@/database/engine'

/** Longer than the transaction takes in which a document is written: others do not see it until that is done. */
const SECONDS = 15

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
  // Of a process that ends before, what is left runs out. A closed database has nothing to let go of.
  setTimeout(() => void locks.release(name, token).catch(() => undefined), SECONDS * 1000).unref()
  return true
}
