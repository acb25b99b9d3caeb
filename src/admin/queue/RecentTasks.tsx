'use client'

import { Link } from '@payloadcms/ui'
import type { TaskBody } from '@/api/schemas'
import { formatAgo, formatRunningTime, inWords } from '../lib/format'
import { useAdminPath } from '../lib/useAdminPath'
import { Badge } from '../ui/Badge'

/** How long a task was worked on; a dash where it never was. */
function timeTaken({ startedAt, finishedAt }: TaskBody): string {
  if (!startedAt || !finishedAt) return '–'
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000
  return seconds < 60 ? `${Math.max(0.1, Math.round(seconds * 10) / 10)} s` : formatRunningTime(seconds)
}

/** What ended last. */
export function RecentTasks({ tasks, now }: { tasks: TaskBody[]; now: number }) {
  const adminPath = useAdminPath()
  return (
    <section aria-labelledby="sr-queue-recent">
      <h2 id="sr-queue-recent">Recent</h2>
      {tasks.length === 0 ? (
        <p className="sr-muted">Nothing was done yet. Open an episode’s storyboard and run its pipeline.</p>
      ) : (
        <table className="sr-table">
          <thead>
            <tr>
              <th>Task</th>
              <th>Outcome</th>
              <th>Took</th>
              <th>Ended</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.id}>
                <td>
                  <Link href={adminPath(`/collections/tasks/${task.id}`)}>{task.title}</Link>
                </td>
                <td>
                  <Badge tone={task.state === 'completed' ? 'approved' : 'neutral'}>
                    {inWords(task.state)}
                  </Badge>
                </td>
                <td>{timeTaken(task)}</td>
                <td>{task.finishedAt ? formatAgo(task.finishedAt, now) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
