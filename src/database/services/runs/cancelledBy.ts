import type { Payload } from 'payload'
import type { RunStatus } from '@/contracts'
import { relationId } from '@/lib/ids'
import type { Task } from '@/payload-types'
import { appendEvents } from '../events/appendEvents'

const TYPE = 'run.cancelled'

/**
 * Notes in the log who cancelled a run: of its tasks one cannot tell. `steps` are its step tasks, at least one.
 *
 * @param reason what ended it where nobody pressed Cancel, as a sentence
 */
export async function noteCancelled(
  payload: Payload,
  steps: Task[],
  actorId: string | null,
  reason: string | null = null,
): Promise<void> {
  const [step] = steps
  if (!step) return
  await appendEvents(payload, [
    {
      type: TYPE,
      action: 'cancelled',
      entityCollection: 'tasks',
      entityId: String(step.id),
      projectId: relationId(step.project),
      actorId,
      actorKind: actorId ? 'user' : 'system',
      before: null,
      after: { title: step.title ?? step.type, runId: step.runId ?? null, ...(reason ? { reason } : {}) },
      requestId: null,
    },
  ])
}

/** Who cancelled a run and when, by the log; null where its tasks were cancelled one by one. */
export async function cancelledBy(payload: Payload, steps: Task[]): Promise<RunStatus['cancelled']> {
  const { docs } = await payload.find({
    collection: 'events',
    where: {
      and: [
        { entityCollection: { equals: 'tasks' } },
        { entityId: { in: steps.map(({ id }) => String(id)) } },
        { type: { equals: TYPE } },
      ],
    },
    sort: '-sequence',
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const event = docs[0]
  if (!event) return null
  const actorId = relationId(event.actor)
  const user = actorId
    ? await payload.findByID({
        collection: 'users',
        id: actorId,
        depth: 0,
        disableErrors: true,
        select: { name: true },
        overrideAccess: true,
      })
    : null
  const { reason } = (event.after ?? {}) as { reason?: string }
  return { by: user?.name ?? null, at: event.createdAt, reason: reason ?? null }
}
