import type { PayloadRequest } from 'payload'
import { parkedNumber } from '@/lib/parkedNumber'
import type { Breakdown } from '@/screenplay'
import { bulkCreate } from '../bulkCreate'
import { recordTrashed } from '../events/recordTrashed'
import { pairScenes } from './pairScenes'
import { type SceneParents, sceneRow } from './sceneRow'

export interface SceneDiff {
  added: number
  removed: number
  changed: number
  moved: number
  unchanged: number
}

/** What a scene takes over from a script that is imported again; the rest is people's and stays. */
const FROM_SCRIPT = [
  'sceneNumber',
  'order',
  'heading',
  'interiorExterior',
  'location',
  'timeOfDay',
  'action',
  'notes',
  'sections',
  'characters',
  'dialogueLines',
  'beats',
  'pageEighths',
  'estimatedDuration',
  'sourceRange',
  'contentHash',
] as const

/**
 * Makes an episode's scenes those of the script. Scenes that stayed keep their ids, shots, panels and
 * audio; those that went are put into the trash, where people can find them again. Can be repeated after
 * a crash: it only ever does what is still missing.
 */
export async function syncScenes(
  req: PayloadRequest,
  script: Breakdown,
  parents: SceneParents,
): Promise<SceneDiff> {
  const { payload } = req
  const { docs: old } = await payload.find({
    collection: 'scenes',
    where: { episode: { equals: parents.episodeId } },
    sort: 'order',
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const rows = script.scenes.map((scene, index) => sceneRow(scene, index + 1, parents))
  const pairs = pairScenes(
    old.map((scene) => ({ ...scene, contentHash: scene.contentHash ?? '' })),
    script.scenes.map((scene, index) => ({ ...scene, contentHash: String(rows[index]?.contentHash) })),
  )
  const diff: SceneDiff = { added: 0, removed: pairs.removed.length, changed: 0, moved: 0, unchanged: 0 }
  const park = (id: string, more: Record<string, unknown> = {}) =>
    payload.db.updateOne({
      collection: 'scenes',
      id,
      data: { sceneNumber: parkedNumber(id), ...more },
      req,
      returning: false,
    })

  for (const index of pairs.removed) {
    const scene = old[index]
    if (!scene) continue
    await park(String(scene.id), { deletedAt: new Date().toISOString() })
    await recordTrashed(req, 'scenes', scene, { sceneNumber: scene.sceneNumber, heading: scene.heading })
  }
  // A number that passes from one scene to another would collide on the way: take all such away first.
  for (const [index, oldIndex] of pairs.oldIndexOf.entries()) {
    const scene = oldIndex === null ? undefined : old[oldIndex]
    if (scene && scene.sceneNumber !== script.scenes[index]?.sceneNumber) await park(String(scene.id))
  }
  const added: Record<string, unknown>[] = []
  for (const [index, oldIndex] of pairs.oldIndexOf.entries()) {
    const source = script.scenes[index]
    const row = rows[index]
    if (!source || !row) continue
    const scene = oldIndex === null ? undefined : old[oldIndex]
    if (!scene) {
      added.push({ ...row, status: 'pending', props: [] })
      continue
    }
    const isSame = scene.contentHash === row.contentHash
    const isMoved = scene.order !== row.order || scene.sceneNumber !== row.sceneNumber
    if (isSame && !isMoved) {
      diff.unchanged += 1
      continue
    }
    if (isSame) diff.moved += 1
    else diff.changed += 1
    const next = isSame
      ? {
          sceneNumber: row.sceneNumber,
          order: row.order,
          sections: row.sections,
          sourceRange: row.sourceRange,
        }
      : sceneRow(source, index + 1, parents, (scene.dialogueLines ?? []) as never)
    const data = Object.fromEntries(
      FROM_SCRIPT.filter((key) => key in next).map((key) => [key, (next as never)[key]]),
    )
    await payload.update({ collection: 'scenes', id: scene.id, data, depth: 0, overrideAccess: true, req })
  }
  await bulkCreate(req, 'scenes', added)
  diff.added = added.length
  return diff
}
