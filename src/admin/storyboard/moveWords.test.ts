import { describe, expect, it } from 'vitest'
import { moveWords } from './moveWords'

describe('moveWords', () => {
  const words = moveWords(['1', '2', '2A', '3'].map((shotNumber) => ({ id: `id-${shotNumber}`, shotNumber })))

  it('says by number where a shot comes to stand', () => {
    expect(words.pickedUp('id-3')).toBe('Shot 3 is picked up. It is last, after shot 2A.')
    expect(words.over('id-3', 'id-2')).toBe('Shot 3 would be before shot 2.')
    expect(words.dropped('id-3', 'id-2')).toBe('Shot 3 is now before shot 2.')
    expect(words.dropped('id-1', 'id-2A')).toBe('Shot 1 is now before shot 3.')
    expect(words.dropped('id-1', 'id-3')).toBe('Shot 1 is now last, after shot 3.')
  })

  it('says that nothing was moved', () => {
    expect(words.over('id-2', 'id-2')).toBe('Shot 2 is where it was.')
    expect(words.dropped('id-2', 'id-2')).toBe('Shot 2 stays where it was.')
    expect(words.dropped('id-2', undefined)).toBe('Shot 2 stays where it was.')
    expect(words.cancelled('id-2A')).toBe('Shot 2A is back where it was.')
  })
})
