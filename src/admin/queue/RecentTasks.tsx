'use client'

import type { TaskBody } from '@/api/schemas'
import { formatRunningTime } from '@/lib/formatRunningTime'
import { formatAgo, inWords } from '../lib/format'
import { Badge } from '../ui/Badge'
import { type TaskNames, TaskTable } from './TaskTable'

/** How long a task was worked on; a dash where it never was. */
function timeTaken({ startedAt, finishedAt }: TaskBody): string {
  if (!startedAt || !finishedAt) return '–'
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000
  return seconds < 60 ? `${Math.max(0.1, Math.round(seconds * 10) / 10)} s` : formatRunningTime(seconds)
}

/** What ended last. */
export function RecentTasks({ tasks, names, now }: { tasks: TaskBody[]; names: TaskNames; now: number }) {
  return (
    <TaskTable
      id="recent"
      title="Recent"
      columns={['Outcome', 'Took', 'Ended']}
      tasks={tasks}
      names={names}
      empty="Nothing was done yet. Open an episode’s storyboard and run its pipeline."
    >
      {(task) => (
        <>
          <td>
            <Badge tone={task.state === 'completed' ? 'approved' : 'neutral'}>{inWords(task.state)}</Badge>
            {['cancelled', 'discarded'].includes(task.state) && task.error && (
              <p className="sr-muted">{task.error.message}</p>
            )}
          </td>
          <td>{timeTaken(task)}</td>
          <td>{task.finishedAt ? formatAgo(task.finishedAt, now) : '–'}</td>
        </>
      )}
    </TaskTable>
  )
}
