import type { PayloadRequest } from 'payload'
import { Conflict } from '@/errors'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'

/** How many panels of a scene a message names; the answer's details have all. */
const NAMED = 5

/**
 * What is locked stays: an import by which a scene with locked panels would go is refused before it writes anything. A
 * draft can have the rest of the script without that scene.
 *
 * @param gone the scenes that the script does not have any more
 * @throws {Conflict} naming each scene and its locked panels, with how to go on
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
      .map((panel) => ({ id: panel.id, title: panel.title ?? 'A panel without a title' }))
    return panels.length > 0 ? [{ sceneId: id, sceneNumber, heading, panels }] : []
  })
  const named = scenes.map(({ sceneNumber, panels }) => {
    const titles = panels.slice(0, NAMED).map(({ title }) => title)
    if (panels.length > NAMED) titles.push(`${panels.length - NAMED} more`)
    return `Scene ${sceneNumber} is not in this script and has ${panels.length === 1 ? 'a locked panel' : 'locked panels'} (${titles.join('; ')}).`
  })
  throw new Conflict(
    `${named.join(' ')} Nothing was imported. Unlock the panels first; or bring the script as a new draft in the episode’s script room (by API: POST /api/v1/episodes/{id}/drafts), and leave out that these scenes go.`,
    { scenes },
  )
}
