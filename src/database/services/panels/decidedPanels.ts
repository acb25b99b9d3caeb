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
 * The shots, of those given, that a machine must not take away: with a panel that somebody approved or locked, or with a
 * picture that a person drew, uploaded or chose.
 */
export async function shotsOfPeople(req: PayloadRequest, shotIds: string[]): Promise<Set<string>> {
  const isPersons: Where[] = [
    { status: { in: ['approved', 'locked'] } },
    { chosenAt: { exists: true } },
    { origin: { equals: 'drawn' } },
  ]
  const { docs } = await req.payload.find({
    collection: 'panels',
    where: { and: [{ shot: { in: shotIds } }, { or: isPersons }] },
    select: { shot: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return new Set(docs.flatMap(({ shot }) => relationId(shot) ?? []))
}
