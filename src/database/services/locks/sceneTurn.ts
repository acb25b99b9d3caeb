import type { Payload } from 'payload'
import { isHolding, withLock } from './withLock'

const WAIT_SECONDS = 60

const nameOf = (sceneId: string) => `shots:${sceneId}`

/**
 * Whoever puts the shots of scenes in order reads all of them and writes each one's place: they take turns, across all
 * processes. Of two at once the places would be some of the one's and some of the other's. Whoever has a turn may.
 *
 * @throws {Conflict} where a turn does not come within a minute
 */
export const inSceneTurn = <Result>(
  payload: Payload,
  sceneIds: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> =>
  // In one order, so that of two with the same scenes neither waits for what the other has.
  [...new Set(sceneIds)].sort().reduceRight<() => Promise<Result>>((inner, sceneId) => {
    const name = nameOf(sceneId)
    if (isHolding(name)) return inner
    const message = 'The shots of this scene are being put in order at this moment. Try again later.'
    return () => withLock({ payload, name, waitSeconds: WAIT_SECONDS, message }, inner)
  }, work)()
