import type { PayloadRequest } from 'payload'
import { parkedNumber } from '@/lib/parkedNumber'
import type { Breakdown, BreakdownScene, SceneStatus } from '@/screenplay'
import { bulkCreate } from '../bulkCreate'
import { recordTrashed } from '../events/recordTrashed'
import { compareScenes } from './compareScenes'
import { type SceneParents, sceneRow } from './sceneRow'

/** How many scenes of each status; see diffScenes. */
export type SceneCounts = Record<SceneStatus, number>

/** How many scenes are as the script has them, of how many. */
export type ImportProgress = (written: number, total: number) => void

/** What a scene takes over whose text is as it was. */
const PLACE = ['sceneNumber', 'order', 'sections', 'sourceRange']

/** What a scene takes over from a script that is imported again; the rest is people's and stays. */
const FROM_SCRIPT = [
  ...PLACE,
  'heading',
  'interiorExterior',
  'location',
  'timeOfDay',
  'action',
  'notes',
  'characters',
  'dialogueLines',
  'beats',
  'pageEighths',
  'estimatedDuration',
  'contentHash',
]

/**
 * Makes an episode's scenes those of the script. Scenes that stayed keep their ids, shots, panels and
 * audio; those that went are put into the trash, where people can find them again. Can be repeated after
 * a crash: it only ever does what is still missing.
 */
export async function syncScenes(
  req: PayloadRequest,
  script: Breakdown,
  parents: SceneParents,
  onProgress: ImportProgress = () => undefined,
): Promise<SceneCounts> {
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
  const { entries, counts } = compareScenes(old, script.scenes)
  const park = (id: string, more: Record<string, unknown> = {}) =>
    payload.db.updateOne({
      collection: 'scenes',
      id,
      data: { sceneNumber: parkedNumber(id), ...more },
      req,
      returning: false,
    })

  for (const entry of entries) {
    const scene = entry.oldIndex === null ? undefined : old[entry.oldIndex]
    if (!scene) continue
    if (entry.status === 'removed') {
      await park(scene.id, { deletedAt: new Date().toISOString() })
      await recordTrashed(req, 'scenes', scene, { sceneNumber: scene.sceneNumber, heading: scene.heading })
    }
    // A number that passes from one scene to another would collide on the way: take all such away first.
    else if (scene.sceneNumber !== entry.new?.sceneNumber) await park(scene.id)
  }
  const added: Record<string, unknown>[] = []
  let written = 0
  const wroteOne = () => onProgress(++written, script.scenes.length)
  for (const entry of entries) {
    if (entry.status === 'removed') continue
    const source = script.scenes[entry.newIndex] as BreakdownScene
    const order = entry.newIndex + 1
    const scene = entry.oldIndex === null ? undefined : old[entry.oldIndex]
    if (!scene) {
      added.push({ ...sceneRow(source, order, parents), status: 'pending', props: [] })
      continue
    }
    const isInPlace = scene.order === order && scene.sceneNumber === source.sceneNumber
    if (entry.status === 'unchanged' && isInPlace) {
      wroteOne()
      continue
    }
    const row = sceneRow(source, order, parents, (scene.dialogueLines ?? []) as never)
    const taken = entry.status === 'changed' ? FROM_SCRIPT : PLACE
    const data = Object.fromEntries(taken.map((key) => [key, row[key]]))
    await payload.update({ collection: 'scenes', id: scene.id, data, depth: 0, overrideAccess: true, req })
    wroteOne()
  }
  await bulkCreate(req, 'scenes', added, wroteOne)
  return counts
}
