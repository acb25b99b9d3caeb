import type { BeforeDocumentControlsServerProps } from 'payload'
import { EpisodeService } from '@/database/services/EpisodeService'
import { hasScript } from '@/database/services/episodes/hasScript'
import { ProjectService } from '@/database/services/ProjectService'
import { relationId } from '@/lib/ids'
import { ImportScriptButton } from '../import/ImportScriptButton'

/** Beside the save button of an episode that has no script yet. A new draft of one is imported in the Script tab. */
export async function ImportIntoEpisode({ id, payload, user }: BeforeDocumentControlsServerProps) {
  if (!id || !user) return null
  const episode = await new EpisodeService({ payload, user }).findById(String(id))
  const projectId = relationId(episode?.project)
  if (!episode || !projectId || hasScript(episode)) return null
  if (!(await new ProjectService({ payload, user }).mayChange(projectId))) return null
  return <ImportScriptButton target={{ projectId, episodeId: episode.id }} />
}
