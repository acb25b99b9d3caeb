import { describe, expect, it } from 'vitest'
import { atTime } from './useClock'

describe('atTime', () => {
  const now = new Date(2026, 10, 27, 18, 0)

  it('says the time of today, and the day of any other', () => {
    expect(atTime(new Date(2026, 10, 27, 14, 3).toISOString(), now)).toBe('at 14:03')
    expect(atTime(new Date(2026, 10, 26, 9, 5).toISOString(), now)).toBe('on 26 Nov at 09:05')
  })
})
