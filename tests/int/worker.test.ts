import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type {
  ClaimedTask,
  NewTask,
  OperationStatus,
  Provider,
  ProviderOperation,
  TaskHandler,
  TaskOutcome,
  TaskPorts,
} from '@/contracts'
import { makePlace, removePlace } from './support/cli'
import { openStudio, type Studio } from './support/studio'

const place = makePlace()
let studio: Studio
let Worker: typeof import('@/worker/Worker').Worker
let TaskService: typeof import('@/database/services/TaskService').TaskService
type RunningWorker = InstanceType<typeof Worker>

beforeAll(async () => {
  studio = await openStudio(place)
  ;({ Worker } = await import('@/worker/Worker'))
  ;({ TaskService } = await import('@/database/services/TaskService'))
})
afterAll(async () => {
  await studio?.close()
  removePlace(place)
})

const started: RunningWorker[] = []
const gates: Array<() => void> = []
afterEach(async () => {
  for (const open of gates.splice(0)) open()
  for (const worker of started.splice(0)) await worker.abort()
})

/** A worker that knows one type of task alone. */
function work(
  type: string,
  run: (ports: TaskPorts) => Promise<TaskOutcome>,
  providers?: Provider[],
): RunningWorker {
  const handler: TaskHandler = { type, label: type, run }
  const worker = new Worker({
    payload: studio.payload,
    handlers: new Map([[type, handler]]),
    ...(providers ? { providers: new Map(providers.map((each) => [each.name, each])) } : {}),
    concurrency: 2,
    leaseSeconds: 3,
    pollMs: 50,
  })
  started.push(worker)
  return worker.start()
}

const queue = () => new TaskService({ payload: studio.payload })
const add = async (type: string, task: Partial<NewTask> = {}): Promise<string> => {
  const [id] = await queue().enqueue([{ type, input: {}, title: type, ...task }])
  return String(id)
}
const read = (id: string) =>
  studio.payload.findByID({ collection: 'tasks', id, depth: 0, overrideAccess: true, showHiddenFields: true })

