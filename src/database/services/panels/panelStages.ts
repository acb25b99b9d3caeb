import type { Payload, Where } from 'payload'
import type { PanelStages } from '@/contracts'
import { relationId } from '@/lib/ids'
import type { Panel } from '@/payload-types'
import type { AccessOptions } from '../Service'

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
 * How far the panels of a project or an episode are. A shot counts once, by the best of its versions: one of which a
 * version is approved is approved, whatever else waits for review.
 */
export async function panelStages(
  payload: Payload,
  access: AccessOptions,
  scope: Scope,
): Promise<PanelStages> {
  const where: Where = Object.fromEntries(Object.entries(scope).map(([field, id]) => [field, { equals: id }]))
  const { totalDocs: shots } = await payload.count({ collection: 'shots', where, ...access })
  if (shots === 0) return { shots, drawn: 0, inReview: 0, approved: 0 }
  const ofShots: Where = { and: [where, { 'shot.deletedAt': { exists: false } }] }
  const drawn = await shotsWith(payload, access, ofShots)
  const approved = await shotsWith(payload, access, ofShots, ['approved', 'locked'])
  const inReview = await shotsWith(payload, access, ofShots, ['review'])
  return {
    shots,
    drawn: drawn.size,
    inReview: [...inReview].filter((shot) => !approved.has(shot)).length,
    approved: approved.size,
  }
}
