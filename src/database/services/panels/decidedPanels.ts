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
