import { isolateObjectProperty, type PayloadRequest } from 'payload'
import { engineOf } from '@/database/engine'
import { parkedNumber } from '@/lib/parkedNumber'
import { bulkCreate } from '../bulkCreate'
import { trashedEvent } from '../events/recordTrashed'
import { changeScenes } from '../scenes/changeScenes'
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
  { stays, fresh, gone, own, moved, numbers, inTheWay }: ScenePlan,
  onProgress: ImportProgress = () => undefined,
  cause?: StaleCause,
): Promise<boolean> {
  const { payload } = req
  const inner = isolateObjectProperty(req, 'context')
  inner.context = { ...req.context, movedText: moved, ...(cause ? { staleCause: cause } : {}) }
  const engine = engineOf(payload)
  const now = new Date().toISOString()
  await engine.changeDocuments(payload, {
    collection: 'scenes',
    changes: gone.map((scene) => ({
      id: scene.id,
      data: { sceneNumber: parkedNumber(scene.id), deletedAt: now },
      events: [
        trashedEvent(req, 'scenes', scene, { sceneNumber: scene.sceneNumber, heading: scene.heading }),
      ],
    })),
  })
  // A number that passes from one scene to another would collide on the way: take all such away first.
  const renumbered = [...own, ...stays.map(({ stored }) => stored)].filter(
    ({ id, sceneNumber }) => numbers.get(id) !== sceneNumber,
  )
  await engine.changeDocuments(payload, {
    collection: 'scenes',
    changes: [...inTheWay, ...renumbered].map(({ id }) => ({ id, data: { sceneNumber: parkedNumber(id) } })),
  })

  let written = 0
  const wroteOne = () => onProgress(++written, stays.length + fresh.length)
  const isToWrite = ({ data }: ScenePlan['stays'][number]) => Object.keys(data).length > 0
  for (const scene of stays) if (!isToWrite(scene)) wroteOne()
  // A recording that moves is first where it goes and then not where it was: cut off in between, none is lost.
  await bulkCreate(
    req,
    'scenes',
    fresh.map(({ row }) => row),
    { onCreated: wroteOne, ids: fresh.map(({ id }) => id) },
  )
  const changed = stays.filter(isToWrite)
  const inOrder = [...changed].sort((a, b) => Number(b.getsRecordings) - Number(a.getsRecordings))
  await changeScenes(
    inner,
    inOrder.map(({ stored, data }) => ({ id: stored.id, data })),
    wroteOne,
  )
  await changeScenes(
    inner,
    own.flatMap(({ id, sceneNumber }) => {
      const number = numbers.get(id)
      return number === sceneNumber ? [] : [{ id, data: { sceneNumber: number } }]
    }),
  )
  return (
    fresh.length + gone.length > 0 ||
    stays.some(({ data }) => Object.keys(data).length > 0) ||
    own.some(({ id, sceneNumber }) => numbers.get(id) !== sceneNumber)
  )
}
