import type { PayloadRequest } from 'payload'
import { relationIds } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { changeScenes } from './changeScenes'
import { peopleOf } from './sceneCoverage'

/** A person says that somebody is in a scene, whether its page names them or not. */
export async function putIntoScene(
  req: PayloadRequest,
  sceneId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const scene = await req.payload.db.findOne<Scene>({
    collection: 'scenes',
    where: { id: { equals: sceneId } },
    joins: false as never,
    req,
  })
  if (!scene) return
  const people = new Set(peopleOf(scene))
  const more = ids.filter((id) => !people.has(id))
  if (more.length === 0) return
  const characters = [...relationIds(scene.characters), ...more]
  await changeScenes(req, [{ id: sceneId, data: { characters } }])
}
