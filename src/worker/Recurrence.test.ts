import { describe, expect, it } from 'vitest'
import type { NewTask } from '@/contracts'
import { lastDue, Recurrence } from './Recurrence'

const nightly = { type: 'tidy', title: 'Tidy', hourUtc: 2 }
const at = (time: string) => new Date(`2026-03-${time}Z`)

/** A queue as the engines have it: a second task of a key is not let in. */
function queue() {
  const tasks = new Map<string, NewTask>()
  return {
    keys: () => [...tasks.keys()],
    async enqueue(given: NewTask[]) {
      for (const task of given) {
        const key = String(task.idempotencyKey)
        if (!tasks.has(key)) tasks.set(key, task)
      }
      return given.map(({ idempotencyKey }) => String(idempotencyKey))
    },
  }
}

describe('the last time a nightly task was due', () => {
  it.each([
    ['2026-03-10T02:00:00', '2026-03-10T02:00:00'],
    ['2026-03-10T23:59:59', '2026-03-10T02:00:00'],
    ['2026-03-10T01:59:59', '2026-03-09T02:00:00'],
    ['2026-03-01T00:30:00', '2026-02-28T02:00:00'],
  ])('at %s was %s', (now, due) => {
    expect(lastDue(nightly, new Date(`${now}Z`))).toEqual(new Date(`${due}Z`))
  })
})

describe('a recurring task', () => {
  it('is queued once when its hour comes, and again the next night', async () => {
    const [worker, into] = [new Recurrence([nightly], at('10T01:59:00')), queue()]
    expect(await worker.queueDue(into, at('10T01:59:58'))).toEqual([])
    expect(await worker.queueDue(into, at('10T02:00:01'))).toEqual(['tidy'])
    expect(await worker.queueDue(into, at('10T02:00:03'))).toEqual([])
    expect(await worker.queueDue(into, at('11T02:00:00'))).toEqual(['tidy'])
    expect(into.keys()).toEqual([
      'recurring:tidy:2026-03-10T02:00:00.000Z',
      'recurring:tidy:2026-03-11T02:00:00.000Z',
    ])
  })

  it('is one, however many workers see the hour come', async () => {
    const into = queue()
    const workers = [1, 2, 3].map(() => new Recurrence([nightly], at('09T12:00:00')))
    for (const worker of workers) await worker.queueDue(into, at('10T02:00:01'))
    expect(into.keys()).toHaveLength(1)
  })

  it('is made up for by a worker that was not there, once it has been up for a while', async () => {
    const [worker, into] = [new Recurrence([nightly], at('10T09:00:00')), queue()]
    expect(await worker.queueDue(into, at('10T09:09:59'))).toEqual([])
    expect(await worker.queueDue(into, at('10T09:10:00'))).toEqual(['tidy'])
    expect(into.keys()).toEqual(['recurring:tidy:2026-03-10T02:00:00.000Z'])
  })

  it('is tried again where the queue could not be reached', async () => {
    const [worker, into] = [new Recurrence([nightly], at('10T01:00:00')), queue()]
    const away = { enqueue: () => Promise.reject(new Error('away')) }
    await expect(worker.queueDue(away, at('10T02:00:01'))).rejects.toThrow('away')
    expect(await worker.queueDue(into, at('10T02:00:03'))).toEqual(['tidy'])
  })
})
