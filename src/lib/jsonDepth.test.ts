import { describe, expect, it } from 'vitest'
import { isDeeperThan } from './jsonDepth'

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('How deep JSON is', () => {
  it('is counted by what stands within each other, not by how many there are', () => {
    expect(isDeeperThan(nested(5), 5)).toBe(false)
    expect(isDeeperThan(nested(6), 5)).toBe(true)
    expect(isDeeperThan(`[${'{},'.repeat(1_000)}{}]`, 2)).toBe(false)
    expect(isDeeperThan('['.repeat(1_000_000), 100)).toBe(true)
  })

  it('does not count what stands in quotes', () => {
    expect(isDeeperThan(JSON.stringify({ a: '[[[[\\"[[[', b: '\\' }), 1)).toBe(false)
    expect(isDeeperThan(`"${'\\"['.repeat(20)}"`, 1)).toBe(false)
    expect(isDeeperThan('"never ends [[[[', 1)).toBe(false)
    expect(isDeeperThan('{"a\\\\":[[1]]}', 2)).toBe(true)
  })
})
