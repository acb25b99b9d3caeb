import type { BoardScene, EpisodeBoard, RunStatus } from '@/contracts'
import { outOfDateSummary, type StepState, stepStates } from './stepStates'

/**
 * How many shots come with the page itself: the first row on a large screen, more than a phone shows. A board of 168
 * panels was 690 KB of page, most of it far below what anybody saw.
 */
export const FIRST_SHOTS = 5

/** A scene of which the page knows no more than its heading yet. */
export interface SceneToCome {
  id: string
  sceneNumber: string
  heading: string
  /** How many shots it has. */
  shots: number
}

/** What of a board comes with the page; the browser asks for the whole of it where this is not all. */
export interface BoardBeginning {
  /** With the first scenes, the last of which may have only its first shots; everything else is of the whole board. */
  board: EpisodeBoard
  /** The scenes behind those, in order. */
  toCome: SceneToCome[]
  /** Of the whole board, which alone they can be counted from; null where `board` is the whole. */
  steps: StepState[] | null
  /** Likewise. */
  stale: string | null
}

/** The first `left` shots of a scene, with the lines that are heard over them and the length of all. */
function cutScene(scene: BoardScene, left: number): BoardScene {
  if (scene.shots.length === 0) return scene
  const shots = scene.shots.slice(0, left)
  const heard = new Set([...shots.flatMap(({ lineIds }) => lineIds), ...scene.coverage.linesInNoShot])
  return {
    ...scene,
    shots,
    lines: scene.lines.filter(({ id }) => heard.has(id)),
    durationSeconds: scene.shots.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0),
  }
}

/** What a scene's strip shows: where it has shots, they tell what happens in it. */
const asShown = (scene: BoardScene): BoardScene => (scene.shots.length > 0 ? { ...scene, action: '' } : scene)

/** Pure: cuts a board down to what the first look at it needs. */
export function beginningOf(board: EpisodeBoard, run: RunStatus | null): BoardBeginning {
  const scenes: BoardScene[] = []
  let left = FIRST_SHOTS
  for (const scene of board.scenes) {
    if (left <= 0) break
    // A scene without shots is as tall as one.
    const cost = Math.max(1, scene.shots.length)
    scenes.push(cutScene(scene, left))
    left -= cost
  }
  if (left >= 0 && scenes.length === board.scenes.length) {
    return { board, toCome: [], steps: null, stale: null }
  }
  return {
    board: { ...board, scenes: scenes.map(asShown) },
    toCome: board.scenes.slice(scenes.length).map(({ id, sceneNumber, heading, shots }) => ({
      id,
      sceneNumber,
      heading,
      shots: shots.length,
    })),
    steps: stepStates(board, run),
    stale: outOfDateSummary(board),
  }
}
