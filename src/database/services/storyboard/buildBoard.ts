import type { BoardLine, BoardMedia, BoardPanel, BoardScene, BoardShot, EpisodeBoard } from '@/contracts'
import { relationId, relationIds } from '@/lib/ids'
import type { Episode, Media, Panel, Project, Scene, Shot } from '@/payload-types'
import { allOverlaysOf } from '../projects/overlaysOf'
import { speakerNames } from '../scenes/speakers'

/** What of a shot, a panel and a file a board needs: hundreds are read for one, with prompts and seeds they would be long. */
export const SHOT_FIELDS = [
  'scene',
  'shotNumber',
  'order',
  'size',
  'angle',
  'movement',
  'lens',
  'duration',
  'description',
  'origin',
  'characters',
  'dialogueLineIds',
] as const satisfies readonly (keyof Shot)[]

export const PANEL_FIELDS = [
  'shot',
  'version',
  'status',
  'origin',
  'confidence',
  'isStale',
  'staleReason',
  'image',
  'createdAt',
] as const satisfies readonly (keyof Panel)[]

export const MEDIA_FIELDS = [
  'filename',
  'url',
  'sizes',
  'mimeType',
  'durationSeconds',
  'width',
  'height',
] as const satisfies readonly (keyof Media)[]

export type BoardFile = Pick<Media, 'id' | (typeof MEDIA_FIELDS)[number]>
type ShotSource = Pick<Shot, 'id' | (typeof SHOT_FIELDS)[number]>
type PanelSource = Pick<Panel, 'id' | (typeof PANEL_FIELDS)[number]>
type Named = { id: string | number; name: string }

/** Everything a board is built from, each read once. */
export interface BoardSources {
  episode: Episode
  project: Project
  scenes: Scene[]
  shots: ShotSource[]
  /** Newest version first. */
  panels: PanelSource[]
  media: Map<string, BoardFile>
  characters: Map<string, Named>
  locations: Map<string, Named>
}

export function boardMedia(media: BoardFile | undefined): BoardMedia | null {
  if (!media?.url) return null
  return {
    id: String(media.id),
    url: media.url,
    thumbnailUrl: media.sizes?.thumbnail?.url ?? null,
    mimeType: media.mimeType ?? 'application/octet-stream',
    durationSeconds: media.durationSeconds ?? null,
    width: media.width ?? null,
    height: media.height ?? null,
  }
}

export const boardPanel = (panel: PanelSource, media: Map<string, BoardFile>): BoardPanel => ({
  id: String(panel.id),
  version: panel.version ?? 1,
  status: panel.status,
  origin: panel.origin,
  confidence: panel.confidence ?? null,
  isStale: Boolean(panel.isStale),
  staleReason: panel.isStale ? (panel.staleReason ?? null) : null,
  image: boardMedia(media.get(relationId(panel.image) ?? '')),
  createdAt: panel.createdAt,
})

/** The panel to show for a shot: a locked one, else an approved one, else the newest. */
export function currentPanel<P extends { status: string }>(newestFirst: P[]): P | null {
  const of = (status: string) => newestFirst.find((panel) => panel.status === status)
  return of('locked') ?? of('approved') ?? newestFirst[0] ?? null
}

function boardLine(line: NonNullable<Scene['dialogueLines']>[number], sources: BoardSources): BoardLine {
  const characterId = relationId(line.character)
  return {
    id: String(line.id),
    characterId,
    character: sources.characters.get(characterId ?? '')?.name ?? line.cue ?? '',
    speakers: speakerNames(line, (id) => sources.characters.get(id)?.name),
    cue: line.cue ?? '',
    parenthetical: line.parenthetical ?? '',
    emotion: line.emotion ?? '',
    text: line.text,
    startSeconds: line.start ?? null,
    durationSeconds: line.duration ?? null,
    isDual: Boolean(line.isDual),
    audio: boardMedia(sources.media.get(relationId(line.audio) ?? '')),
    audioIsStale: Boolean(line.audioIsStale),
    audioStaleReason: line.audioIsStale ? (line.audioStaleReason ?? null) : null,
  }
}

function boardShot(shot: ShotSource, panels: PanelSource[], sources: BoardSources): BoardShot {
  const all = panels.map((panel) => boardPanel(panel, sources.media))
  return {
    id: String(shot.id),
    shotNumber: shot.shotNumber,
    order: shot.order,
    size: shot.size,
    angle: shot.angle,
    movement: shot.movement,
    lens: shot.lens ?? null,
    durationSeconds: shot.duration,
    description: shot.description ?? '',
    origin: shot.origin,
    characters: relationIds(shot.characters).flatMap((id) => {
      const character = sources.characters.get(id)
      return character ? [{ id, name: character.name }] : []
    }),
    lineIds: shot.dialogueLineIds ?? [],
    panel: currentPanel(all),
    panels: all,
  }
}

const grouped = <T>(items: T[], keyOf: (item: T) => string | null): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item) ?? ''
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** An episode as a producer looks at it. Pure: what may be seen was decided when the sources were read. */
export function buildBoard(sources: BoardSources): EpisodeBoard {
  const { episode, project } = sources
  const shotsOf = grouped(sources.shots, (shot) => relationId(shot.scene))
  const panelsOf = grouped(sources.panels, (panel) => relationId(panel.shot))
  const scenes = sources.scenes.map((scene): BoardScene => {
    const id = String(scene.id)
    return {
      id,
      sceneNumber: scene.sceneNumber,
      order: scene.order,
      heading: scene.heading,
      interiorExterior: scene.interiorExterior ?? 'OTHER',
      location: sources.locations.get(relationId(scene.location) ?? '')?.name ?? '',
      timeOfDay: scene.timeOfDay ?? null,
      mood: scene.mood ?? null,
      synopsis: scene.synopsis ?? null,
      action: scene.action ?? '',
      sections: scene.sections ?? [],
      status: scene.status,
      durationSeconds: scene.estimatedDuration ?? 0,
      lines: (scene.dialogueLines ?? []).map((line) => boardLine(line, sources)),
      shots: (shotsOf.get(id) ?? []).map((shot) =>
        boardShot(shot, panelsOf.get(String(shot.id)) ?? [], sources),
      ),
    }
  })
  const shots = scenes.flatMap((scene) => scene.shots)
  const lines = scenes.flatMap((scene) => scene.lines)
  const output = (value: unknown) => boardMedia(sources.media.get(relationId(value) ?? ''))
  return {
    episode: {
      id: String(episode.id),
      title: episode.title,
      episodeNumber: episode.episodeNumber,
      status: episode.status,
    },
    project: {
      id: String(project.id),
      title: project.title,
      aspectRatio: project.settings?.aspectRatio ?? '16:9',
      fps: project.settings?.fps ?? 24,
      aiEnabled: project.settings?.aiEnabled !== false,
      overlays: allOverlaysOf(project),
    },
    scenes,
    outputs: {
      pdf: output(episode.outputs?.storyboardPdf),
      csv: output(episode.outputs?.shotListCsv),
      animatic: output(episode.outputs?.animatic),
    },
    totals: {
      scenes: scenes.length,
      shots: shots.length,
      panels: shots.filter((shot) => shot.panel !== null).length,
      panelsApproved: shots.filter((shot) => shot.panel && ['approved', 'locked'].includes(shot.panel.status))
        .length,
      lines: lines.length,
      linesVoiced: lines.filter((line) => line.audio !== null).length,
      duration: Math.round(shots.reduce((sum, shot) => sum + shot.durationSeconds, 0) * 10) / 10,
    },
  }
}
