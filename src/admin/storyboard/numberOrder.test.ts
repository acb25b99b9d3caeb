import { expect, it } from 'vitest'
import { wereMoved } from './numberOrder'

const shots = (...numbers: string[]) =>
  numbers.map((number) => ({
    shotNumber: number.replace('*', ''),
    origin: number.endsWith('*') ? ('human' as const) : ('ai' as const),
  }))

it.each([
  [['1', '2', '10'], false],
  [['A1', '1', '1A', '1B', '2'], false],
  // A person's: what they changed, and what they moved.
  [['1', '1A*', '2*'], false],
  [['2', '3', '1*'], true],
  [['3*', '1', '2'], true],
  // Nobody's: suggested between 2 and 2A when numbers were given otherwise.
  [['2', '2B', '2A', '3*'], false],
  [['1', 'pick-up', '2'], false],
  [[], false],
] as const)('%j: %s', (numbers, isMoved) => {
  expect(wereMoved(shots(...numbers))).toBe(isMoved)
})
