import type { BeforeDocumentControlsServerProps } from 'payload'
import { EpisodeService } from '@/database/services/EpisodeService'
import { hasScript } from '@/database/services/episodes/hasScript'
import { ProjectService } from '@/database/services/ProjectService'
import { ImportScriptButton } from '../import/ImportScriptButton'
import { episodeLabel } from '../lib/format'

/** Beside a project's save button, for those who may write in it: a new project needs a script first of all. */
export async function ImportIntoProject({ id, payload, user }: BeforeDocumentControlsServerProps) {
  if (!id || !user) return null
  const projects = new ProjectService({ payload, user })
  const [project, mayChange] = await Promise.all([
    projects.findById(String(id)),
    projects.mayChange(String(id)),
  ])
  if (!project || !mayChange) return null
  const episodes = await new EpisodeService({ payload, user }).findByProject(project.id)
  const emptyEpisodes = episodes
    .filter((episode) => !hasScript(episode))
    .map((episode) => ({ id: episode.id, label: episodeLabel(episode) }))
  return <ImportScriptButton into={{ id: project.id, title: project.title, emptyEpisodes }} />
}
