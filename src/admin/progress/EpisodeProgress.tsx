import type { GroupFieldServerProps } from 'payload'
import { isBesideForm } from '@/collections/Episodes/leaveScriptOut'
import { StoryboardService } from '@/database/services/StoryboardService'
import type { Episode } from '@/payload-types'
import { plural } from '../lib/format'
import { MadeSoFar } from './MadeSoFar'

/** How far an episode is. */
export async function EpisodeProgress({ id, data, payload, req, user }: GroupFieldServerProps) {
  if (!id || isBesideForm(req)) return null
  const { sceneCount, renderedCount } = (data.production ?? {}) as NonNullable<Episode['production']>
  const panels = await new StoryboardService({ payload, user }).panelStages({ episode: String(id) })
  return (
    <MadeSoFar
      heading="Production"
      facts={[
        plural(sceneCount ?? 0, 'scene'),
        plural(panels.shots, 'shot'),
        `${plural(renderedCount ?? 0, 'scene')} with all panels`,
      ]}
      panels={panels}
      lines={null}
    />
  )
}
