import type { GroupFieldServerProps } from 'payload'
import { StoryboardService } from '@/database/services/StoryboardService'
import type { Project } from '@/payload-types'
import { plural } from '../lib/format'
import { MadeSoFar } from './MadeSoFar'

/** A project's Progress tab: what is drawn, reviewed and approved, and what is spoken. */
export async function ProjectProgress({ id, data, payload, user }: GroupFieldServerProps) {
  if (!id) return <p className="sr-muted">Nothing yet. Save the project and import a script into it.</p>
  const {
    scenes = 0,
    dialogueLines = 0,
    dialogueLinesVoiced = 0,
  } = (data.progress ?? {}) as NonNullable<Project['progress']>
  const panels = await new StoryboardService({ payload, user }).panelStages({ project: String(id) })
  const facts = [
    plural(Number(data.episodesMade ?? 0), 'episode'),
    plural(scenes ?? 0, 'scene'),
    plural(panels.shots, 'shot'),
  ]
  return (
    <MadeSoFar
      facts={facts}
      panels={panels}
      lines={{ all: dialogueLines ?? 0, voiced: dialogueLinesVoiced ?? 0 }}
    />
  )
}
