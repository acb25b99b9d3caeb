'use client'

import type { TaskBody } from '@/api/schemas'
import { formatAgo } from '../lib/format'

/** What rests until a person decides: why it failed, and retry or discard. */
export function FailedTasks({
  tasks,
  now,
  isBusy,
  onDecide,
}: {
  tasks: TaskBody[]
  now: number
  isBusy: boolean
  onDecide: (taskId: string, verb: 'retry' | 'discard') => void
}) {
  return (
    <section aria-labelledby="sr-queue-failed">
      <h2 id="sr-queue-failed">Needs a decision</h2>
      <table className="sr-table">
        <thead>
          <tr>
            <th>Task</th>
            <th>What went wrong</th>
            <th>When</th>
            <th aria-label="Actions" />
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <td>{task.title}</td>
              <td className="sr-table__wide">
                {task.error?.message ?? 'It failed without a word.'}
                <div className="sr-muted">
                  {task.state === 'held'
                    ? 'It is unknown whether the provider took the job; retrying may pay for it twice.'
                    : `Tried ${task.attempts === 1 ? 'once' : `${task.attempts} times`}.`}
                </div>
              </td>
              <td>{task.finishedAt ? formatAgo(task.finishedAt, now) : '–'}</td>
              <td className="sr-table__actions">
                <button
                  type="button"
                  className="sr-button"
                  disabled={isBusy}
                  aria-label={`Retry ${task.title}`}
                  onClick={() => onDecide(task.id, 'retry')}
                >
                  Retry
                </button>{' '}
                <button
                  type="button"
                  className="sr-button"
                  disabled={isBusy}
                  title="Give it up: what waits for it goes on without it."
                  aria-label={`Discard ${task.title}`}
                  onClick={() => onDecide(task.id, 'discard')}
                >
                  Discard
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
