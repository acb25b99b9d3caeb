import type { Payload } from 'payload'
import { relationId } from '@/lib/ids'

/**
 * How many tasks of a run were cancelled when their panel was there already: the last moment of a task is not the last of
 * its work. People count panels, not tasks.
 */
export async function drawnThough(payload: Payload, runId: string): Promise<number> {
  const common = { depth: 0, pagination: false, overrideAccess: true } as const
  const { docs: begun } = await payload.find({
    ...common,
    collection: 'tasks',
    where: {
      and: [
        { runId: { equals: runId } },
        { type: { equals: 'draw-panel' } },
        { state: { equals: 'cancelled' } },
        { isStep: { not_equals: true } },
        // Of hundreds, those few that were being worked on.
        { attempts: { greater_than: 0 } },
      ],
    },
    select: { runId: true },
  })
  if (begun.length === 0) return 0
  const { docs: panels } = await payload.find({
    ...common,
    collection: 'panels',
    where: { sourceTask: { in: begun.map(({ id }) => id) } },
    select: { sourceTask: true },
  })
  return new Set(panels.map(({ sourceTask }) => relationId(sourceTask))).size
}
