import { expect, it } from 'vitest'
import { freeNumber } from './renumber'

it('finds a number that is free, no longer than one may be', () => {
  expect(freeNumber('12', new Set(['12']))).toBe('12A')
  expect(freeNumber('12', new Set(['12', '12A', '12B']))).toBe('12C')
  expect(freeNumber('twenty characters it', new Set(), 20)).toBe('twenty characters iA')
})
