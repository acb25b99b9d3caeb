import { expect, it } from 'vitest'
import type { BoardScene, EpisodeBoard } from '@/contracts'
import { beginningOf, FIRST_SHOTS } from './boardBeginning'
import { stepStates } from './stepStates'

const shot = (id: string) => ({
  id,
  lineIds: [`line-${id}`],
  durationSeconds: 2,
  panels: [],
  panel: { status: 'review' },
})
const scene = (sceneNumber: string, shots: number): BoardScene =>
  ({
    id: `scene-${sceneNumber}`,
    sceneNumber,
    heading: `EXT. QUARRY ${sceneNumber} - DUSK`,
    action: 'Dust over the terraces.',
    mood: 'calm',
    durationSeconds: 1,
    shots: Array.from({ length: shots }, (_, index) => shot(`${sceneNumber}-${index}`)),
    lines: Array.from({ length: shots }, (_, index) => ({ id: `line-${sceneNumber}-${index}`, audio: null })),
    coverage: { linesInNoShot: [], shotsWithWordsGone: [], shotsWithPeopleGone: [], shotsComing: [] },
  }) as unknown as BoardScene

const boardOf = (...scenes: BoardScene[]): EpisodeBoard => {
  const shots = scenes.reduce((sum, each) => sum + each.shots.length, 0)
  return {
    scenes,
    outputs: { pdf: null, csv: null, animatic: null },
    totals: {
      scenes: scenes.length,
      shots,
      shotsMoving: 0,
      panels: shots,
      panelsApproved: 0,
      lines: shots,
      linesVoiced: 0,
    },
  } as unknown as EpisodeBoard
}

it('brings a small board whole', () => {
  const board = boardOf(scene('1', 2), scene('2', FIRST_SHOTS - 2))
  expect(beginningOf(board, null)).toEqual({ board, toCome: [], steps: null, stale: null })
})

it('brings the first shots of a long scene with the lines over them, and its whole length', () => {
  const { board, toCome } = beginningOf(boardOf(scene('7A', 40)), null)
  expect(toCome).toEqual([])
  expect(board.scenes).toHaveLength(1)
  expect(board.scenes[0]?.shots).toHaveLength(FIRST_SHOTS)
  expect(board.scenes[0]?.lines.map(({ id }) => id)).toEqual(
    board.scenes[0]?.shots.flatMap(({ lineIds }) => lineIds),
  )
  expect(board.scenes[0]?.durationSeconds).toBe(80)
})

it('names the scenes that are to come, and counts the steps of all of them', () => {
  const whole = boardOf(scene('1', 3), scene('2', 0), scene('3', 12), scene('4', 9))
  const { board, toCome, steps } = beginningOf(whole, null)
  expect(board.scenes.map(({ sceneNumber, shots }) => [sceneNumber, shots.length])).toEqual([
    ['1', 3],
    ['2', 0],
    ['3', 1],
  ])
  expect(toCome).toEqual([{ id: 'scene-4', sceneNumber: '4', heading: 'EXT. QUARRY 4 - DUSK', shots: 9 }])
  expect(steps).toEqual(stepStates(whole, null))
  expect(board.totals).toEqual(whole.totals)
  // The words of a scene without shots are what its strip shows.
  expect(board.scenes.map(({ action }) => action)).toEqual(['', 'Dust over the terraces.', ''])
})
