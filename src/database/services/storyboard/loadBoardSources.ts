import type { CollectionSlug, Payload } from 'payload'
import { relationId } from '@/lib/ids'
import type { Character, Location, Media, Panel, Scene, Shot } from '@/payload-types'
import type { AccessOptions } from '../Service'
import type { BoardSources } from './buildBoard'

/** Reads everything a board shows, each collection once. Null where the user may not see the episode. */
export async function loadBoardSources(
  payload: Payload,
  access: AccessOptions,
  episodeId: string,
): Promise<BoardSources | null> {
  const episode = await payload.findByID({
    collection: 'episodes',
    id: episodeId,
    depth: 0,
    disableErrors: true,
    ...access,
  })
  const projectId = relationId(episode?.project)
  if (!episode || !projectId) return null
  const project = await payload.findByID({
    collection: 'projects',
    id: projectId,
    depth: 0,
    disableErrors: true,
    ...access,
  })
  if (!project) return null
  const list = async <Doc>(
    collection: CollectionSlug,
    field: string,
    id: string,
    sort: string,
  ): Promise<Doc[]> => {
    const { docs } = await payload.find({
      collection,
      where: { [field]: { equals: id } },
      sort,
      depth: 0,
      pagination: false,
      ...access,
    })
    return docs as unknown as Doc[]
  }
  const [scenes, shots, panels, characters, locations] = await Promise.all([
    list<Scene>('scenes', 'episode', episodeId, 'order'),
    list<Shot>('shots', 'episode', episodeId, 'order'),
    list<Panel>('panels', 'episode', episodeId, '-version'),
    list<Character>('characters', 'project', projectId, 'name'),
    list<Location>('locations', 'project', projectId, 'name'),
  ])
  const mediaIds = [
    ...panels.map((panel) => relationId(panel.image)),
    ...scenes.flatMap((scene) => (scene.dialogueLines ?? []).map((line) => relationId(line.audio))),
    relationId(episode.outputs?.storyboardPdf),
    relationId(episode.outputs?.shotListCsv),
    relationId(episode.outputs?.animatic),
  ].filter((id): id is string => id !== null)
  return {
    episode,
    project,
    scenes,
    shots,
    panels,
    media: await loadMedia(payload, access, mediaIds),
    characters: new Map(characters.map((each) => [String(each.id), each])),
    locations: new Map(locations.map((each) => [String(each.id), each])),
  }
}

/** SQLite takes a limited number of values in one statement. */
const IDS_AT_ONCE = 500

async function loadMedia(
  payload: Payload,
  access: AccessOptions,
  ids: string[],
): Promise<Map<string, Media>> {
  const found = new Map<string, Media>()
  const unique = [...new Set(ids)]
  for (let from = 0; from < unique.length; from += IDS_AT_ONCE) {
    const { docs } = await payload.find({
      collection: 'media',
      where: { id: { in: unique.slice(from, from + IDS_AT_ONCE) } },
      depth: 0,
      pagination: false,
      ...access,
    })
    for (const media of docs) found.set(String(media.id), media)
  }
  return found
}
