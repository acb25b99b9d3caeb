import type { Payload, Where } from 'payload'
import type { PanelStages } from '@/contracts'
import { relationId } from '@/lib/ids'
import type { Panel } from '@/payload-types'
import type { AccessOptions } from '../Service'

type Scope = { project: string } | { episode: string }

/** The shots that have a panel, of these states where some are given. */
export async function shotsWith(
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
  // What hangs on a shot in the trash is no panel of anything: the shots that are there say which count.
  const { docs } = await payload.find({
    collection: 'shots',
    where,
    depth: 0,
    pagination: false,
    select: { shotNumber: true },
    ...access,
  })
  if (docs.length === 0) return { shots: 0, drawn: 0, inReview: 0, approved: 0 }
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
