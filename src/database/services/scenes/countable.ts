import type { Payload, PayloadRequest, Where } from 'payload'
import { groupedBy } from '@/lib/groupedBy'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { hasPlaceInScript, WORDS_ELSEWHERE_FIELDS, wordsElsewhere } from './wordsElsewhere'

/** As they are stored, past the hooks of reading, which take longer than the reading itself where there are thousands. */
async function storedScenes<Field extends keyof Scene>(
  payload: Payload,
  where: Where,
  fields: readonly Field[],
  req?: PayloadRequest,
): Promise<Array<Pick<Scene, Field | 'id'>>> {
  const { docs } = await payload.db.find<Scene & { id: string }>({
    collection: 'scenes',
    where: { and: [where, { deletedAt: { exists: false } }] },
    select: Object.fromEntries(fields.map((field) => [field, true])),
    pagination: false,
    limit: 0,
    ...(req ? { req } : {}),
  })
  return docs
}

/** Ids of scenes whose words are counted where they stand in the script: see {@link wordsElsewhere}. */
async function doubledAmong(
  payload: Payload,
  scenes: ReadonlyArray<Pick<Scene, 'id' | 'sourceRange' | 'episode'>>,
  req?: PayloadRequest,
): Promise<Set<string>> {
  // An episode without a script has no place for any of them.
  const asked = [...groupedBy(scenes, ({ episode }) => relationId(episode) ?? '')].flatMap(([id, of]) =>
    of.every(hasPlaceInScript) || !of.some(hasPlaceInScript) ? [] : [id],
  )
  const doubled = new Set<string>()
  for (const id of asked) {
    const where = { episode: { equals: id } }
    const pages = await storedScenes(payload, where, WORDS_ELSEWHERE_FIELDS, req)
    for (const [sceneId] of wordsElsewhere(pages)) doubled.add(sceneId)
  }
  return doubled
}

/** Scenes for counting: none that are in the trash, and none whose words are counted in another one. */
export async function countableScenes<Field extends keyof Scene>(
  payload: Payload,
  where: Where,
  fields: Field[],
  req?: PayloadRequest,
): Promise<Array<Pick<Scene, Field | 'id'>>> {
  const scenes = await storedScenes(payload, where, [...fields, 'sourceRange', 'episode'], req)
  const doubled = await doubledAmong(payload, scenes, req)
  return doubled.size === 0 ? scenes : scenes.filter(({ id }) => !doubled.has(String(id)))
}
