'use client'

import type { TaskBody } from '@/api/schemas'
import { formatEta } from '../lib/format'
import { Progress } from '../ui/Progress'
import { type TaskNames, TaskTable } from './TaskTable'

/** What workers have in their hands. */
export function RunningTasks({
  tasks,
  names,
  isBusy,
  onCancel,
}: {
  tasks: TaskBody[]
  names: TaskNames
  isBusy: boolean
  onCancel: (taskId: string) => void
}) {
  return (
    <TaskTable
      id="running"
      title="Running"
      columns={['Progress', 'Worker', 'Attempt']}
      hasActions
      tasks={tasks}
      names={names}
      empty="Nothing is running."
    >
      {(task) => (
        <>
          <td className="sr-table__progress">
            <Progress value={task.progress.percentage} label={task.title} />
            <span className="sr-muted">
              {task.isCancelling
                ? 'Cancelling…'
                : [task.progress.stage, formatEta(task.progress.etaSeconds)].filter(Boolean).join(' · ')}
            </span>
          </td>
          <td>
            <code>{task.worker ?? '–'}</code>
          </td>
          <td>
            {task.attempts} of {task.maxAttempts}
          </td>
          <td className="sr-table__actions">
            <button
              type="button"
              className="sr-link-button"
              disabled={isBusy || task.isCancelling}
              aria-label={`Cancel ${task.title}`}
              onClick={() => onCancel(task.id)}
            >
              Cancel
            </button>
          </td>
        </>
      )}
    </TaskTable>
  )
}
