import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { oneNameIn } from '../names/oneName'
import { markPanels } from './markStale'
import { isShownIn, movedTextOf, pageChange } from './pageChange'
import { plannedActionOf } from './sceneCoverage'
import { sceneStaleReason, staleCauseOf } from './staleReason'

interface Pair {
  before: Scene
  after: Scene
}

/**
 * Marks the panels of scenes whose text changed, where they show what it said before (see isShownIn). They are marked,
 * never redone by themselves. Asks once for all scenes, and writes once for each reason.
 */
export async function markScenesStale(req: PayloadRequest, scenes: Pair[]): Promise<void> {
  const hit = new Map(
    scenes
      .filter(({ before, after }) => before.contentHash !== after.contentHash)
      .map((pair) => [String(pair.after.id), pair]),
  )
  const [first] = hit.values()
  if (!first) return
  const common = { depth: 0, pagination: false, overrideAccess: true, req } as const
  const where = { scene: { in: [...hit.keys()] } }
  const { docs: panels } = await req.payload.find({
    ...common,
    collection: 'panels',
    where: { and: [where, { isStale: { not_equals: true } }] },
    select: { scene: true, shot: true },
  })
  if (panels.length === 0) return
  const { docs: found } = await req.payload.find({
    ...common,
    collection: 'shots',
    where,
    select: { dialogueLineIds: true, actionShown: true, origin: true },
  })
  const shots = new Map(found.map((shot) => [String(shot.id), shot]))
  const name = await oneNameIn(req, relationId(first.after.project))
  const cause = staleCauseOf(req.context)
  const changes = new Map(
    [...hit].map(([id, { before, after }]) => {
      const change = pageChange(before, after, name, movedTextOf(req.context))
      const isPlanned = plannedActionOf(before) !== null
      return [id, { change, isPlanned, reason: sceneStaleReason(after, change, cause) }]
    }),
  )
  const byReason = new Map<string, string[]>()
  for (const { id, scene, shot } of panels) {
    const changed = changes.get(relationId(scene) ?? '')
    if (!changed || !isShownIn(shots.get(relationId(shot) ?? '') ?? {}, changed.change, changed.isPlanned))
      continue
    byReason.set(changed.reason, [...(byReason.get(changed.reason) ?? []), String(id)])
  }
  for (const [reason, ids] of byReason) await markPanels(req, { id: { in: ids } }, reason, cause)
}
