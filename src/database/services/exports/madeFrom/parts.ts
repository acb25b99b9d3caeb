import { createHash } from 'node:crypto'
import type { BoardScene, EpisodeBoard, OverlaySet } from '@/contracts'
import type { Episode, Project } from '@/payload-types'
import { animaticTimeline } from '../animaticTimeline'
import type { ExportFormat } from '../formats'
import { pageRemark, soundRemark } from '../remarks'
import { storyboardDocument } from '../storyboardDocument'

/** What an output shows of one shot. Digests; empty where it shows nothing of the kind. */
export interface ShotParts {
  id: string
  picture: string
  length: string
  /** What is said, as it is printed. */
  words: string
  /** The recordings that are heard. */
  sound: string
  /** When they are heard. */
  timing: string
  /** What a document remarks of the length of its sound; absent where it has nothing to. */
  soundLength?: string
  status: string
  /** Everything else: number, size, camera, description, who is in it. */
  details: string
}

export interface SceneParts {
  id: string
  number: string
  heading: string
  /** Everything else: summary, and the length of a scene without shots. */
  details: string
  shots: ShotParts[]
}

/** What an output was made from, part by part: enough to tell what has changed since, and nothing to make it again from. */
export interface OutputParts {
  /** Titles, frame rate, aspect ratio, size, overlays. */
  settings: Record<string, string>
  scenes: SceneParts[]
  /**
   * Scenes of the episode of which it shows nothing: one that loses its shots is not in the film any more, and is still
   * there. Absent of documents, and of films from before this was kept.
   */
  notShown?: Array<Pick<SceneParts, 'id' | 'number'>>
}

export interface PartsSource {
  board: EpisodeBoard
  episode: Episode
  project: Project
  /** What tells a file from any other, also from the one that it replaced; null where there is none. */
  identityOf: (mediaId: string | null) => string | null
}

/** Of so few letters, two in some million are alike; there are a few hundred, each compared with one. */
const DIGEST_LENGTH = 10

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, DIGEST_LENGTH)

const digested = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))

/** `slate,arrows` */
const drawn = (overlays: OverlaySet): string =>
  Object.entries(overlays)
    .flatMap(([name, isDrawn]) => (isDrawn ? [name] : []))
    .join()

/** Of the very document that is printed, so that nothing of it can change unseen. */
function ofDocument({ board, episode, identityOf }: PartsSource, format: 'pdf' | 'csv'): OutputParts {
  const { scenes, date: _date, fps, overlays, ...titles } = storyboardDocument(board, episode, identityOf)
  // A shot list has neither pictures nor titles.
  const isPdf = format === 'pdf'
  return {
    settings: digested(isPdf ? { fps, ...titles, overlays: drawn(overlays) } : { fps }),
    scenes: scenes.map(({ shots, sceneNumber, summary, durationSeconds, ...heading }, at) => ({
      id: board.scenes[at]?.id ?? '',
      number: sceneNumber,
      heading: digest(heading),
      details: isPdf ? digest([summary, shots.length === 0 && durationSeconds]) : '',
      shots: shots.map(
        // That it is out of date is said by its status.
        ({ imagePath, lines, status, isOutOfDate: _, durationSeconds: length, ...details }, index) => {
          const scene = board.scenes[at]
          const shot = scene?.shots[index]
          const sound = scene && shot && soundRemark(shot, scene)
          return {
            id: shot?.id ?? '',
            picture: isPdf && imagePath !== null ? digest(imagePath) : '',
            length: String(length),
            words: digest(lines),
            sound: '',
            timing: '',
            ...(sound ? { soundLength: digest(sound) } : {}),
            status,
            details: digest({ ...details, remark: scene && shot ? pageRemark(shot, scene) : '' }),
          }
        },
      ),
    })),
  }
}

function ofTimeline({ board, project, identityOf }: PartsSource): OutputParts {
  const { shots, overlays, ...settings } = animaticTimeline(board, project, identityOf)
  let next = 0
  const sceneOf = (scene: BoardScene): SceneParts => ({
    id: scene.id,
    number: scene.sceneNumber,
    heading: digest(scene.heading),
    details: '',
    shots: scene.shots.flatMap((shot) => {
      const filmed = shots[next++]
      if (!filmed) return []
      // The name of the chapter is the scene's.
      const { imagePath, durationSeconds, lines, scene: _scene, ...details } = filmed
      return {
        id: shot.id,
        picture: imagePath === null ? '' : digest(imagePath),
        length: String(durationSeconds),
        words: '',
        sound: digest(lines.map(({ startSeconds: _start, ...line }) => line)),
        timing: digest(lines.map(({ startSeconds }) => startSeconds)),
        status: '',
        details: digest({ ...details, label: shot.shotNumber }),
      }
    }),
  })
  return {
    settings: digested({ ...settings, overlays: drawn(overlays) }),
    // A scene without shots is not in the film.
    scenes: board.scenes.filter((scene) => scene.shots.length > 0).map(sceneOf),
    notShown: board.scenes.flatMap(({ id, sceneNumber, shots: { length } }) =>
      length > 0 ? [] : [{ id, number: sceneNumber }],
    ),
  }
}

/** What an output in a format shows of a board. */
export const outputParts = (source: PartsSource, format: ExportFormat): OutputParts =>
  format === 'animatic' ? ofTimeline(source) : ofDocument(source, format)

export interface MadeFrom {
  /** Of all parts: alike for outputs that were made from the same. */
  digest: string
  parts: OutputParts
}

export function madeFrom(source: PartsSource, format: ExportFormat): MadeFrom {
  const parts = outputParts(source, format)
  return { digest: digest(parts), parts }
}
