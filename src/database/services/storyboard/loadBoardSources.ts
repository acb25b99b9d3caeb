import type { Payload } from 'payload'
import { relationId } from '@/lib/ids'
import { readAll } from '../readAll'
import type { AccessOptions } from '../Service'
import { type BoardFile, type BoardSources, MEDIA_FIELDS, PANEL_FIELDS, SHOT_FIELDS } from './buildBoard'

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
  const ofEpisode = { episode: { equals: episodeId } }
  const ofProject = { project: { equals: projectId } }
  // One after another: at once, what Payload makes of all five would keep others waiting as one piece of work.
  const scenes = await readAll(payload, access, { collection: 'scenes', where: ofEpisode, sort: 'order' })
  const shots = await readAll(payload, access, {
    collection: 'shots',
    where: ofEpisode,
    sort: 'order',
    fields: SHOT_FIELDS,
  })
  const panels = await readAll(payload, access, {
    collection: 'panels',
    where: ofEpisode,
    sort: '-version',
    fields: PANEL_FIELDS,
  })
  const names = { where: ofProject, sort: 'name', fields: ['name'] } as const
  const characters = await readAll(payload, access, { collection: 'characters', ...names })
  const locations = await readAll(payload, access, { collection: 'locations', ...names })
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
): Promise<Map<string, BoardFile>> {
  const found = new Map<string, BoardFile>()
  const unique = [...new Set(ids)]
  for (let from = 0; from < unique.length; from += IDS_AT_ONCE) {
    const where = { id: { in: unique.slice(from, from + IDS_AT_ONCE) } }
    const files = await readAll(payload, access, { collection: 'media', where, fields: MEDIA_FIELDS })
    for (const media of files) found.set(String(media.id), media)
  }
  return found
}
