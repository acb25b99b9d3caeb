import { expect, it } from 'vitest'
import { coverageHelpers } from './coverageHelpers'
import { describeEngines } from './engines'
import { createMedia } from './fixtures'
import { bar, scriptHelpers } from './scriptHelpers'

describeEngines('A run that is cancelled', (booted) => {
  const payload = () => booted().payload
  const { read } = scriptHelpers(payload)
  const { suggest, board } = coverageHelpers(payload)

  it('counts a panel that was there when its task was cancelled', async () => {
    const { project, episodeId } = await read(bar)
    await suggest(episodeId)
    const total = (await board(episodeId)).totals.shots
    expect(total).toBeGreaterThan(2)
    const { RunService } = await import('@/database/services/RunService')
    const { addGeneratedPanel } = await import('@/database/services/panels/generatedPanels')
    const { handlers } = await import('@/pipeline/registry')
    const { runTask } = await import('@/worker/runTask')
    const runs = new RunService({ payload: payload() })
    const { runId } = await runs.start({ episodeId, steps: ['draw-panel'] })
    const { tasks } = booted().engine
    const claim = async () => {
      const [task] = await tasks.claim({ worker: 'test', types: ['draw-panel'], limit: 1, leaseSeconds: 60 })
      if (!task) throw new Error('Nothing is to be drawn.')
      return task
    }
    const never = new AbortController().signal
    const common = { payload: payload(), handlers, leaseSeconds: 60, stopSignal: never, cancelSignal: never }
    await runTask({ ...common, task: await claim() })

    // One has its panel, and one has not got so far.
    const [made, begun] = [await claim(), await claim()]
    const shot = await payload().findByID({
      collection: 'shots',
      id: (made.input as { shotId: string }).shotId,
      depth: 0,
    })
    const imageId = (await createMedia(payload(), project)).id
    await addGeneratedPanel({ payload: payload(), shot, imageId, confidence: null, taskId: made.id })
    await runs.cancel(runId)
    for (const { id, token } of [made, begun])
      await tasks.settle({ id, token, settlement: { kind: 'cancelled' } })

    const { state, stages } = (await runs.status(runId)) ?? {}
    expect(state).toBe('cancelled')
    expect(stages).toMatchObject([{ type: 'draw-panel', total, completed: 1, cancelled: total - 1 }])
  })
})
