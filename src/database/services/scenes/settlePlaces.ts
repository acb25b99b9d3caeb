import type { PayloadRequest } from 'payload'
import type { Scene } from '@/payload-types'
import { changeScenes } from './changeScenes'
import { scenesOfEpisode } from './scenesOfEpisode'

/**
 * Gives scenes places of their own among others that got other ones: each stands behind the one that it stood behind,
 * else before the one that it stood before.
 *
 * @param guests ids of the scenes that give way
 * @param formerly ids of all scenes in the order that they had
 */
export async function settlePlaces(
  req: PayloadRequest,
  episodeId: string,
  guests: ReadonlySet<string>,
  formerly: readonly string[],
): Promise<void> {
  const scenes = new Map((await scenesOfEpisode(req, episodeId)).map((scene) => [String(scene.id), scene]))
  const placed = [...scenes.values()].filter(({ id }) => !guests.has(String(id)))
  const placeOf = (id: string) => placed.findIndex((each) => String(each.id) === id)
  for (const [index, id] of formerly.entries()) {
    const guest = scenes.get(id)
    if (!guest || !guests.has(id)) continue
    const before = formerly
      .slice(0, index)
      .map(placeOf)
      .findLast((at) => at >= 0)
    const after = formerly
      .slice(index + 1)
      .map(placeOf)
      .find((at) => at >= 0)
    placed.splice(before === undefined ? (after ?? placed.length) : before + 1, 0, guest)
  }
  await changeScenes(req, movedGuests(placed, guests))
}

/** Orders between those of their neighbours, where they are not there already. */
function movedGuests(placed: readonly Scene[], guests: ReadonlySet<string>) {
  const changes: Array<{ id: string; data: { order: number } }> = []
  let previous: number | undefined
  for (const [index, { id, order }] of placed.entries()) {
    const next = placed.slice(index + 1).find((each) => !guests.has(String(each.id)))?.order
    const isBetween =
      order > (previous ?? Number.NEGATIVE_INFINITY) && order < (next ?? Number.POSITIVE_INFINITY)
    if (!guests.has(String(id)) || isBetween) previous = order
    else {
      const from = previous ?? (next ?? 1) - 1
      previous = (from + (next ?? from + 2)) / 2
      changes.push({ id: String(id), data: { order: previous } })
    }
  }
  return changes
}
