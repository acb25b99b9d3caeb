import { afterEach, expect, it } from 'vitest'
import type { Provider, ProviderOperation, TaskHandler, TaskOutcome, TaskPorts } from '@/contracts'
import { Worker } from '@/worker/Worker'
import { describeEngines } from './engines'
import { createProjectTree, unique } from './fixtures'
import { signedIn } from './restApi'

/** What a person who pressed Cancel waits for without wondering. */
const SOON_MS = 2_000
/** As in production: whatever takes until the lease ends takes far too long. */
const LEASE_SECONDS = 30

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describeEngines('A task that is cancelled while it runs', (booted) => {
  const payload = () => booted().payload
  const started: Worker[] = []
  afterEach(async () => {
    for (const worker of started.splice(0)) await worker.abort()
  })

  const queue = async () => {
    const { TaskService } = await import('@/database/services/TaskService')
    return new TaskService({ payload: payload() })
  }
  const work = (type: string, run: TaskHandler['run'], providers: Provider[] = []) =>
    started.push(
      new Worker({
        payload: payload(),
        handlers: new Map([[type, { type, label: type, run }]]),
        providers: new Map(providers.map((each) => [each.name, each])),
        concurrency: 2,
        leaseSeconds: LEASE_SECONDS,
        pollMs: 50,
      }).start(),
    )
  const read = (id: string) =>
    payload().findByID({ collection: 'tasks', id, depth: 0, overrideAccess: true, showHiddenFields: true })
  const untilState = async (id: string, ...states: string[]) => {
    for (;;) {
      const task = await read(id)
      if (states.includes(task.state)) return task
      await pause(20)
    }
  }
  /** Queues one task, and resolves when its handler has begun. */
  async function begin(run: (ports: TaskPorts) => Promise<TaskOutcome>, providers?: Provider[]) {
    const type = unique('cancelled')
    const [id = ''] = await (await queue()).enqueue([{ type, title: type, input: {} }])
    const ended: { error?: unknown } = {}
    await new Promise<void>((resolve) => {
      work(
        type,
        async (ports) => {
          resolve()
          return run(ports).catch((error) => {
            ended.error = error
            throw error
          })
        },
        providers,
      )
    })
    return { id, ended }
  }
  /** How long it took until nothing ran any more. */
  async function timeToEnd(id: string, cancel: () => Promise<unknown>) {
    const at = Date.now()
    await cancel()
    const task = await untilState(id, 'cancelled', 'completed', 'dead', 'held')
    return { ms: Date.now() - at, task }
  }
  const byService = (id: string) => async () => (await queue()).cancel(id)
  /** As another process does it: this one is not told. */
  const byAnotherProcess = (id: string) => () => booted().engine.tasks.cancel({ id })
  const abortOf = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })

  it('hears of it at once where the same process was asked', async () => {
    const { id } = await begin(({ signal }) => abortOf(signal))
    const { ms, task } = await timeToEnd(id, byService(id))
    expect(task).toMatchObject({ state: 'cancelled', attempts: 1 })
    expect(task.error ?? null).toBeNull()
    expect(ms).toBeLessThan(1_000)
  })

  it('hears of it soon where another process was asked', async () => {
    const { id } = await begin(({ signal }) => abortOf(signal))
    // SQLite has one process; there the heartbeat is what is left.
    const soon = booted().engine.capabilities.isMultiProcess ? SOON_MS : 3_000
    const { ms, task } = await timeToEnd(id, byAnotherProcess(id))
    expect(task.state).toBe('cancelled')
    expect(ms).toBeLessThan(soon)
  })

  it('ends where its work is done before it has heard of it', async () => {
    const { id } = await begin(async (ports) => {
      await pause(300)
      await ports.assertLease()
      return { result: {} }
    })
    const { ms, task } = await timeToEnd(id, byAnotherProcess(id))
    expect(task.state).toBe('cancelled')
    expect(ms).toBeLessThan(SOON_MS)
  })

  it('is left behind where it does not heed its signal, and cannot write any more', async () => {
    let wake: () => void = () => undefined
    const asleep = new Promise<void>((resolve) => {
      wake = resolve
    })
    const { id, ended } = await begin(async (ports) => {
      await asleep
      await ports.assertLease()
      return { result: { from: 'the past' } }
    })
    const { ms, task } = await timeToEnd(id, byService(id))
    expect(ms).toBeLessThan(SOON_MS)
    expect(task.state).toBe('cancelled')
    wake()
    await expect.poll(() => ended.error).toBeDefined()
    const after = await read(id)
    expect([after.state, after.result ?? null]).toEqual(['cancelled', null])
  })

  it('is said of a run that is being stopped, with no time to go, until nothing of it runs', async () => {
    const { RunService } = await import('@/database/services/RunService')
    const runs = new RunService({ payload: payload() })
    const { episode } = await createProjectTree(payload())
    const begun = new Promise<void>((resolve) => {
      work('draw-panel', async ({ signal }) => {
        resolve()
        await abortOf(signal).catch(() => pause(300))
        throw signal.reason
      })
    })
    const { runId } = await runs.start({ episodeId: episode.id, steps: ['draw-panel', 'assemble'] })
    await begun
    expect(await runs.status(runId)).toMatchObject({ state: 'running', isCancelling: false })
    const stopping = { state: 'running', isCancelling: true, etaSeconds: null }
    expect(await runs.cancel(runId)).toMatchObject(stopping)
    await expect
      .poll(() => runs.status(runId), { timeout: SOON_MS })
      .toMatchObject({ state: 'cancelled', isCancelling: false, failures: [], tasks: { dead: 0 } })
  })

  it('is said of a run by whom it was cancelled, and when, to whoever looks at it', async () => {
    const { RunService } = await import('@/database/services/RunService')
    const { user } = await signedIn(payload(), 'producer')
    const { episode } = await createProjectTree(payload(), user.id)
    const byPerson = new RunService({ payload: payload(), user: { ...user, collection: 'users' } })
    const bySystem = new RunService({ payload: payload() })
    const before = Date.now()
    const { runId, cancelled } = await byPerson.start({ episodeId: episode.id, steps: ['speak-dialogue'] })
    expect(cancelled).toBeNull()
    const now = await byPerson.cancel(runId)
    expect(now).toMatchObject({ state: 'cancelled', cancelled: { by: user.name } })
    expect(Date.parse(now.cancelled?.at ?? '')).toBeGreaterThanOrEqual(before - 1)
    // A second time: nothing was left to cancel.
    expect((await bySystem.cancel(runId)).cancelled).toEqual(now.cancelled)
    expect((await bySystem.latestForEpisode(episode.id))?.cancelled).toEqual(now.cancelled)

    const again = await bySystem.start({ episodeId: episode.id, steps: ['speak-dialogue'] })
    expect((await bySystem.cancel(again.runId)).cancelled).toMatchObject({ by: null })
  })

  const request = { kind: 'analyse-scene', scene: {} } as unknown as Parameters<TaskPorts['call']>[0]
  const call = async (ports: TaskPorts): Promise<TaskOutcome> => {
    await ports.call(request as never)
    return { result: {} }
  }
  const paid = (more: Partial<Provider>): Provider => ({
    name: 'paid',
    capabilities: ['analyse-scene'],
    estimate: () => ({ microUsd: 5 }),
    start: async (): Promise<ProviderOperation> => ({ provider: 'paid', kind: 'analyse-scene', id: 'job-1' }),
    status: async () => ({ state: 'running', progress: null }),
    cancel: async () => undefined,
    ...more,
  })

  it('is taken back at the provider that has accepted it', async () => {
    const taken: string[] = []
    const { id } = await begin(call, [
      paid({
        cancel: async (operation) => {
          taken.push(operation.id)
        },
      }),
    ])
    await expect.poll(async () => Boolean((await read(id)).operation)).toBe(true)
    await pause(100)
    const { ms, task } = await timeToEnd(id, byService(id))
    expect(task.state).toBe('cancelled')
    expect(task.error ?? null).toBeNull()
    expect(taken).toEqual(['job-1'])
    expect(ms).toBeLessThan(SOON_MS)
  })

  it('says so where the provider cannot stop it, or may have accepted it', async () => {
    const cases: Array<[Partial<Provider>, RegExp]> = [
      [{ cancel: () => Promise.reject(new Error('Too late.')) }, /^paid did not stop .* charge .*Too late\./],
      [{ cancel: () => new Promise(() => undefined) }, /^paid did not stop .* charge/],
      [{ start: () => new Promise(() => undefined) }, /^It is unknown whether paid took/],
    ]
    for (const [behaviour, words] of cases) {
      const { id } = await begin(call, [paid(behaviour)])
      await expect.poll(async () => Boolean((await read(id)).operation)).toBe(true)
      await pause(100)
      const { task } = await timeToEnd(id, byService(id))
      expect(task.state).toBe('cancelled')
      expect(task.error).toMatchObject({ code: 'not-stopped', message: expect.stringMatching(words) })
      for (const worker of started.splice(0)) await worker.abort()
    }
  })
})
