import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { describeEngines } from './engines'

describeEngines('Locks', (booted) => {
  const locks = () => booted().engine.locks

  it('have one winner among fifty', async () => {
    const won = await Promise.all(
      Array.from({ length: 50 }, (_, n) => locks().acquire('race', `token-${n}`, 60)),
    )
    expect(won.filter(Boolean)).toHaveLength(1)
  })

  it('are held until released by their holder', async () => {
    expect(await locks().acquire('held', 'a', 60)).toBe(true)
    expect(await locks().acquire('held', 'b', 60)).toBe(false)
    await locks().release('held', 'b')
    expect(await locks().acquire('held', 'b', 60)).toBe(false)
    await locks().release('held', 'a')
    expect(await locks().acquire('held', 'b', 60)).toBe(true)
  })

  it('are seen by who only wants to know, until they are released or run out', async () => {
    expect(await locks().isHeld('seen')).toBe(false)
    await locks().acquire('seen', 'a', 60)
    expect(await locks().isHeld('seen')).toBe(true)
    await locks().release('seen', 'a')
    expect(await locks().isHeld('seen')).toBe(false)
    await locks().acquire('seen', 'a', 0.05)
    await sleep(100)
    expect(await locks().isHeld('seen')).toBe(false)
  })

  it('are extended by their holder', async () => {
    expect(await locks().acquire('extended', 'a', 1)).toBe(true)
    expect(await locks().acquire('extended', 'a', 60)).toBe(true)
    await sleep(1_100)
    expect(await locks().acquire('extended', 'b', 60)).toBe(false)
  })

  it('that ran out have one winner too, and their old holder cannot release them', async () => {
    expect(await locks().acquire('lapsed', 'old', 0.05)).toBe(true)
    await sleep(100)
    const tokens = Array.from({ length: 20 }, (_, n) => `new-${n}`)
    const won = await Promise.all(tokens.map((token) => locks().acquire('lapsed', token, 60)))
    expect(won.filter(Boolean)).toHaveLength(1)
    await locks().release('lapsed', 'old')
    expect(await locks().acquire('lapsed', 'another', 60)).toBe(false)
  })

  it('of different names do not meet', async () => {
    expect(await locks().acquire('one', 'a', 60)).toBe(true)
    expect(await locks().acquire('two', 'b', 60)).toBe(true)
  })
})
