'use client'

import type { TaskBody } from '@/api/schemas'
import { formatAgo, formatTries } from '../lib/format'
import { RetryOrDiscard } from '../ui/RetryOrDiscard'
import { type TaskNames, TaskTable } from './TaskTable'

/** What rests until a person decides: why it failed, and retry or discard. */
export function FailedTasks({
  tasks,
  names,
  now,
  isBusy,
  onDecide,
}: {
  tasks: TaskBody[]
  names: TaskNames
  now: number
  isBusy: boolean
  onDecide: (taskId: string, verb: 'retry' | 'discard') => void
}) {
  return (
    <TaskTable
      id="failed"
      title="Needs a decision"
      columns={['What went wrong', 'When']}
      hasActions
      tasks={tasks}
      names={names}
    >
      {(task) => (
        <>
          <td className="sr-table__wide">
            {task.error?.message ?? 'It failed without a word.'}
            <div className="sr-muted">{formatTries(task)}</div>
          </td>
          <td>{task.finishedAt ? formatAgo(task.finishedAt, now) : '–'}</td>
          <td className="sr-table__actions">
            <RetryOrDiscard title={task.title} isBusy={isBusy} onDecide={(verb) => onDecide(task.id, verb)} />
          </td>
        </>
      )}
    </TaskTable>
  )
}
