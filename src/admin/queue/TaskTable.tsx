'use client'

import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import type { TaskBody } from '@/api/schemas'
import { useAdminPath } from '../lib/useAdminPath'

/** A section of the queue: its heading, and a row for each task, or what to say where there is none. */
export function TaskTable({
  id,
  title,
  columns,
  hasActions = false,
  tasks,
  empty,
  children,
}: {
  id: string
  title: string
  /** Behind the first, which names the task. */
  columns: string[]
  hasActions?: boolean
  tasks: TaskBody[]
  empty?: string
  /** The cells of a task’s row behind the first, as many as the head has. */
  children: (task: TaskBody) => ReactNode
}) {
  const adminPath = useAdminPath()
  const headingId = `sr-queue-${id}`
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      {tasks.length === 0 ? (
        <p className="sr-muted">{empty}</p>
      ) : (
        <table className="sr-table">
          <thead>
            <tr>
              <th>Task</th>
              {columns.map((column) => (
                <th key={column}>{column}</th>
              ))}
              {hasActions && <th aria-label="Actions" />}
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.id}>
                <td>
                  <Link href={adminPath(`/collections/tasks/${task.id}`)}>{task.title}</Link>
                </td>
                {children(task)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
