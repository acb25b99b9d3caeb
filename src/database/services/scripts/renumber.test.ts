import { expect, it } from 'vitest'
import { freeNumber, numberAtPlace } from './renumber'

it('finds a number that is free, no longer than one may be', () => {
  expect(freeNumber('12', new Set(['12']))).toBe('12A')
  expect(freeNumber('12', new Set(['12', '12A', '12B']))).toBe('12C')
  expect(freeNumber('twenty characters it', new Set(), 20)).toBe('twenty characters iA')
})

it('numbers what stands at a place after the one before it, as on a set', () => {
  expect(numberAtPlace('4', '5', new Set(['4', '5']))).toBe('4A')
  expect(numberAtPlace('4A', '5', new Set(['4', '4A', '5']))).toBe('4B')
  expect(numberAtPlace(null, '1', new Set(['1', 'A1']))).toBe('B1')
  expect(numberAtPlace('9', null, new Set(['9']))).toBe('9A')
})
