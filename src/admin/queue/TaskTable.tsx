'use client'

import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import type { QueueBody, TaskBody } from '@/api/schemas'
import { episodeLabel } from '../lib/format'
import { useAdminPath } from '../lib/useAdminPath'

/** What tasks are of, by name. */
export type TaskNames = Pick<QueueBody, 'projects' | 'episodes'>

/** A section of the queue: its heading, and a row for each task, or what to say where there is none. */
export function TaskTable({
  id,
  title,
  columns,
  hasActions = false,
  tasks,
  names,
  empty,
  children,
}: {
  id: string
  title: string
  /** Behind the first three, which name the task and what it is of. */
  columns: string[]
  hasActions?: boolean
  tasks: TaskBody[]
  names: TaskNames
  empty?: string
  /** The cells of a task’s row behind those, as many as the head has. */
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
              <th>Project</th>
              <th>Episode</th>
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
                <td>
                  <ProjectLink task={task} names={names} />
                </td>
                <td>
                  <EpisodeLink task={task} names={names} />
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

interface OfTask {
  task: TaskBody
  names: TaskNames
}

/** A dash for the studio’s own tasks, and for a project that is gone. */
function ProjectLink({ task, names }: OfTask) {
  const adminPath = useAdminPath()
  const project = names.projects.find(({ id }) => id === task.projectId)
  return project ? <Link href={adminPath(`/collections/projects/${project.id}`)}>{project.title}</Link> : '–'
}

function EpisodeLink({ task, names }: OfTask) {
  const adminPath = useAdminPath()
  const episode = names.episodes.find(({ id }) => id === task.episodeId)
  if (!episode) return '–'
  return (
    <Link href={adminPath(`/collections/episodes/${episode.id}/storyboard`)}>{episodeLabel(episode)}</Link>
  )
}
