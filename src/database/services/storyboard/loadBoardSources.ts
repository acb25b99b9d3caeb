import type { Payload } from 'payload'
import { relationId } from '@/lib/ids'
import { OUTPUT_FIELDS } from '../exports/madeFrom/outputState'
import { readAll, readByIds } from '../readAll'
import type { AccessOptions } from '../Service'
import { type BoardSources, MEDIA_FIELDS, PANEL_FIELDS, SHOT_FIELDS } from './buildBoard'

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
  const { storyboardPdf, shotListCsv, animatic } = episode.outputs ?? {}
  const outputIds = [storyboardPdf, shotListCsv, animatic]
    .map((output) => relationId(output))
    .filter((id) => id !== null)
  const mediaIds = [
    ...panels.map((panel) => relationId(panel.image)),
    ...scenes.flatMap((scene) => (scene.dialogueLines ?? []).map((line) => relationId(line.audio))),
    ...outputIds,
  ].filter((id): id is string => id !== null)
  return {
    episode,
    project,
    scenes,
    shots,
    panels,
    media: await readByIds(payload, access, {
      collection: 'media',
      ids: [...new Set(mediaIds)],
      fields: MEDIA_FIELDS,
    }),
    outputs: await readByIds(payload, access, {
      collection: 'media',
      ids: outputIds,
      fields: OUTPUT_FIELDS,
    }),
    characters: new Map(characters.map((each) => [String(each.id), each])),
    locations: new Map(locations.map((each) => [String(each.id), each])),
  }
}
