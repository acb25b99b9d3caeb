import type {
  BoardLine,
  BoardScene,
  BoardShot,
  EpisodeBoard,
  OverlaySet,
  ShotAngle,
  ShotMovement,
  ShotSize,
} from '@/contracts'
import type { StoryboardDocument, StoryboardScene } from '@/exports/storyboard-document'
import { parseAspectRatio } from '@/lib/aspectRatio'
import { together } from '@/lib/together'
import type { Episode } from '@/payload-types'
import { cueName } from '@/screenplay'
import { pageRemark, soundRemark } from './remarks'

export type PathOf = (mediaId: string | null) => string | null

/** `approved`; where what was approved is not what it would be now, `approved, out of date`. */
function statusOf({ panel }: BoardShot): string {
  if (!panel) return 'not drawn'
  return panel.isStale ? `${panel.status}, out of date` : panel.status
}

/** What a reader should know of a shot: what of it is not on its page, and what does not fit into its time. */
const remarkOf = (shot: BoardShot, scene: BoardScene): string =>
  [pageRemark(shot, scene), soundRemark(shot, scene)].filter(Boolean).join('; ')

/** Lines as they are printed. */
export function linesOf(lineIds: readonly string[], lines: ReadonlyMap<string, BoardLine>) {
  return lineIds.flatMap((id) => {
    const line = lines.get(id)
    if (!line) return []
    const speaker = together(line.speakers.map(cueName))
    return [{ speaker, parenthetical: line.parenthetical, text: line.text }]
  })
}

/** A board as the documents print it. `pathOf` says where a media file lies on this machine. */
export function storyboardDocument(
  board: EpisodeBoard,
  episode: Episode,
  pathOf: PathOf,
  overlays: OverlaySet = board.project.overlays.pdf,
): StoryboardDocument {
  return {
    projectTitle: board.project.title,
    episodeTitle: board.episode.title,
    subtitle: episode.script?.version ? `Script version ${episode.script.version}` : '',
    date: new Date().toISOString(),
    aspectRatio: parseAspectRatio(board.project.aspectRatio),
    fps: board.project.fps,
    overlays,
    scenes: board.scenes.map((scene): StoryboardScene => {
      const lines = new Map(scene.lines.map((line) => [line.id, line]))
      return {
        sceneNumber: scene.sceneNumber,
        heading: scene.heading,
        interiorExterior: scene.interiorExterior as StoryboardScene['interiorExterior'],
        location: scene.location,
        timeOfDay: scene.timeOfDay,
        summary: scene.synopsis ?? '',
        durationSeconds:
          scene.shots.reduce((sum, shot) => sum + shot.durationSeconds, 0) || scene.durationSeconds,
        shots: scene.shots.map((shot) => ({
          shotNumber: shot.shotNumber,
          size: shot.size as ShotSize,
          angle: shot.angle as ShotAngle,
          movement: shot.movement as ShotMovement,
          lens: shot.lens,
          durationSeconds: shot.durationSeconds,
          description: shot.description,
          characters: shot.characters.map((character) => character.name),
          lines: linesOf(shot.lineIds, lines),
          imagePath: pathOf(shot.panel?.image?.id ?? null),
          status: statusOf(shot),
          isOutOfDate: Boolean(shot.panel?.isStale),
          remark: remarkOf(shot, scene),
        })),
        linesInNoShot: linesOf(scene.coverage.linesInNoShot, lines),
      }
    }),
  }
}
