import type { TypedUser } from 'payload'
import { expect, it } from 'vitest'
import { handlers } from '@/pipeline/registry'
import { Recurrence } from '@/worker/Recurrence'
import { Worker } from '@/worker/Worker'
import { describeEngines } from './engines'
import { createUser, unique } from './fixtures'

describeEngines('A recurring task', (booted) => {
  const payload = () => booted().payload
  const queue = async (user?: TypedUser) => {
    const { TaskService } = await import('@/database/services/TaskService')
    return new TaskService({ payload: payload(), ...(user ? { user } : {}) })
  }
  const find = async (type: string) =>
    (await payload().find({ collection: 'tasks', where: { type: { equals: type } }, depth: 0 })).docs

  it('is queued once a night by however many workers, at the same moment', async () => {
    const type = unique('nightly')
    const tasks = await queue()
    const workers = Array.from(
      { length: 8 },
      () => new Recurrence([{ type, title: 'Nightly', hourUtc: 2 }], new Date('2026-03-09T12:00:00Z')),
    )
    for (const night of ['2026-03-10T02:00:01Z', '2026-03-11T02:00:01Z'])
      await Promise.all(workers.map((worker) => worker.queueDue(tasks, new Date(night))))
    const found = await find(type)
    expect(found).toHaveLength(2)
    expect(found[0]).toMatchObject({ state: 'ready', title: 'Nightly', project: null })
  })

  it('that failed for good rests for an admin to decide on, out of sight of others', async () => {
    const type = unique('nightly')
    const [id = ''] = await (await queue()).enqueue([{ type, title: 'Nightly', input: {} }])
    const [claimed] = await (await queue()).claim({ worker: 'w', types: [type], limit: 1, leaseSeconds: 30 })
    expect(claimed?.id).toBe(id)
    const failure = { message: 'No.', code: 'failed', isRetryable: false }
    await (await queue()).settle(claimed as NonNullable<typeof claimed>, { kind: 'dead', failure })
    // The first user of a studio is its admin.
    const admin = (await createUser(payload(), 'admin')) as TypedUser
    const producer = (await createUser(payload(), 'producer')) as TypedUser
    await expect((await queue(producer)).retry(id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await (await queue(admin)).retry(id)).state).toBe('ready')
  })

  it('sweeps the media, and its result says what it found', async () => {
    const [id = ''] = await (await queue()).enqueue([{ type: 'sweep-media', title: 'Sweep', input: {} }])
    const worker = new Worker({
      payload: payload(),
      handlers: new Map([...handlers].filter(([type]) => type === 'sweep-media')),
      concurrency: 1,
      leaseSeconds: 30,
      pollMs: 50,
    }).start()
    try {
      for (;;) {
        const task = await payload().findByID({ collection: 'tasks', id, depth: 0 })
        if (task.state !== 'completed' && task.state !== 'dead') {
          await new Promise((resolve) => setTimeout(resolve, 50))
          continue
        }
        expect(task).toMatchObject({
          state: 'completed',
          result: {
            files: { count: 0 },
            records: 0,
            removed: { count: 0 },
            missing: { count: 0, files: [] },
          },
        })
        return
      }
    } finally {
      await worker.stop()
    }
  })
})
