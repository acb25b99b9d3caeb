import type { PayloadRequest, Where } from 'payload'
import type { Shot } from '@/payload-types'
import type { StandingShot } from '@/shot-planning'
import { shotsWithPanelsOfPeople } from '../panels/decidedPanels'

/** A shot, and whether what is in it is people's. */
export interface Standing {
  shot: Shot
  cover: StandingShot
}

/** What of the page a stored shot covers. */
export const coverOf = (
  shot: Pick<Shot, 'id' | 'dialogueLineIds' | 'actionShown'> & Partial<Pick<Shot, 'description'>>,
) => ({
  id: String(shot.id),
  lineIds: shot.dialogueLineIds ?? [],
  action: shot.actionShown ?? [],
  description: shot.description,
})

/**
 * The ids of those shots that are people's: one of them made or changed it, or drew, chose, approved or locked one of
 * its panels. No machine makes it another shot.
 *
 * @param where the panels of these shots, all or more
 */
export async function peoplesShots(
  req: PayloadRequest,
  shots: ReadonlyArray<Pick<Shot, 'id' | 'origin'>>,
  where: Where,
): Promise<Set<string>> {
  const withPanels = await shotsWithPanelsOfPeople(req, where)
  return new Set([
    ...shots.flatMap(({ id, origin }) => (origin === 'human' ? String(id) : [])),
    ...withPanels,
  ])
}

/** A scene's shots in order. */
export async function standingShots(req: PayloadRequest, sceneId: string): Promise<Standing[]> {
  const where = { scene: { equals: sceneId } }
  const { docs: shots } = await req.payload.find({
    collection: 'shots',
    where,
    sort: 'order',
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const peoples = await peoplesShots(req, shots, where)
  return shots.map((shot) => ({
    shot,
    cover: { ...coverOf(shot), isKept: peoples.has(String(shot.id)) },
  }))
}
