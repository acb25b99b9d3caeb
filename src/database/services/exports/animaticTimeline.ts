import type {
  BoardLine,
  BoardScene,
  BoardShot,
  CameraMove,
  EpisodeBoard,
  OverlaySet,
  ShotAngle,
  ShotMovement,
} from '@/contracts'
import type { AnimaticCaption, AnimaticTimeline } from '@/exports/animatic'
import { type ScheduledLine, scheduleLines } from '@/exports/animatic/scheduleLines'
import { parseAspectRatio } from '@/lib/aspectRatio'
import type { Project } from '@/payload-types'
import { heardLine } from './heardLine'
import { linesOf, type PathOf } from './storyboardDocument'

/** When each line of a scene is heard, shot by shot. What no shot covers is not in it. */
export function scheduleScene(scene: BoardScene): ScheduledLine[][] {
  return scheduleLines(
    scene.shots.map((shot) => ({ durationSeconds: shot.durationSeconds, lineIds: shot.lineIds })),
    scene.lines.map(heardLine),
  )
}

const even = (pixels: number): number => Math.max(2, Math.round(pixels / 2) * 2)

/** The picture's size: as wide as the resolution says, as high as the aspect ratio wants. */
function frameSize(project: Project): { width: number; height: number } {
  const width = Number(/^(\d+)x/.exec(project.settings?.resolution ?? '')?.[1] ?? 1280)
  return { width: even(width), height: even(width / parseAspectRatio(project.settings?.aspectRatio)) }
}

const cameraOf = (shot: BoardShot): CameraMove => ({
  movement: shot.movement as ShotMovement,
  angle: shot.angle as ShotAngle,
  description: shot.description,
})

const captionOf = (shot: BoardShot, lines: ReadonlyMap<string, BoardLine>): AnimaticCaption => ({
  description: shot.description,
  lines: linesOf(shot.lineIds, lines).map(({ speaker, text }) => ({ speaker, text })),
})

/** A board as a film of its panels with its voices. */
export function animaticTimeline(
  board: EpisodeBoard,
  project: Project,
  pathOf: PathOf,
  overlays: OverlaySet = board.project.overlays.film,
): AnimaticTimeline {
  return {
    fps: board.project.fps,
    ...frameSize(project),
    overlays,
    title: `${board.project.title} – ${board.episode.title}`,
    shots: board.scenes.flatMap((scene) => {
      const schedule = scheduleScene(scene)
      const lines = new Map(scene.lines.map((line) => [line.id, line]))
      return scene.shots.map((shot, index) => ({
        imagePath: pathOf(shot.panel?.image?.id ?? null),
        durationSeconds: shot.durationSeconds,
        label: `${scene.sceneNumber} / ${shot.shotNumber}`,
        // Only what the film shows: an export is out of date where one of these changed.
        ...(overlays.arrows ? { camera: cameraOf(shot) } : {}),
        ...(overlays.caption ? { caption: captionOf(shot, lines) } : {}),
        scene: `${scene.sceneNumber} ${scene.heading}`,
        lines: (schedule[index] ?? []).map((line) => ({
          audioPath: pathOf(lines.get(line.lineId)?.audio?.id ?? null),
          startSeconds: line.startSeconds,
          durationSeconds: line.durationSeconds,
        })),
      }))
    }),
  }
}
