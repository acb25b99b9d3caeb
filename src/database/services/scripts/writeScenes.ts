import { isolateObjectProperty, type PayloadRequest } from 'payload'
import { parkedNumber } from '@/lib/parkedNumber'
import { bulkCreate } from '../bulkCreate'
import { recordTrashed } from '../events/recordTrashed'
import type { StaleCause } from '../scenes/staleReason'
import type { ScenePlan } from './planScenes'

/** How many scenes are as the script has them, of how many. */
export type ImportProgress = (written: number, total: number) => void

/**
 * Carries out a plan. Can be repeated after a crash, with a plan made anew: that only has what is still missing.
 *
 * @param cause why what was made from changed scenes is stale
 * @returns whether anything was written
 */
export async function writeScenes(
  req: PayloadRequest,
  { stays, fresh, gone, own, numbers, inTheWay }: ScenePlan,
  onProgress: ImportProgress = () => undefined,
  cause?: StaleCause,
): Promise<boolean> {
  const { payload } = req
  const inner = isolateObjectProperty(req, 'context')
  inner.context = { ...req.context, ...(cause ? { staleCause: cause } : {}) }
  const park = (id: string, more: Record<string, unknown> = {}) =>
    payload.db.updateOne({
      collection: 'scenes',
      id,
      data: { sceneNumber: parkedNumber(id), ...more },
      req,
      returning: false,
    })
  for (const scene of gone) {
    await park(scene.id, { deletedAt: new Date().toISOString() })
    await recordTrashed(req, 'scenes', scene, { sceneNumber: scene.sceneNumber, heading: scene.heading })
  }
  for (const { id } of inTheWay) await park(id)
  // A number that passes from one scene to another would collide on the way: take all such away first.
  for (const { id, sceneNumber } of [...own, ...stays.map(({ stored }) => stored)])
    if (numbers.get(id) !== sceneNumber) await park(id)

  let written = 0
  const wroteOne = () => onProgress(++written, stays.length + fresh.length)
  const update = (id: string, data: Record<string, unknown>) =>
    payload.update({ collection: 'scenes', id, data, depth: 0, overrideAccess: true, req: inner })
  for (const { stored, data } of stays) {
    if (Object.keys(data).length > 0) await update(stored.id, data)
    wroteOne()
  }
  for (const { id, sceneNumber } of own) {
    const number = numbers.get(id)
    if (number !== sceneNumber) await update(id, { sceneNumber: number })
  }
  await bulkCreate(
    req,
    'scenes',
    fresh.map(({ row }) => row),
    { onCreated: wroteOne, ids: fresh.map(({ id }) => id) },
  )
  return (
    fresh.length + gone.length > 0 ||
    stays.some(({ data }) => Object.keys(data).length > 0) ||
    own.some(({ id, sceneNumber }) => numbers.get(id) !== sceneNumber)
  )
}
