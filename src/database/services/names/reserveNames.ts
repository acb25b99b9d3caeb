import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { Conflict } from '@/errors'
import { reserve } from '../locks/reserve'

const WAIT_SECONDS = 20
const LOOK_AGAIN_MS = 100

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
    while (!(await reserve(payload, `name:${scope}:${name}`, token))) {
      if (!(await isFree())) return
      if (Date.now() > deadline)
        throw new Conflict('Somebody else is being given the same name at this moment. Try again later.')
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    }
  }
}
