import { createLocalReq, type Payload } from 'payload'
import { groupedBy } from '@/lib/groupedBy'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { sceneCoverage } from '../scenes/sceneCoverage'
import { peoplesShots } from './standingShots'

/** The scenes without shots, and those whose shots are not those of their page any more. */
export async function scenesToCover(payload: Payload, episodeId: string, scenes: Scene[]): Promise<Scene[]> {
  const req = await createLocalReq({}, payload)
  const where = { episode: { equals: episodeId } }
  const { docs } = await payload.find({
    collection: 'shots',
    where,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const shotsOf = groupedBy(docs, ({ scene }) => relationId(scene))
  const peoples = await peoplesShots(req, docs, where)
  return scenes.filter((scene) => {
    const shots = shotsOf.get(String(scene.id)) ?? []
    return shots.length === 0 || sceneCoverage(scene, shots, (id) => peoples.has(id)).isOutOfDate
  })
}
