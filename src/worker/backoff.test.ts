import { describe, expect, it } from 'vitest'
import { retryAt } from './backoff'

const wait = (attempt: number, random: number) => retryAt(attempt, 0, () => random).getTime()

describe('the wait before another attempt', () => {
  it('grows fourfold with each attempt', () => {
    expect([1, 2, 3, 4].map((attempt) => wait(attempt, 1))).toEqual([1_000, 4_000, 16_000, 64_000])
  })

  it('is spread over half of it, so that tasks that failed together come back apart', () => {
    expect([0, 0.5, 1].map((random) => wait(2, random))).toEqual([2_000, 3_000, 4_000])
  })

  it('is never longer than ten minutes', () => {
    expect(wait(50, 1)).toBe(600_000)
  })
})
