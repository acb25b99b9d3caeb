'use client'

import type { TaskBody } from '@/api/schemas'
import { formatEta } from '../lib/format'
import { Progress } from '../ui/Progress'

/** What workers have in their hands. */
export function RunningTasks({
  tasks,
  isBusy,
  onCancel,
}: {
  tasks: TaskBody[]
  isBusy: boolean
  onCancel: (taskId: string) => void
}) {
  return (
    <section aria-labelledby="sr-queue-running">
      <h2 id="sr-queue-running">Running</h2>
      {tasks.length === 0 ? (
        <p className="sr-muted">Nothing is running.</p>
      ) : (
        <table className="sr-table">
          <thead>
            <tr>
              <th>Task</th>
              <th>Progress</th>
              <th>Worker</th>
              <th>Attempt</th>
              <th aria-label="Actions" />
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.id}>
                <td>{task.title}</td>
                <td className="sr-table__progress">
                  <Progress value={task.progress.percentage} label={task.title} />
                  <span className="sr-muted">
                    {[task.progress.stage, formatEta(task.progress.etaSeconds)].filter(Boolean).join(' · ')}
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
                    disabled={isBusy}
                    aria-label={`Cancel ${task.title}`}
                    onClick={() => onCancel(task.id)}
                  >
                    Cancel
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
