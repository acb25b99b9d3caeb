import type { Payload } from 'payload'
import type { Shot } from '@/payload-types'
import { scriptHelpers } from './scriptHelpers'

/** An episode's shots in order. */
export const shotsOf = async (payload: Payload, episodeId: string): Promise<Shot[]> =>
  (
    await payload.find({
      collection: 'shots',
      where: { episode: { equals: episodeId } },
      sort: ['scene.order', 'order'],
      depth: 0,
      pagination: false,
      joins: false,
    })
  ).docs

/** Analyses an episode's scenes and suggests their shots, as a run does. */
export async function suggestAll(payload: Payload, project: string, episodeId: string): Promise<Shot[]> {
  const { castOf } = await import('@/database/services/scenes/cast')
  const { sceneBrief } = await import('@/database/services/scenes/sceneBrief')
  const { applyAnalysis } = await import('@/database/services/scenes/applyAnalysis')
  const { analyseScene } = await import('@/scene-reading')
  const { suggestShots } = await import('@/shot-planning')
  const { writeSuggestedShots } = await import('@/database/services/shots/writeSuggestedShots')
  const cast = await castOf(payload, project)
  for (const scene of await scriptHelpers(() => payload).scenesOf(episodeId)) {
    const brief = await sceneBrief(payload, scene, cast)
    await applyAnalysis({ payload, scene, analysis: analyseScene(brief), cast })
    await writeSuggestedShots({
      payload,
      scene,
      suggestions: suggestShots(brief),
      characterId: cast.idOf,
      sourceTaskId: null as never,
      mode: 'all',
    })
  }
  return shotsOf(payload, episodeId)
}
