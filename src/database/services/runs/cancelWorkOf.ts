import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access'
import { engineOf } from '@/database/engine'
import { cancelTasks } from '../tasks/cancelTasks'
import { noteCancelled } from './cancelledBy'

/**
 * Cancels the work that goes on in a project which was put into the trash: its tasks would find nothing of what they are
 * about. A run that rests is left as it is. Restored, the project is run on as after any cancel.
 */
export async function cancelWorkOf(req: PayloadRequest, projectId: string): Promise<void> {
  const { payload } = req
  const common = { collection: 'tasks', depth: 0, pagination: false, overrideAccess: true } as const
  const { docs: active } = await payload.find({
    ...common,
    where: {
      and: [{ project: { equals: projectId } }, { state: { in: ['ready', 'scheduled', 'running'] } }],
    },
    select: { runId: true },
  })
  const { tasks } = engineOf(payload)
  for (const { id, runId } of active) if (!runId) await cancelTasks(tasks, { id: String(id) })
  for (const runId of new Set(active.flatMap((task) => task.runId ?? []))) {
    const cancelled = await cancelTasks(tasks, { runId })
    if (cancelled.length === 0) continue
    const { docs: steps } = await payload.find({
      ...common,
      where: { and: [{ runId: { equals: runId } }, { isStep: { equals: true } }] },
    })
    const actorId = actorOf(req)?.id
    await noteCancelled(
      payload,
      steps,
      actorId ? String(actorId) : null,
      'The project was put into the trash.',
    )
  }
}
