import { createLocalReq, type Payload } from 'payload'
import { relationId } from '@/lib/ids'
import type { Scene, Shot } from '@/payload-types'
import { sceneCoverage } from '../scenes/sceneCoverage'
import { peoplesShots } from './standingShots'

type ShotPart = Pick<Shot, 'id' | 'scene' | 'dialogueLineIds' | 'actionShown'>

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
  const shotsOf = new Map<string, ShotPart[]>()
  const peoples = await peoplesShots(req, docs, where)
  for (const shot of docs) {
    const sceneId = relationId(shot.scene) ?? ''
    shotsOf.set(sceneId, [...(shotsOf.get(sceneId) ?? []), shot])
  }
  return scenes.filter((scene) => {
    const shots = shotsOf.get(String(scene.id)) ?? []
    return shots.length === 0 || sceneCoverage(scene, shots, (id) => peoples.has(id)).isOutOfDate
  })
}
