import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { Conflict } from '@/errors'
import { letGo, reserve } from '../locks/reserve'

const WAIT_SECONDS = 20
const LOOK_AGAIN_MS = 100

const lockName = (scope: string, name: string): string => `name:${scope}:${name}`

interface Asked {
  /** Canonical. */
  name: string
  isAlias: boolean
}

/**
 * Keeps names for one who is about to be written with them. Several may be called alike, and all have that name at once;
 * an alias is one's alone.
 *
 * @param scope within which a name means one
 * @param id null of somebody who is new
 * @param isFree asked while another one has the name: where that one is written by now, there is nothing to wait for
 * @throws {Conflict} where another one is being written with such a name, and does not get done
 */
export async function reserveNames(
  payload: Payload,
  scope: string,
  id: string | null,
  asked: readonly Asked[],
  isFree: () => Promise<boolean>,
): Promise<void> {
  const own = id ?? randomUUID()
  const deadline = Date.now() + WAIT_SECONDS * 1000
  // In one order, so that of two with the same names neither waits for what the other has.
  const inOrder = [...asked].sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const { name, isAlias } of inOrder) {
    const token = isAlias ? own : 'called'
    while (!(await reserve(payload, lockName(scope, name), token))) {
      if (!(await isFree())) return
      if (Date.now() > deadline)
        throw new Conflict('Somebody else is being given the same name at this moment. Try again later.')
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    }
  }
}

/**
 * Lets go of names that one gives up: they were kept since it was written with them, and whoever is given one a moment
 * later would wait for that to run out. Until it is given up in the database, others are told whose it is.
 *
 * @param names canonical
 */
export async function giveUpNames(payload: Payload, scope: string, names: Iterable<string>): Promise<void> {
  for (const name of names) await letGo(payload, lockName(scope, name))
}
