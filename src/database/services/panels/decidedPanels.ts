import type { PayloadRequest, Where } from 'payload'
import { relationId } from '@/lib/ids'

/** A panel that somebody has approved or locked: no machine takes it away. */
export interface DecidedPanel {
  shotId: string | null
  sceneId: string | null
  isLocked: boolean
}

/** The decided panels among those that a condition selects. */
export async function decidedPanels(req: PayloadRequest, where: Where): Promise<DecidedPanel[]> {
  const { docs } = await req.payload.find({
    collection: 'panels',
    where: { and: [where, { status: { in: ['approved', 'locked'] } }] },
    select: { shot: true, scene: true, status: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return docs.map(({ shot, scene, status }) => ({
    shotId: relationId(shot),
    sceneId: relationId(scene),
    isLocked: status === 'locked',
  }))
}

/**
 * The shots with a panel that somebody approved or locked, or with a picture that a person drew, uploaded or chose: no
 * machine takes them away, or makes another shot of them.
 *
 * @param where the panels that are asked
 */
export async function shotsWithPanelsOfPeople(req: PayloadRequest, where: Where): Promise<Set<string>> {
  const isPersons: Where[] = [
    { status: { in: ['approved', 'locked'] } },
    { chosenAt: { exists: true } },
    { origin: { equals: 'drawn' } },
  ]
  const { docs } = await req.payload.find({
    collection: 'panels',
    where: { and: [where, { or: isPersons }] },
    select: { shot: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return new Set(docs.flatMap(({ shot }) => relationId(shot) ?? []))
}
