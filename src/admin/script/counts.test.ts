import { expect, it } from 'vitest'
import { formatEighths, pagesByEighths } from './counts'

it('says lengths in pages and eighths', () => {
  expect([1, 7, 8, 11, 24, 0].map(formatEighths)).toEqual(['1/8', '7/8', '1', '1 3/8', '3', '0'])
})

it('says pages by their eighths', () => {
  expect([1, 8, 9, 16].map(pagesByEighths)).toEqual(['1/8 page', '1 page', '1 1/8 pages', '2 pages'])
})
