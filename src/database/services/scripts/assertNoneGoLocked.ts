import type { PayloadRequest } from 'payload'
import { Conflict } from '@/errors'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { lockedInWords, UNTITLED } from '../panels/lockedInWords'

/**
 * What is locked stays: an import by which a scene with locked panels would go is refused before it writes anything. A
 * draft can have the rest of the script without that scene.
 *
 * @param gone the scenes that the script does not have any more
 * @throws {Conflict} naming each scene and its locked panels, with how to go on; the details have all of them
 */
export async function assertNoneGoLocked(req: PayloadRequest, gone: readonly Scene[]): Promise<void> {
  if (gone.length === 0) return
  const { docs } = await req.payload.find({
    collection: 'panels',
    where: { and: [{ scene: { in: gone.map(({ id }) => id) } }, { status: { equals: 'locked' } }] },
    select: { title: true, scene: true },
    sort: 'title',
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  if (docs.length === 0) return
  const scenes = gone.flatMap(({ id, sceneNumber, heading }) => {
    const panels = docs
      .filter(({ scene }) => relationId(scene) === id)
      .map((panel) => ({ id: panel.id, title: panel.title ?? UNTITLED }))
    return panels.length > 0 ? [{ sceneId: id, sceneNumber, heading, panels }] : []
  })
  const named = scenes.map(({ sceneNumber, panels }) => {
    const locked = lockedInWords(panels.map(({ title }) => title))
    return `Scene ${sceneNumber} is not in this script and has ${locked}.`
  })
  throw new Conflict(
    `${named.join(' ')} Nothing was imported. Unlock the panels first; or bring the script as a new draft in the episode’s script room (by API: POST /api/v1/episodes/{id}/drafts), and leave out that these scenes go.`,
    { scenes },
  )
}
