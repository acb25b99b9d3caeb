import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BoundedCache } from './BoundedCache'

describe('a bounded cache', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const cache = () => new BoundedCache<number>({ maxWeight: 10, idleMs: 1_000 })

  it('lets go of what was not asked for longest', () => {
    const kept = cache()
    kept.set('a', 1, 4)
    kept.set('b', 2, 4)
    expect(kept.get('a')).toBe(1)
    kept.set('c', 3, 4)
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([1, undefined, 3])
  })

  it('does not keep what is too large, nor the older value of the same key', () => {
    const kept = cache()
    kept.set('a', 1, 4)
    kept.set('b', 2, 6)
    kept.set('a', 3, 11)
    expect([kept.get('a'), kept.get('b')]).toEqual([undefined, 2])
    // The weight of what went is free again.
    kept.set('c', 4, 4)
    expect([kept.get('b'), kept.get('c')]).toEqual([2, 4])
  })

  it('is empty after a while in which nobody asked', () => {
    const kept = cache()
    kept.set('a', 1, 1)
    vi.advanceTimersByTime(900)
    expect(kept.get('a')).toBe(1)
    vi.advanceTimersByTime(900)
    expect(kept.get('a')).toBe(1)
    vi.advanceTimersByTime(1_001)
    expect(kept.get('a')).toBeUndefined()
  })
})
