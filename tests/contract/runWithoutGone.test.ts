import { expect, it } from 'vitest'
import type { Provider } from '@/contracts'
import { describeEngines } from './engines'
import { bar, pier, room, scriptHelpers } from './scriptHelpers'

const STEPS = ['analyse-script', 'suggest-shots'] as const
const GONE = 'Scene 2 is not in the episode any more.'

describeEngines('A run of what is taken out meanwhile', (booted) => {
  const payload = () => booted().payload
  const { drafts, read, scenesOf } = scriptHelpers(payload)
  const runs = async () => {
    const { RunService } = await import('@/database/services/RunService')
    return new RunService({ payload: payload() })
  }
  const claim = (limit = 1) =>
    booted().engine.tasks.claim({ worker: 'test', types: [...STEPS, 'draw-panel'], limit, leaseSeconds: 60 })
  /** Works until nothing is ready, or on so many tasks. @returns how each ended. */
  const work = async (most = Number.POSITIVE_INFINITY, providers?: Provider[]) => {
    const { handlers } = await import('@/pipeline/registry')
    const { runTask } = await import('@/worker/runTask')
    const ends: string[] = []
    while (ends.length < most) {
      const [task] = await claim()
      if (!task) break
      const never = new AbortController().signal
      const common = { payload: payload(), task, handlers, leaseSeconds: 60 }
      const registry = providers && { providers: new Map(providers.map((each) => [each.name, each])) }
      ends.push(await runTask({ ...common, ...registry, stopSignal: never, cancelSignal: never }))
    }
    return ends
  }
  const start = async () => {
    const made = await read(bar + pier + room)
    const run = await (await runs()).start({ episodeId: made.episodeId, steps: [...STEPS] })
    // The step plans its work: one task for each scene.
    expect(await work(1)).toEqual(['completed'])
    return { ...made, runId: run.runId }
  }
  const takeOut = async (episodeId: string) => {
    const service = await drafts()
    const { id } = await service.propose(episodeId, { text: bar + room })
    await service.apply(id as string)
  }
  const withoutSecond = {
    state: 'done',
    failures: [],
    tasks: { dead: 0 },
    warnings: [{ kind: 'gone', sceneNumber: '2', shotNumber: '', message: GONE }],
  }

  it('leaves that out, does the rest, and says so', async () => {
    const { episodeId, runId } = await start()
    await takeOut(episodeId)
    const ends = await work()
    expect(ends.filter((end) => end !== 'completed')).toEqual(['discarded'])
    expect(await (await runs()).status(runId)).toMatchObject(withoutSecond)
    const [first, third] = await scenesOf(episodeId)
    const { docs } = await payload().find({
      collection: 'shots',
      where: { episode: { equals: episodeId } },
      depth: 0,
      pagination: false,
    })
    expect(new Set(docs.map(({ scene }) => scene))).toEqual(new Set([first?.id, third?.id]))
  })

  it('is none that failed where it goes while it is worked on', async () => {
    const { episodeId, runId } = await start()
    const [, second] = await scenesOf(episodeId)
    const slow = (isSecond: () => boolean): Provider => ({
      name: 'slow',
      capabilities: ['analyse-scene'],
      estimate: () => ({ microUsd: 0, isExact: true }) as never,
      start: async () => {
        if (isSecond())
          await payload().update({
            collection: 'scenes',
            id: second?.id as string,
            data: { deletedAt: new Date().toISOString() },
          })
        throw Object.assign(new Error('Not Found'), { isRetryable: true })
      },
      status: async () => ({ state: 'running', progress: null }),
      cancel: async () => undefined,
    })
    let nth = 0
    const ends = await work(3, [slow(() => ++nth === 2)])
    expect(ends).toEqual(['retry', 'discarded', 'retry'])
    expect(await (await runs()).cancel(runId)).toMatchObject({ warnings: [{ message: GONE }] })
  })

  it('is retried without what is gone', async () => {
    const { episodeId, runId } = await start()
    for (const { id, token } of await claim(3)) {
      const failure = { message: 'It broke.', code: 'broken', isRetryable: true }
      await booted().engine.tasks.settle({ id, token, settlement: { kind: 'dead', failure } })
    }
    await takeOut(episodeId)
    expect(await (await runs()).status(runId)).toMatchObject({ state: 'failed', tasks: { dead: 3 } })
    await (await runs()).retryFailed(runId)
    await work()
    expect(await (await runs()).status(runId)).toMatchObject(withoutSecond)
  })

  it('leaves out shots that go with their scene', async () => {
    const { episodeId, runId } = await start()
    await work()
    const panels = await (await runs()).start({ episodeId, steps: ['draw-panel'] })
    await work(1)
    // Whatever is drawn here: only what is gone is worked on.
    const [, second] = await scenesOf(episodeId)
    await takeOut(episodeId)
    const tasks = await claim(100)
    const { runTask } = await import('@/worker/runTask')
    const { handlers } = await import('@/pipeline/registry')
    const never = new AbortController().signal
    for (const task of tasks) {
      const shot = await payload().findByID({
        collection: 'shots',
        id: String(task.input.shotId),
        depth: 0,
        trash: true,
        disableErrors: true,
      })
      if (shot && shot.scene !== second?.id) continue
      const end = await runTask({
        ...{ payload: payload(), task, handlers, leaseSeconds: 60 },
        ...{ stopSignal: never, cancelSignal: never },
      })
      expect(end).toBe('discarded')
    }
    const status = await (await runs()).status(panels.runId)
    expect(status?.warnings[0]).toMatchObject({
      kind: 'gone',
      message: expect.stringMatching(/^Scene 2, shot \w+ is not in the episode any more\.$/),
    })
    expect(await (await runs()).status(runId)).toMatchObject({ state: 'done' })
    await (await runs()).cancel(panels.runId)
  })

  it('is cancelled where the project goes into the trash, and goes on where that is restored', async () => {
    const { project, episodeId, runId } = await start()
    await work(1)
    const resting = await start()
    for (const { id, token } of await claim(100)) {
      const failure = { message: 'It broke.', code: 'broken', isRetryable: true }
      const isResting =
        (await payload().findByID({ collection: 'tasks', id, depth: 0 })).runId === resting.runId
      if (isResting) await booted().engine.tasks.settle({ id, token, settlement: { kind: 'dead', failure } })
      else await booted().engine.tasks.giveBack({ id, token })
    }
    const trash = (id: string, deletedAt: string | null) =>
      payload().update({ collection: 'projects', id, data: { deletedAt }, trash: true })
    for (const each of [project, resting.project]) await trash(each, new Date().toISOString())
    expect(await work()).toEqual([])
    for (const each of [project, resting.project]) await trash(each, null)
    expect(await (await runs()).status(runId)).toMatchObject({
      state: 'cancelled',
      failures: [],
      cancelled: { by: null, reason: 'The project was put into the trash.' },
    })
    // What failed waits for a person, as before.
    expect(await (await runs()).status(resting.runId)).toMatchObject({ state: 'failed', cancelled: null })
    const again = await (await runs()).start({ episodeId, steps: [...STEPS] })
    await work()
    expect(await (await runs()).status(again.runId)).toMatchObject({ state: 'done', failures: [] })
  })
})
