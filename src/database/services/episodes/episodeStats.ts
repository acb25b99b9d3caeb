import type { Payload, PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import type { Episode } from '@/payload-types'
import { countableScenes } from '../scenes/countable'

export interface EpisodeStats {
  scenes: number
  scenesApproved: number
  shots: number
  /** Shots that have at least one panel. */
  shotsDrawn: number
  panels: number
  panelsApproved: number
  dialogueLines: number
  dialogueLinesVoiced: number
  /** Distinct characters who speak or are seen. */
  characters: number
  wordCount: number
  pageCount: number
  /** Seconds, from the script. */
  estimatedDuration: number
  /** Seconds, the sum of the shots. */
  shotDuration: number
  /** 0 to 100: shots drawn and lines voiced, of all. */
  percentage: number
}

/**
 * Counts an episode: what can be seen of it, so neither what is in the trash nor what hangs on that. The caller has
 * checked that its user may see it.
 */
export async function episodeStats(
  payload: Payload,
  episode: Episode,
  req?: PayloadRequest,
): Promise<EpisodeStats> {
  const common = {
    where: { episode: { equals: episode.id } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    ...(req ? { req } : {}),
  } as const
  // One after the other: in a transaction there is one at a time.
  const scenes = {
    docs: await countableScenes(payload, common.where, ['status', 'characters', 'dialogueLines'], req),
  }
  const allShots = await payload.find({
    ...common,
    collection: 'shots',
    select: { duration: true, scene: true },
  })
  const allPanels = await payload.find({
    ...common,
    collection: 'panels',
    select: { shot: true, status: true },
  })
  const visible = new Set(scenes.docs.map(({ id }) => String(id)))
  const shots = { docs: allShots.docs.filter((shot) => visible.has(relationId(shot.scene) ?? '')) }
  const shotIds = new Set(shots.docs.map(({ id }) => String(id)))
  const panels = { docs: allPanels.docs.filter((panel) => shotIds.has(relationId(panel.shot) ?? '')) }
  const lines = scenes.docs.flatMap((scene) => scene.dialogueLines ?? [])
  const drawn = new Set(panels.docs.map((panel) => String(panel.shot)))
  const approved = panels.docs.filter((panel) => panel.status === 'approved' || panel.status === 'locked')
  const voiced = lines.filter((line) => line.audio).length
  const whole = shots.docs.length + lines.length
  const made = drawn.size + voiced
  return {
    scenes: scenes.docs.length,
    scenesApproved: scenes.docs.filter((scene) => scene.status === 'approved').length,
    shots: shots.docs.length,
    shotsDrawn: drawn.size,
    panels: panels.docs.length,
    panelsApproved: approved.length,
    dialogueLines: lines.length,
    dialogueLinesVoiced: voiced,
    characters: new Set(scenes.docs.flatMap((scene) => (scene.characters ?? []).map(String))).size,
    wordCount: episode.script?.wordCount ?? 0,
    pageCount: episode.script?.pageCount ?? 0,
    estimatedDuration: episode.script?.estimatedDuration ?? 0,
    shotDuration: Math.round(shots.docs.reduce((sum, shot) => sum + (shot.duration ?? 0), 0) * 10) / 10,
    percentage: whole === 0 ? 0 : Math.round((made / whole) * 100),
  }
}
