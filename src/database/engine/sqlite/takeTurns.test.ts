import { describe, expect, it } from 'vitest'
import { inBackground } from '@/lib/background'
import { takeTurns } from './takeTurns'

const work = (ms: number) => {
  for (const end = performance.now() + ms; performance.now() < end; );
}

describe('taking turns', () => {
  it('lets others in between statements that never wait for anything themselves', async () => {
    let heard = 0
    const listen = () => {
      heard += 1
      waiting = setImmediate(listen)
    }
    let waiting = setImmediate(listen)
    for (let statement = 0; statement < 20; statement += 1) {
      await takeTurns()
      work(5)
    }
    clearImmediate(waiting)
    expect(heard).toBeGreaterThan(5)
  })

  it('goes straight on while nobody was kept waiting', async () => {
    await new Promise((resolve) => setImmediate(resolve))
    let wasHeard = false
    const waiting = setImmediate(() => {
      wasHeard = true
    })
    await takeTurns()
    await takeTurns()
    expect(wasHeard).toBe(false)
    clearImmediate(waiting)
  })

  it('lets others in sooner where the work is in the background', async () => {
    const turnsOf = async (): Promise<number> => {
      let turns = 0
      const listen = () => {
        turns += 1
        waiting = setImmediate(listen)
      }
      let waiting = setImmediate(listen)
      for (let statement = 0; statement < 10; statement += 1) {
        await takeTurns()
        work(3)
      }
      clearImmediate(waiting)
      return turns
    }
    const usual = await turnsOf()
    expect(await inBackground(turnsOf)).toBeGreaterThan(usual)
  })

  it('lets all go on that waited, in their order', async () => {
    const order: number[] = []
    const task = async (n: number) => {
      for (let statement = 0; statement < 4; statement += 1) {
        await takeTurns()
        work(3)
      }
      order.push(n)
    }
    await Promise.all([task(1), task(2), task(3)])
    expect(order).toEqual([1, 2, 3])
  })
})
