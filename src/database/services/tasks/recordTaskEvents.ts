import type { Payload } from 'payload'
import type { ClaimedTask, NewEvent, Settlement } from '@/contracts'
import { appendEvents } from '../events/appendEvents'

const ACTION: Record<Settlement['kind'], string> = {
  completed: 'completed',
  retry: 'retry-scheduled',
  dead: 'died',
  held: 'held',
  cancelled: 'cancelled',
}

/** One event for each attempt that ended. */
export async function recordTaskEvents(
  payload: Payload,
  ended: Array<{ task: ClaimedTask; settlement: Settlement }>,
): Promise<void> {
  const events = ended.map(({ task, settlement }): NewEvent => {
    const action = ACTION[settlement.kind]
    return {
      type: `task.${action}`,
      action,
      entityCollection: 'tasks',
      entityId: task.id,
      projectId: task.projectId,
      actorId: null,
      actorKind: 'worker',
      before: null,
      after: {
        type: task.type,
        title: task.title,
        runId: task.runId,
        attempt: task.attempt,
        ...('failure' in settlement ? { error: settlement.failure.message } : {}),
      },
      requestId: null,
    }
  })
  await appendEvents(payload, events)
}
