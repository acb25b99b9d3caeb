import type { ClaimedTask, NewEvent, Settlement } from '@/contracts'

const ACTION: Record<Settlement['kind'], string> = {
  completed: 'completed',
  retry: 'retry-scheduled',
  dead: 'died',
  held: 'held',
  discarded: 'discarded',
  cancelled: 'cancelled',
}

/** The event of an attempt that ended. */
export function settlementEvent(task: ClaimedTask, settlement: Settlement): NewEvent {
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
      ...('failure' in settlement && settlement.failure ? { error: settlement.failure.message } : {}),
    },
    requestId: null,
  }
}
