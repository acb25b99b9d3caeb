import type { Payload } from 'payload'
import { expect } from 'vitest'

const WRITES = [
  'create',
  'createVersion',
  'updateOne',
  'updateMany',
  'updateVersion',
  'deleteOne',
  'deleteMany',
] as const

/** Every write, or those of one kind: to one collection, by one operation. */
interface Counted {
  only?: (typeof WRITES)[number]
  collection?: string
}

/** Does something in a process that dies before its nth write. @returns whether it came so far. */
export async function killed(
  { db }: Payload,
  nth: number,
  work: () => Promise<unknown>,
  { only, collection }: Counted = {},
): Promise<boolean> {
  let writes = 0
  const originals = WRITES.filter((name) => !only || name === only).map((name) => [name, db[name]] as const)
  for (const [name, write] of originals)
    db[name] = function dying(this: typeof db, args: { collection?: string }) {
      if (!collection || args.collection === collection) writes += 1
      // Nothing is written after it either.
      if (writes >= nth) return Promise.reject(new Error('killed'))
      return (write as unknown as (args: unknown) => never).call(this, args)
    } as never
  try {
    await work().catch((error: Error) => expect(error.message).toContain('killed'))
  } finally {
    for (const [name, write] of originals) db[name] = write as never
  }
  return writes >= nth
}
