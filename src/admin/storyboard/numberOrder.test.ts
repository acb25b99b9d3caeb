import { expect, it } from 'vitest'
import { areInNumberOrder } from './numberOrder'

const shots = (...numbers: string[]) => numbers.map((shotNumber) => ({ shotNumber }))

it.each([
  [['1', '2', '10'], true],
  [['A1', '1', '1A', '1B', '2'], true],
  [['1', '1Z', '1A1', '2'], true],
  [['2', '3', '1'], false],
  [['1', '1B', '1A'], false],
  [['1', 'pick-up', '2'], true],
  [[], true],
] as const)('%j: %s', (numbers, isInOrder) => {
  expect(areInNumberOrder(shots(...numbers))).toBe(isInOrder)
})
