import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { inBackground } from '@/lib/background'
import { watchRequests } from '@/lib/requestsInFlight'
import { inTurn } from './inTurn'

const work = (ms: number) => {
  for (const end = performance.now() + ms; performance.now() < end; );
}

/** Counts the rounds of the event loop while `run` goes on. */
async function roundsDuring(run: () => Promise<unknown>): Promise<number> {
  let rounds = 0
  const listen = () => {
    rounds += 1
    waiting = setImmediate(listen)
  }
  let waiting = setImmediate(listen)
  await run()
  clearImmediate(waiting)
  return rounds
}

const statements = async (count: number, ms: number, after?: () => void) => {
  for (let n = 0; n < count; n += 1) {
    await inTurn(() => work(ms))
    after?.()
  }
}

describe('taking turns', () => {
  it('lets others in between statements that never wait for anything themselves', async () => {
    expect(await roundsDuring(() => statements(20, 5))).toBeGreaterThan(5)
  })

  it('goes straight on while nobody was kept waiting', async () => {
    await new Promise((resolve) => setImmediate(resolve))
    expect(await roundsDuring(() => statements(2, 0))).toBe(0)
  })

  it('lets others in sooner where the work is in the background', async () => {
    const usual = await roundsDuring(() => statements(10, 3))
    expect(await inBackground(() => roundsDuring(() => statements(10, 3)))).toBeGreaterThan(usual)
  })

  it('lets no more than one of those who waited go on in a round', async () => {
    let [inRound, most] = [0, 0]
    const listen = () => {
      inRound = 0
      waiting = setImmediate(listen)
    }
    let waiting = setImmediate(listen)
    const count = () => {
      inRound += 1
      most = Math.max(most, inRound)
    }
    // Each statement takes a slice of its own.
    await Promise.all(Array.from({ length: 6 }, () => statements(4, 9, count)))
    clearImmediate(waiting)
    expect(most).toBeLessThanOrEqual(2)
  })

  it('gives the result, or the error', async () => {
    expect(await inTurn(() => Promise.resolve(3))).toBe(3)
    await expect(inTurn(() => Promise.reject(new Error('no such table')))).rejects.toThrow('no such table')
  })
})

describe('while somebody waits for an answer', () => {
  let server: http.Server | undefined
  afterEach(() => server?.close())

  const listen = async (answer: http.RequestListener) => {
    watchRequests()
    server = http.createServer(answer)
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  }

  it('tasks stand back, and go on afterwards', async () => {
    const order: string[] = []
    let task: Promise<void> | undefined
    const url = await listen(async (_, response) => {
      task = inBackground(() => statements(3, 1, () => order.push('task')))
      for (let n = 0; n < 5; n += 1) {
        await inTurn(() => work(1))
        order.push('request')
        await new Promise((resolve) => setImmediate(resolve))
      }
      response.end()
    })
    await (await fetch(url)).text()
    await task
    expect(order.join(' ')).toBe('request request request request request task task task')
  })

  it('tasks have a turn all the same where requests never end', async () => {
    let tasksDone = 0
    let isOver = false
    const url = await listen(async (_, response) => {
      await inTurn(() => work(1))
      response.end()
    })
    const asking = Array.from({ length: 4 }, async () => {
      while (!isOver) await (await fetch(url)).text()
    })
    await inBackground(() => statements(5, 1, () => (tasksDone += 1)))
    isOver = true
    await Promise.all(asking)
    expect(tasksDone).toBe(5)
  })

  it('who asks for little is not behind all of what another asks for', async () => {
    const order: string[] = []
    const url = await listen(async ({ url }, response) => {
      const isLong = url === '/long'
      const parts = Array.from({ length: isLong ? 5 : 1 }, () => statements(isLong ? 4 : 1, 9))
      await Promise.all(parts)
      order.push(isLong ? 'long' : 'short')
      response.end()
    })
    const long = fetch(`${url}long`)
    await new Promise((resolve) => setTimeout(resolve, 30))
    await Promise.all([long, fetch(`${url}short`)])
    expect(order).toEqual(['short', 'long'])
  })
})
