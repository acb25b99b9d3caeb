import type { Payload } from 'payload'
import { relationId } from '@/lib/ids'
import type { Shot } from '@/payload-types'
import { countableScenes } from '../scenes/countable'
import { panelStateByShot } from './generatedPanels'

interface Args {
  episodeId: string
  mode: 'missing' | 'all'
  sceneIds?: string[]
  shotIds?: string[]
}

/** The shots to draw, in story order: those without a panel or with a stale one, or all; never a locked one. */
export async function shotsToDraw(
  payload: Payload,
  { episodeId, mode, sceneIds, shotIds }: Args,
): Promise<Array<{ shot: Shot; sceneNumber: string }>> {
  const where = { episode: { equals: episodeId } }
  const common = { where, depth: 0, pagination: false, overrideAccess: true } as const
  const fields = { sceneNumber: true, order: true } as const
  const scenes =
    sceneIds || shotIds
      ? (await payload.find({ ...common, collection: 'scenes', select: fields })).docs
      : await countableScenes(payload, where, ['sceneNumber', 'order'])
  const { docs: shots } = await payload.find({ ...common, collection: 'shots', sort: 'order' })
  const panels = await panelStateByShot(payload, episodeId)
  const placeOf = new Map(scenes.map((scene) => [String(scene.id), scene]))
  const isDue = (shot: Shot): boolean => {
    const state = panels.get(String(shot.id))
    if (state?.isLocked) return false
    if (shotIds && !shotIds.includes(String(shot.id))) return false
    if (sceneIds && !sceneIds.includes(relationId(shot.scene) ?? '')) return false
    return mode === 'all' || !state || state.isStale
  }
  return shots
    .filter(isDue)
    .map((shot) => ({ shot, scene: placeOf.get(relationId(shot.scene) ?? '') }))
    .filter(({ scene }) => scene !== undefined)
    .sort((a, b) => (a.scene?.order ?? 0) - (b.scene?.order ?? 0) || a.shot.order - b.shot.order)
    .map(({ shot, scene }) => ({ shot, sceneNumber: scene?.sceneNumber ?? '' }))
}
