import { Link } from '@payloadcms/ui'
import type { BeforeDocumentControlsServerProps } from 'payload'
import { EpisodeService } from '@/database/services/EpisodeService'

/** Beside a project's save button: straight to the storyboard of its first episode. */
export async function OpenStoryboard({ id, payload, user }: BeforeDocumentControlsServerProps) {
  if (!id || !user) return null
  const [episode] = await new EpisodeService({ payload, user }).findByProject(String(id))
  if (!episode) return null
  const { admin } = payload.config.routes
  return <Link href={`${admin}/collections/episodes/${episode.id}/storyboard`}>Open storyboard</Link>
}
