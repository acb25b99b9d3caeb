import type { Payload } from 'payload'
import { expect } from 'vitest'
import type { DatabaseEngine } from '@/contracts'
import { random } from '@/lib/random.testing'

const WRITES = [
  'create',
  'createVersion',
  'updateOne',
  'updateMany',
  'updateVersion',
  'deleteOne',
  'deleteMany',
] as const
type Write = (typeof WRITES)[number]

/** Every write, or those of one kind: to one collection, by one operation. */
interface Counted {
  only?: Write
  collection?: string
}

/**
 * The moment to die after this one: every one takes minutes, so that a run of all tests takes some of them, each time
 * the same. `EVERY_MOMENT=1 npm run test:contract -- utOff` takes all.
 */
export function momentAfter(nth: number): number {
  if (process.env.EVERY_MOMENT) return nth + 1
  return nth + 1 + Math.floor(random(nth)() * 5)
}

/**
 * Does something in a process that dies before its nth write. What SQLite's engine writes past the adapter counts
 * document by document, as that is all that it promises to keep together; MongoDB's goes through the adapter.
 *
 * @returns whether it came so far.
 */
export async function killed(
  { db }: Payload,
  nth: number,
  work: () => Promise<unknown>,
  { only, collection }: Counted = {},
): Promise<boolean> {
  let writes = 0
  const die = (kind: Write, about: string | undefined) => {
    if ((!only || only === kind) && (!collection || about === collection)) writes += 1
    // Nothing is written after it either.
    return writes >= nth
  }
  const originals = WRITES.map((name) => [name, db[name]] as const)
  for (const [name, write] of originals)
    db[name] = function dying(this: typeof db, args: { collection?: string }) {
      if (die(name, args.collection)) return Promise.reject(new Error('killed'))
      return (write as unknown as (args: unknown) => never).call(this, args)
    } as never
  const { engine } = db as unknown as { engine: DatabaseEngine }
  const { insertDocuments, changeDocuments } = engine
  if (engine.name === 'sqlite') {
    engine.insertDocuments = async (payload, { documents, ...args }) => {
      for (const document of documents) {
        if (die('create', args.collection)) throw new Error('killed')
        await insertDocuments(payload, { ...args, documents: [document] })
      }
    }
    engine.changeDocuments = async (payload, { changes, ...args }) => {
      for (const change of changes) {
        if (die('updateOne', args.collection)) throw new Error('killed')
        await changeDocuments(payload, { ...args, changes: [change] })
      }
    }
  }
  try {
    await work().catch((error: Error) => expect(error.message).toContain('killed'))
  } finally {
    for (const [name, write] of originals) db[name] = write as never
    Object.assign(engine, { insertDocuments, changeDocuments })
  }
  return writes >= nth
}
