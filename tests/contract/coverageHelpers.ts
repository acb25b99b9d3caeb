import type { Payload } from 'payload'
import { expect } from 'vitest'
import type { BoardScene, DatabaseEngine, EpisodeBoard, TaskPorts } from '@/contracts'
import { unique } from './fixtures'

/** What tests of shots and scripts begin with. */
export const coverageHelpers = (payload: () => Payload) => ({
  /** Runs the step "Suggest shots" as a worker does, with the local rules. */
  suggest: async (episodeId: string, mode: 'missing' | 'all' = 'missing'): Promise<string[]> => {
    const { suggestShots: step } = await import('@/pipeline/tasks/suggest-shots')
    const { suggestShots } = await import('@/shot-planning')
    const run = async (isStep: boolean, input: unknown) => {
      const { engine } = payload().db as unknown as { engine: DatabaseEngine }
      const [id] = await engine.tasks.insert([{ type: unique('suggest'), input: {} }])
      const ports = {
        payload: payload(),
        task: { id, isStep, input },
        assertLease: () => Promise.resolve(),
        progress: () => undefined,
        call: (request: { scene: never }) =>
          Promise.resolve({ output: { shots: suggestShots(request.scene) } }),
      }
      return step.run(ports as unknown as TaskPorts)
    }
    const { children = [] } = await run(true, { episodeId, mode })
    for (const { input } of children) await run(false, input)
    return children.map(({ title }) => title as string)
  },

  board: async (episodeId: string): Promise<EpisodeBoard> => {
    const { StoryboardService } = await import('@/database/services/StoryboardService')
    const board = await new StoryboardService({ payload: payload() }).board(episodeId)
    expect(board).not.toBeNull()
    return board as EpisodeBoard
  },
})

/** Every line of a scene with shots is in exactly one of them, or the board says so. */
export function expectNoneHidden({ sceneNumber, lines, shots, coverage }: BoardScene): void {
  if (shots.length + coverage.shotsComing.length === 0) return
  const heard = new Map<string, number>()
  // Shots that come along have their lines here from the next update on; the board says which.
  for (const id of [...shots, ...coverage.shotsComing].flatMap(({ lineIds }) => lineIds))
    heard.set(id, (heard.get(id) ?? 0) + 1)
  const reported = new Set([...coverage.linesInNoShot, ...coverage.linesInSeveral])
  const hidden = lines.filter(({ id }) => heard.get(id) !== 1 && !reported.has(id))
  expect(
    hidden.map(({ text }) => text),
    `scene ${sceneNumber}`,
  ).toEqual([])
  // And nothing is reported that is where it should be.
  expect(lines.filter(({ id }) => heard.get(id) === 1 && reported.has(id))).toEqual([])
}
