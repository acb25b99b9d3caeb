import type { Payload, Where } from 'payload'
import type { PanelStages } from '@/contracts'
import { relationId } from '@/lib/ids'
import type { Panel } from '@/payload-types'
import type { AccessOptions } from '../Service'
import { countableScenes } from '../scenes/countable'

type Scope = { project: string } | { episode: string }

/** The shots that have a panel, of these states where some are given. */
async function shotsWith(
  payload: Payload,
  access: AccessOptions,
  where: Where,
  states?: Panel['status'][],
): Promise<Set<string>> {
  const { values } = await payload.findDistinct({
    collection: 'panels',
    field: 'shot',
    where: states ? { and: [where, { status: { in: states } }] } : where,
    depth: 0,
    ...access,
  })
  return new Set(values.map(({ shot }) => relationId(shot)).filter((id) => id !== null))
}

/**
 * What hangs on a shot or a scene in the trash is no panel of anything. As they are stored, past the hooks of reading: the
 * studio counts all of its projects.
 */
async function shotsThatCount(payload: Payload, where: Where): Promise<Array<{ id: unknown }>> {
  const scenes = new Set((await countableScenes(payload, where, ['sceneNumber'])).map(({ id }) => String(id)))
  const { docs } = await payload.db.find<{ id: unknown; scene: unknown }>({
    collection: 'shots',
    where: { and: [where, { deletedAt: { exists: false } }] },
    select: { scene: true },
    pagination: false,
    limit: 0,
  })
  return docs.filter(({ scene }) => scenes.has(String(relationId(scene))))
}

/**
 * How far the panels of a project or an episode are. A shot counts once, by the best of its versions: one of which a
 * version is approved is approved, whatever else waits for review.
 */
export async function panelStages(
  payload: Payload,
  access: AccessOptions,
  scope: Scope,
): Promise<PanelStages> {
  const where: Where = Object.fromEntries(Object.entries(scope).map(([field, id]) => [field, { equals: id }]))
  const none = { shots: 0, drawn: 0, inReview: 0, approved: 0 }
  // Who may see one shot of a project may see all of them.
  const { totalDocs } = await payload.count({ collection: 'shots', where, ...access })
  if (totalDocs === 0) return none
  const docs = await shotsThatCount(payload, where)
  if (docs.length === 0) return none
  const count = (ids: Set<string>) => docs.filter(({ id }) => ids.has(String(id))).length
  const approved = await shotsWith(payload, access, where, ['approved', 'locked'])
  const inReview = await shotsWith(payload, access, where, ['review'])
  return {
    shots: docs.length,
    drawn: count(await shotsWith(payload, access, where)),
    inReview: count(new Set([...inReview].filter((id) => !approved.has(id)))),
    approved: count(approved),
  }
}
