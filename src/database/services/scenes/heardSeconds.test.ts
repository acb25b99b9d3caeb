import { describe, expect, it } from 'vitest'
import { heardSeconds } from './heardSeconds'

describe('a line is heard', () => {
  it('as long as its recording, also where its words are fewer by now', () => {
    expect(heardSeconds({ durationSeconds: 1.4, recordedSeconds: 5 })).toBe(5)
    expect(heardSeconds({ durationSeconds: null, recordedSeconds: 5.001 })).toBe(5.01)
  })

  it('as long as it was set, where that is longer', () => {
    expect(heardSeconds({ durationSeconds: 6, recordedSeconds: 5 })).toBe(6)
  })

  it('as long as it says, or a second, where it has none', () => {
    expect(heardSeconds({ durationSeconds: 2.2, recordedSeconds: null })).toBe(2.2)
    expect(heardSeconds({ durationSeconds: null, recordedSeconds: null })).toBe(1)
  })
})
