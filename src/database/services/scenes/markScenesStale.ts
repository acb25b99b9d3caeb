import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { markPanels } from './markStale'
import { changedLineIds, isSeenEverywhere, sceneStaleReason, staleCauseOf } from './staleReason'

interface Pair {
  before: Scene
  after: Scene
}

/**
 * Marks the panels of scenes whose text changed: they show what it said before. They are marked, never redone by
 * themselves. Words that are spoken show only in the panels of the shots that cover them; anything else shows in all.
 * Asks once for all scenes, and writes once for each reason.
 */
export async function markScenesStale(req: PayloadRequest, scenes: Pair[]): Promise<void> {
  const hit = new Map(
    scenes
      .filter(({ before, after }) => before.contentHash !== after.contentHash)
      .map((pair) => [String(pair.after.id), pair]),
  )
  if (hit.size === 0) return
  const common = { depth: 0, pagination: false, overrideAccess: true, req } as const
  const where = { scene: { in: [...hit.keys()] } }
  const { docs: panels } = await req.payload.find({
    ...common,
    collection: 'panels',
    where: { and: [where, { isStale: { not_equals: true } }] },
    select: { scene: true, shot: true },
  })
  if (panels.length === 0) return
  const { docs: shots } = await req.payload.find({
    ...common,
    collection: 'shots',
    where,
    select: { dialogueLineIds: true },
  })
  const covers = new Map(shots.map(({ id, dialogueLineIds }) => [String(id), dialogueLineIds ?? []]))
  const cause = staleCauseOf(req.context)
  const byReason = new Map<string, string[]>()
  for (const { id, scene, shot } of panels) {
    const { before, after } = hit.get(relationId(scene) as string) as Pair
    const lines = changedLineIds(before.dialogueLines, after.dialogueLines)
    const isShown = covers.get(relationId(shot) ?? '')?.some((line) => lines.has(line)) ?? false
    if (!isShown && !isSeenEverywhere(before, after)) continue
    const reason = sceneStaleReason(before, after, cause)
    byReason.set(reason, [...(byReason.get(reason) ?? []), String(id)])
  }
  for (const [reason, ids] of byReason) await markPanels(req, { id: { in: ids } }, reason, cause)
}
