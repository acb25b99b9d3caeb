import type {
  BoardLine,
  BoardMedia,
  BoardOutput,
  BoardPanel,
  BoardScene,
  BoardShot,
  EpisodeBoard,
  SceneCoverage,
} from '@/contracts'
import { relationId, relationIds } from '@/lib/ids'
import type { Episode, Media, Panel, Project, Scene, Shot } from '@/payload-types'
import type { ExportFormat } from '../exports/formats'
import { type OutputRecord, outputState } from '../exports/madeFrom/outputState'
import { printedBoard } from '../exports/printedBoard'
import { currentPanel, newerPanel } from '../panels/currentPanel'
import { allOverlaysOf } from '../projects/overlaysOf'
import { peopleOf, sceneCoverage } from '../scenes/sceneCoverage'
import { speakerNames } from '../scenes/speakers'
import { hasPlaceInScript, wordsElsewhere } from '../scenes/wordsElsewhere'
import type { MoveWithWords } from '../shots/findMoves'
import { movingShots } from './movingShots'

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
  'actionShown',
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
  'chosenAt',
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
export type ShotSource = Pick<Shot, 'id' | (typeof SHOT_FIELDS)[number]>
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
  /** Of the episode's outputs, by media id: what they were made from. */
  outputs: Map<string, OutputRecord>
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
  chosenAt: panel.chosenAt ?? null,
  createdAt: panel.createdAt,
})

/** As `shotsWithPanelsOfPeople` asks the database. */
const isOfPeople = ({ status, origin, chosenAt }: PanelSource): boolean =>
  isDecided(status) || origin === 'drawn' || Boolean(chosenAt)
const isDecided = (status: string): boolean => status === 'approved' || status === 'locked'

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
    audioIsChosen: Boolean(line.audio && line.audioIsChosen),
  }
}

const named = (ids: string[], { characters }: BoardSources) =>
  ids.flatMap((id) => {
    const character = characters.get(id)
    return character ? [{ id, name: character.name }] : []
  })

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
    characters: named(relationIds(shot.characters), sources),
    lineIds: shot.dialogueLineIds ?? [],
    panel: currentPanel(all),
    newerPanelId: newerPanel(all)?.id ?? null,
    panels: all,
  }
}

/** What tells a file from the one that it replaced: every file gets a name of its own, a cut one another size. */
export const identityIn =
  (media: Map<string, BoardFile>) =>
  (id: string | null): string | null => {
    const file = id === null ? undefined : media.get(id)
    if (!file) return null
    const { filename, width, height, durationSeconds } = file
    return [filename, width, height, durationSeconds].join(' ')
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

/** Of a scene whose words are covered where they stand. */
const NOTHING_ASKED: SceneCoverage = {
  isOutOfDate: false,
  reasons: [],
  linesInNoShot: [],
  linesInSeveral: [],
  newAction: [],
  shotsWithWordsGone: [],
  shotsWithPeopleGone: [],
  shotsLeaving: [],
  shotsComing: [],
}

/**
 * An episode as a producer looks at it. Pure: what may be seen was decided when the sources were read.
 *
 * @param moves of shots whose words are in another scene now: what is said of scenes is said as it is once they have moved
 */
export function buildBoard(sources: BoardSources, moves: readonly MoveWithWords[] = []): EpisodeBoard {
  const { episode, project } = sources
  const shotsOf = grouped(sources.shots, (shot) => relationId(shot.scene))
  const moving = movingShots(sources, moves)
  const panelsOf = grouped(sources.panels, (panel) => relationId(panel.shot))
  const elsewhere = episode.script?.text ? wordsElsewhere(sources.scenes) : new Map<string, string>()
  const scenes = sources.scenes.map((scene): BoardScene => {
    const id = String(scene.id)
    const own = shotsOf.get(id) ?? []
    const { leaving, coming } = moving.of(id)
    const isPeoples = (shotId: string) =>
      own.some((shot) => String(shot.id) === shotId && shot.origin === 'human') ||
      (panelsOf.get(shotId) ?? []).some(isOfPeople)
    const coverage: SceneCoverage = {
      ...sceneCoverage(
        scene,
        [
          // Who is in the trash is not shown, and not asked about.
          ...own
            .filter((shot) => !leaving.has(String(shot.id)))
            .map((shot) => ({
              ...shot,
              characters: relationIds(shot.characters).filter((each) => sources.characters.has(each)),
            })),
          ...coming,
        ],
        isPeoples,
      ),
      shotsLeaving: [...leaving].map(([shotId, to]) => ({
        shotId,
        sceneId: String(to.id),
        sceneNumber: to.sceneNumber,
      })),
      shotsComing: coming.map((shot) => ({
        shotId: shot.id,
        sceneNumber: shot.from?.sceneNumber ?? null,
        lineIds: shot.dialogueLineIds,
      })),
    }
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
      characters: named(peopleOf(scene), sources),
      status: scene.status,
      isInScript: !episode.script?.text || hasPlaceInScript(scene),
      wordsIn: elsewhere.get(id) ?? null,
      durationSeconds: scene.estimatedDuration ?? 0,
      lines: (scene.dialogueLines ?? []).map((line) => boardLine(line, sources)),
      shots: own.map((shot) => boardShot(shot, panelsOf.get(String(shot.id)) ?? [], sources)),
      coverage: elsewhere.has(id) ? NOTHING_ASKED : coverage,
    }
  })
  const counted = scenes.filter(({ wordsIn }) => wordsIn === null)
  // What comes out of the trash counts as what it is going to be: work that people approved is not lost.
  const shots = [
    ...counted.flatMap((scene) => scene.shots),
    ...moving.fromTrash.map((shot) => boardShot(shot, panelsOf.get(String(shot.id)) ?? [], sources)),
  ]
  const lines = counted.flatMap((scene) => scene.lines)
  const board: EpisodeBoard = {
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
    outputs: { pdf: null, csv: null, animatic: null },
    totals: {
      scenes: counted.length,
      shots: shots.length,
      shotsMoving: scenes.reduce((sum, { coverage }) => sum + coverage.shotsComing.length, 0),
      panels: shots.filter((shot) => shot.panel !== null).length,
      panelsInReview: shots.filter((shot) => shot.panel?.status === 'review').length,
      panelsApproved: shots.filter((shot) => shot.panel && isDecided(shot.panel.status)).length,
      lines: lines.length,
      linesInNoShot: scenes.reduce((sum, { coverage }) => sum + coverage.linesInNoShot.length, 0),
      shotsWithWordsGone: scenes.reduce((sum, { coverage }) => sum + coverage.shotsWithWordsGone.length, 0),
      scenesOutOfDate: scenes.filter(({ coverage }) => coverage.isOutOfDate).length,
      linesVoiced: lines.filter((line) => line.audio !== null).length,
      scriptDuration: episode.script?.estimatedDuration ?? 0,
      duration: Math.round(shots.reduce((sum, shot) => sum + shot.durationSeconds, 0) * 10) / 10,
    },
  }

  const made = { board: printedBoard(board), episode, project, identityOf: identityIn(sources.media) }
  const output = (format: ExportFormat, value: unknown): BoardOutput | null => {
    const id = relationId(value) ?? ''
    const file = boardMedia(sources.media.get(id))
    return file && { ...file, ...outputState(sources.outputs.get(id), made, format) }
  }
  return {
    ...board,
    outputs: {
      pdf: output('pdf', episode.outputs?.storyboardPdf),
      csv: output('csv', episode.outputs?.shotListCsv),
      animatic: output('animatic', episode.outputs?.animatic),
    },
  }
}
