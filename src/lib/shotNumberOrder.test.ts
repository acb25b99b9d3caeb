import { expect, it } from 'vitest'
import { isNumberedBefore } from './shotNumberOrder'

const IN_ORDER = ['A1', '1', '1A', 'A1B', '1B', '1Z', '1A1', '2', '10']

it('knows the order of numbers on a set', () => {
  for (const [at, number] of IN_ORDER.entries())
    for (const later of IN_ORDER.slice(at + 1))
      expect([number, later, isNumberedBefore(number, later), isNumberedBefore(later, number)]).toEqual([
        number,
        later,
        true,
        false,
      ])
})

it('lets what is no number stand anywhere', () => {
  expect([isNumberedBefore('pick-up', '1'), isNumberedBefore('1', 'pick-up')]).toEqual([true, true])
})
