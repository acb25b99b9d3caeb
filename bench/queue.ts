import path from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig, getPayload, type Payload } from 'payload'
import { createEngine } from '@/database/engine'
import { openExclusively } from '@/database/engine/sqlite/file'
import { TaskService } from '@/database/services/TaskService'
import { benchStudio } from './lib/studio'
import { median, ms, printTable, timed, times } from './lib/table'

const ROUNDS = 15
const PER_ROUND = 150
const JOBS_PER_ROUND = 12

/** Does one round of work. @returns milliseconds for one task */
type Contender = () => Promise<number>

/** Claim and settle through TaskService, one at a time. */
function taskService(payload: Payload): Contender {
  const tasks = new TaskService({ payload })
  return async () => {
    await tasks.enqueue(Array.from({ length: PER_ROUND }, (_, n) => ({ type: 'bench', input: { n } })))
    const spent = await timed(async () => {
      for (let n = 0; n < PER_ROUND; n += 1) {
        const [task] = await tasks.claim({ worker: 'bench', types: ['bench'], limit: 1, leaseSeconds: 60 })
        if (!task) throw new Error('The queue is empty too early.')
        await tasks.settle(task, { kind: 'completed', result: {}, hasChildren: false, costMicroUsd: 0 })
      }
    })
    return spent / PER_ROUND
  }
}

/** A database of its own with so many finished tasks behind its queue, written in one statement. */
async function withPast(folder: string, count: number): Promise<Contender> {
  const uri = `file:${path.join(folder, `past-${count}.db`)}`
  const engine = await createEngine(uri)
  const config = await (await import('@payload-config')).default
  const payload = await getPayload({
    key: uri,
    config: {
      ...config,
      db: engine.adapter as typeof config.db,
      onInit: (started) => engine.prepare(started),
    },
  })
  openExclusively(uri).change(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO tasks (id, type, state, priority, attempts, max_attempts, progress_percentage, created_at, updated_at, finished_at)
      SELECT lower(hex(randomblob(16))), 'bench', 'completed', 0, 1, 3, 100,
        '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z' FROM n`,
    [count],
  )
  return taskService(payload)
}

/** The same work by Payload's own jobs queue, with the same connection settings. */
async function payloadJobs(folder: string): Promise<Contender> {
  const uri = `file:${path.join(folder, 'jobs.db')}`
  const base = sqliteAdapter({ client: { url: uri }, idType: 'uuidv7', push: true })
  const { client } = openExclusively(uri)
  const before = process.env.NODE_ENV
  Object.assign(process.env, { NODE_ENV: 'development' })
  const payload = await getPayload({
    key: 'bench-jobs',
    config: buildConfig({
      secret: 'a-secret-for-benchmarks-only',
      db: { ...base, init: (args) => Object.assign(base.init(args), { client }) },
      collections: [{ slug: 'users', auth: true, fields: [] }],
      telemetry: false,
      typescript: { autoGenerate: false },
      logger: { options: { level: 'error' } },
      jobs: {
        tasks: [
          {
            slug: 'bench',
            inputSchema: [{ name: 'n', type: 'number' }],
            handler: async () => ({ output: {} }),
          },
        ],
        deleteJobOnComplete: false,
      },
    }),
  })
  Object.assign(process.env, { NODE_ENV: before })
  return async () => {
    for (let n = 0; n < JOBS_PER_ROUND; n += 1)
      await payload.jobs.queue({ task: 'bench', input: { n } } as never)
    const spent = await timed(async () => {
      for (let n = 0; n < JOBS_PER_ROUND; n += 1) await payload.jobs.run({ limit: 1, silent: true })
    })
    return spent / JOBS_PER_ROUND
  }
}

/**
 * How fast is the queue, next to Payload's own, and with a long past behind it? All of them take turns, and each
 * ratio is the middle one of the rounds' ratios: what slows the machine down for a while slows them all.
 */
export async function benchQueue(): Promise<void> {
  const { payload, folder } = await benchStudio()
  const contenders = {
    peer: await payloadJobs(folder),
    empty: taskService(payload),
    some: await withPast(folder, 100_000),
    many: await withPast(folder, 1_000_000),
  }
  type Name = keyof typeof contenders
  const rounds: Array<Record<Name, number>> = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const spent = { peer: 0, empty: 0, some: 0, many: 0 }
    for (const name of Object.keys(spent) as Name[]) spent[name] = await contenders[name]()
    // The first round warms up.
    if (round > 0) rounds.push(spent)
  }
  const of = (name: Name) => ms(median(rounds.map((round) => round[name])))
  const ratio = (over: Name, under: Name) => times(median(rounds.map((round) => round[over] / round[under])))
  const aim = '< 1.5×'
  printTable('Task queue: claim and settle one task (SQLite)', [
    { what: 'Payload’s jobs queue', value: of('peer'), ratio: '1×' },
    {
      what: 'TaskService, empty past',
      value: of('empty'),
      ratio: `${ratio('peer', 'empty')} faster`,
      aim: '20×',
    },
    {
      what: 'behind 100,000 finished',
      value: of('some'),
      ratio: `${ratio('some', 'empty')} of empty`,
      aim,
    },
    {
      what: 'behind 1,000,000 finished',
      value: of('many'),
      ratio: `${ratio('many', 'empty')} of empty`,
      aim,
    },
  ])
}
