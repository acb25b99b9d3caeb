import type { PayloadRequest } from 'payload'
import { countableScenes } from '../scenes/countable'

/**
 * Brings an episode's production numbers up to date: how many scenes there are, and in how many every shot
 * has a panel. Computed: no version, no event.
 */
export async function countScenes(req: PayloadRequest, episodeId: string): Promise<void> {
  const where = { episode: { equals: episodeId } }
  const common = { where, depth: 0, pagination: false, overrideAccess: true, req } as const
  const scenes = await countableScenes(req.payload, where, ['sceneNumber'], req)
  const sceneCount = scenes.length
  // A scene in the trash has its shots still.
  const visible = new Set(scenes.map(({ id }) => String(id)))
  const { docs: shots } = await req.payload.find({ ...common, collection: 'shots', select: { scene: true } })
  const { docs: panels } = await req.payload.find({ ...common, collection: 'panels', select: { shot: true } })
  const drawn = new Set(panels.map((panel) => String(panel.shot)))
  const isRendered = new Map<string, boolean>()
  for (const shot of shots) {
    const scene = String(shot.scene)
    if (!visible.has(scene)) continue
    isRendered.set(scene, (isRendered.get(scene) ?? true) && drawn.has(String(shot.id)))
  }
  const renderedCount = [...isRendered.values()].filter(Boolean).length
  await req.payload.db.updateOne({
    collection: 'episodes',
    id: episodeId,
    data: {
      production: {
        sceneCount,
        renderedCount,
        percentage: sceneCount === 0 ? 0 : Math.round((renderedCount / sceneCount) * 100),
      },
    },
    req,
    returning: false,
  })
}
