'use client'

import { Link } from '@payloadcms/ui'
import type { PanelStages } from '@/contracts'
import { ImportScriptButton } from '../import/ImportScriptButton'
import { episodeLabel, inWords, plural } from '../lib/format'
import { useAdminPath } from '../lib/useAdminPath'
import { Badge } from '../ui/Badge'
import { PanelStagesBar } from '../ui/PanelStagesBar'

export interface ProjectCardData {
  id: string
  title: string
  type: string
  status: string
  logline: string | null
  aspectRatio: string
  episodes: Array<{ id: string; episodeNumber: number; title: string; hasScript: boolean }>
  posterUrl: string | null
  canWrite: boolean
  scenes: number
  panels: PanelStages
}

const EPISODES_SHOWN = 4

/** One project: its first picture, how far it is, and the way into its storyboards. */
export function ProjectCard({ project }: { project: ProjectCardData }) {
  const adminPath = useAdminPath()
  const storyboard = (episodeId: string) => adminPath(`/collections/episodes/${episodeId}/storyboard`)
  const projectPath = adminPath(`/collections/projects/${project.id}`)
  const { panels, episodes } = project
  const first = episodes[0]
  const hasAnyScript = episodes.some(({ hasScript }) => hasScript)
  return (
    <article className="sr-project" aria-label={project.title}>
      <Link
        className="sr-project__poster"
        href={first ? storyboard(first.id) : projectPath}
        aria-label={`Open ${project.title}`}
      >
        {project.posterUrl ? (
          // biome-ignore lint/performance/noImgElement: the files are private and have their own thumbnails
          <img src={project.posterUrl} alt="" loading="lazy" />
        ) : (
          <span aria-hidden="true">{project.title.slice(0, 1).toUpperCase()}</span>
        )}
      </Link>
      <div className="sr-project__body">
        <div className="sr-project__head">
          <h2>
            <Link href={projectPath}>{project.title}</Link>
          </h2>
          <Badge>{inWords(project.status)}</Badge>
        </div>
        <p className="sr-project__meta">
          {[inWords(project.type), plural(project.scenes, 'scene'), plural(panels.shots, 'shot')].join(' · ')}
        </p>
        {project.logline && <p className="sr-project__logline">{project.logline}</p>}
        <div className="sr-project__progress">
          <PanelStagesBar panels={panels} label={`Panels of ${project.title}`} />
        </div>
        {episodes.length > 1 ? (
          <ul className="sr-project__episodes">
            {episodes.slice(0, EPISODES_SHOWN).map((episode) => (
              <li key={episode.id}>
                <Link href={storyboard(episode.id)}>{episodeLabel(episode)}</Link>
                {!episode.hasScript && <span className="sr-muted"> · no script yet</span>}
              </li>
            ))}
            {episodes.length > EPISODES_SHOWN && (
              <li>
                <Link href={projectPath}>and {episodes.length - EPISODES_SHOWN} more</Link>
              </li>
            )}
          </ul>
        ) : (
          <p className="sr-project__open">
            {first ? (
              <Link href={storyboard(first.id)}>Open storyboard</Link>
            ) : (
              <span className="sr-muted">No episode yet.</span>
            )}
          </p>
        )}
        {project.canWrite && !hasAnyScript && (
          <p className="sr-project__import">
            <ImportScriptButton
              into={{
                id: project.id,
                title: project.title,
                emptyEpisodes: episodes.map((episode) => ({ id: episode.id, label: episodeLabel(episode) })),
              }}
            />
          </p>
        )}
      </div>
    </article>
  )
}
