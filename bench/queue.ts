import { rmSync } from 'node:fs'
import path from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig, getPayload } from 'payload'
import { openExclusively } from '@/database/engine/sqlite/client'
import { TaskService } from '@/database/services/TaskService'
import { benchStudio } from './lib/studio'
import { median, ms, printTable, timed, times } from './lib/table'

const ROUNDS = 5
const PER_ROUND = 200

/** Claim and settle through TaskService, one at a time: milliseconds for one, median of rounds. */
async function ours(tasks: TaskService): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await tasks.enqueue(Array.from({ length: PER_ROUND }, (_, n) => ({ type: 'bench', input: { n } })))
    const spent = await timed(async () => {
      for (let n = 0; n < PER_ROUND; n += 1) {
        const [task] = await tasks.claim({ worker: 'bench', types: ['bench'], limit: 1, leaseSeconds: 60 })
        if (!task) throw new Error('The queue is empty too early.')
        await tasks.settle(task, { kind: 'completed', result: {}, hasChildren: false, costMicroUsd: 0 })
      }
    })
    rounds.push(spent / PER_ROUND)
  }
  return median(rounds)
}

/** The same work by Payload's own jobs queue, with the same connection settings. */
async function payloadJobs(folder: string): Promise<number> {
  const uri = `file:${path.join(folder, 'jobs.db')}`
  const base = sqliteAdapter({ client: { url: uri }, idType: 'uuidv7', push: true })
  const client = await openExclusively(uri)
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
  const count = 40
  for (let n = 0; n < count; n += 1) await payload.jobs.queue({ task: 'bench', input: { n } } as never)
  await payload.jobs.run({ limit: 1, silent: true })
  const each: number[] = []
  for (let n = 1; n < count; n += 1)
    each.push(await timed(() => payload.jobs.run({ limit: 1, silent: true })))
  rmSync(path.join(folder, 'jobs.db'), { force: true })
  return median(each)
}

/** So many finished tasks behind the queue, written in one statement. */
async function addFinished(uri: string, count: number): Promise<void> {
  const client = await openExclusively(uri)
  await client.execute({
    sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO tasks (id, type, state, priority, attempts, max_attempts, progress_percentage, created_at, updated_at, finished_at)
      SELECT lower(hex(randomblob(16))), 'bench', 'completed', 0, 1, 3, 100,
        '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z' FROM n`,
    args: [count],
  })
}

/** How fast is the queue, next to Payload's own, and with a long past behind it? */
export async function benchQueue(): Promise<void> {
  const { payload, uri, folder } = await benchStudio()
  const tasks = new TaskService({ payload })
  await ours(tasks)
  const empty = await ours(tasks)
  const peer = await payloadJobs(folder)
  await addFinished(uri, 100_000)
  const some = await ours(tasks)
  await addFinished(uri, 900_000)
  const many = await ours(tasks)
  printTable('Task queue: claim and settle one task (SQLite)', [
    { what: 'Payload’s jobs queue', value: ms(peer), ratio: '1×' },
    { what: 'TaskService, empty past', value: ms(empty), ratio: `${times(peer / empty)} faster`, aim: '20×' },
    {
      what: 'behind 100,000 finished',
      value: ms(some),
      ratio: `${times(some / empty)} of empty`,
      aim: '< 1.5×',
    },
    {
      what: 'behind 1,000,000 finished',
      value: ms(many),
      ratio: `${times(many / empty)} of empty`,
      aim: '< 1.5×',
    },
  ])
}
