import { expect, it } from 'vitest'
import { formatEighths } from './counts'

it('says lengths in pages and eighths', () => {
  expect([1, 7, 8, 11, 24, 0].map(formatEighths)).toEqual(['1/8', '7/8', '1', '1 3/8', '3', '0'])
})