/** Waits for a task to be as it should; the test's own timeout says when it never is. */
async function until<Doc extends Awaited<ReturnType<typeof read>>>(
  id: string,
  isRight: (task: Doc) => boolean,
): Promise<Doc> {
  for (;;) {
    const task = (await read(id)) as Doc
    if (isRight(task)) return task
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const untilState = (id: string, state: string) => until(id, (task) => task.state === state)

/** A door that stays closed until it is opened, at the latest when the test is over. */
function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  gates.push(open)
  return { open, opened }
}
const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
const nothing = { result: {} }

/** What a process that dies leaves behind: its leases run out, here at once. */
const loseLeases = () =>
  studio.engine.tasks.recoverExpired({ now: new Date(Date.now() + 60_000), isExclusiveOwner: true })

describe('a task that fails', () => {
  it('is tried again later, and rests dead with its last error after the last attempt', async () => {
    const attempts: number[] = []
    const id = await add('fails', { maxAttempts: 2 })
    work('fails', async ({ task }) => {
      attempts.push(task.attempt)
      throw new Error(`It broke in attempt ${task.attempt}.`)
    })
    const waiting = await untilState(id, 'scheduled')
    expect(Date.parse(String(waiting.runAt))).toBeGreaterThan(Date.parse(String(waiting.startedAt)))
    const dead = await untilState(id, 'dead')
    expect(attempts).toEqual([1, 2])
    expect(dead).toMatchObject({ attempts: 2, error: { message: 'It broke in attempt 2.' } })
  })

  it('dies at once where trying again cannot help', async () => {
    const attempts: number[] = []
    const id = await add('hopeless')
    work('hopeless', async ({ task }) => {
      attempts.push(task.attempt)
      throw Object.assign(new Error('There is no such voice.'), { isRetryable: false, code: 'no-voice' })
    })
    const dead = await untilState(id, 'dead')
    expect(dead.error).toMatchObject({ code: 'no-voice', isRetryable: false })
    expect(attempts).toEqual([1])
  })

  it('holds up what waits for it until a person gives it up', async () => {
    const first = await add('given-up')
    const second = await add('given-up', { dependsOn: [first] })
    work('given-up', async ({ task }) => {
      if (task.id === first) throw Object.assign(new Error('No.'), { isRetryable: false })
      return nothing
    })
    await untilState(first, 'dead')
    expect((await read(second)).state).toBe('waiting')
    expect(await queue().discard(first)).toMatchObject({ state: 'discarded' })
    await untilState(second, 'completed')
  })

  it('works when a person retries it after mending the cause', async () => {
    let isMended = false
    const id = await add('mended')
    work('mended', async () => {
      if (!isMended) throw Object.assign(new Error('Broken.'), { isRetryable: false })
      return { result: { ok: true } }
    })
    await untilState(id, 'dead')
    isMended = true
    await queue().retry(id)
    expect(await untilState(id, 'completed')).toMatchObject({ result: { ok: true }, error: null })
  })
})

describe('a running task', () => {
  it('stores its progress and what is left with the heartbeat', async () => {
    const { open, opened } = gate()
    const id = await add('long')
    work('long', async (ports) => {
      ports.progress(40, 'Halfway, nearly')
      await opened
      return nothing
    })
    const task = await until(id, ({ progress }) => (progress?.percentage ?? 0) > 0)
    expect(task.progress).toMatchObject({
      percentage: 40,
      stage: 'Halfway, nearly',
      etaSeconds: expect.any(Number),
    })
    expect(task.worker).toBe(started[0]?.name)
    open()
    await untilState(id, 'completed')
  })

  it('is aborted when somebody cancels it', async () => {
    const { open, opened } = gate()
    let wasAborted = false
    const id = await add('cancelled')
    work('cancelled', async (ports) => {
      open()
      await aborted(ports.signal).catch((error) => {
        wasAborted = true
        throw error
      })
      return nothing
    })
    await opened
    expect(await queue().cancel(id)).toBe(1)
    expect(await untilState(id, 'cancelled')).toMatchObject({ attempts: 1 })
    expect(wasAborted).toBe(true)
  })

  it('cannot write its result once its lease is lost', async () => {
    const { open, opened } = gate()
    const taken: ClaimedTask[] = []
    const id = await add('taken-over')
    work('taken-over', async ({ task }) => {
      taken.push(task)
      // The first attempt hears nothing of its loss: it goes on as a process that was asleep would.
      if (taken.length === 1) await opened
      return { result: { from: taken.length === 1 ? 'the loser' : 'the owner' } }
    })
    await until(id, () => taken.length === 1)
    await loseLeases()
    const done = await untilState(id, 'completed')
    const loser = taken[0] as ClaimedTask
    expect(
      await queue().settle(loser, {
        kind: 'completed',
        result: { from: 'the loser' },
        hasChildren: false,
        costMicroUsd: 1,
      }),
    ).toBe(false)
    open()
    await Promise.all(started.map((worker) => worker.stop()))
    expect(await read(id)).toMatchObject({ state: 'completed', result: done.result })
  })
})

describe('a worker that stops', () => {
  it('lets what is running end and takes nothing new', async () => {
    const first = gate()
    const { open, opened } = gate()
    const id = await add('drained')
    const worker = work('drained', async () => {
      first.open()
      await opened
      return nothing
    })
    await first.opened
    const stopped = worker.stop()
    const later = await add('drained')
    open()
    await stopped
    expect((await read(id)).state).toBe('completed')
    expect(await read(later)).toMatchObject({ state: 'ready', attempts: 0 })
  })

  it('gives back at once what is running when it is told twice, and the attempt does not count', async () => {
    const { open, opened } = gate()
    const id = await add('given-back')
    const worker = work('given-back', async (ports) => {
      open()
      return aborted(ports.signal)
    })
    await opened
    void worker.stop()
    await worker.abort()
    expect(await read(id)).toMatchObject({ state: 'ready', attempts: 0, error: null })
  })
})

describe('a paid call', () => {
  const request = {
    kind: 'analyse-scene',
    scene: { sceneNumber: '1' },
  } as unknown as Parameters<TaskPorts['call']>[0]
  const call = async (ports: TaskPorts): Promise<TaskOutcome> => {
    const { costMicroUsd } = await ports.call(request as never)
    return { result: { costMicroUsd } }
  }

  /** A provider that costs money and counts what it is asked. */
  function paid(
    behaviour: {
      start?: (count: number) => Promise<void>
      status?: (count: number) => Promise<OperationStatus>
    } = {},
  ) {
    const asked = { starts: 0, polls: [] as string[] }
    const provider: Provider = {
      name: 'paid',
      capabilities: ['analyse-scene'],
      estimate: () => ({ microUsd: 5 }),
      async start(): Promise<ProviderOperation> {
        asked.starts += 1
        await behaviour.start?.(asked.starts)
        return { provider: 'paid', kind: 'analyse-scene', id: `job-${asked.starts}` }
      },
      async status(operation) {
        asked.polls.push(operation.id)
        const status = await behaviour.status?.(asked.polls.length)
        return status ?? { state: 'done', result: { mood: 'calm' } as never, cost: { microUsd: 5 } }
      },
      cancel: async () => undefined,
    }
    return { provider, asked }
  }

  it('is polled on, not made again, when the worker dies after it was accepted', async () => {
    const { opened } = gate()
    const { provider, asked } = paid({
      status: async (count) => {
        if (count === 1) await opened
        return { state: 'done', result: { mood: 'calm' } as never, cost: { microUsd: 5 } }
      },
    })
    const id = await add('accepted')
    work('accepted', call, [provider])
    await until(id, () => asked.polls.length === 1)
    await loseLeases()
    const done = await untilState(id, 'completed')
    expect(asked).toEqual({ starts: 1, polls: ['job-1', 'job-1'] })
    expect(done).toMatchObject({ actualCost: 5, result: { costMicroUsd: 5 } })
  })

  it('waits for a person when the worker dies before it is known whether it was accepted', async () => {
    const { opened } = gate()
    const { provider, asked } = paid({ start: (count) => (count === 1 ? opened : Promise.resolve()) })
    const id = await add('unknown')
    work('unknown', call, [provider])
    await until(id, () => asked.starts === 1)
    await loseLeases()
    const held = await untilState(id, 'held')
    expect(held.error).toMatchObject({ code: 'acceptance-unknown' })
    expect(asked.starts).toBe(1)

    // Until a person has decided, another crash and another start change nothing.
    await loseLeases()
    expect(await read(id)).toMatchObject({ state: 'held' })

    // The person has looked at the provider's account: nothing was accepted.
    await queue().retry(id)
    await untilState(id, 'completed')
    expect(asked.starts).toBe(2)
  })

  it('is refused for good where the provider says that trying again cannot help', async () => {
    const { provider, asked } = paid({
      status: async () => ({ state: 'failed', message: 'The prompt is not allowed.', isRetryable: false }),
    })
    const id = await add('refused')
    work('refused', call, [provider])
    const dead = await untilState(id, 'dead')
    expect(dead.error).toMatchObject({ message: expect.stringContaining('The prompt is not allowed.') })
    expect(asked.starts).toBe(1)
    const { docs } = await studio.payload.find({
      collection: 'prompts-executed',
      where: { task: { equals: id } },
    })
    expect(docs).toMatchObject([{ provider: 'paid', error: expect.stringContaining('not allowed') }])
  })

  it('asks anew when a call that failed for a passing reason is tried again', async () => {
    const { provider, asked } = paid({
      status: async (count) =>
        count === 1
          ? { state: 'failed', message: 'Overloaded.', isRetryable: true }
          : { state: 'done', result: { mood: 'calm' } as never, cost: { microUsd: 5 } },
    })
    const id = await add('passing')
    work('passing', call, [provider])
    await untilState(id, 'completed')
    // The failed job is over at the provider: polling it on would only hear of the same failure again.
    expect(asked).toEqual({ starts: 2, polls: ['job-1', 'job-2'] })
  })
})
