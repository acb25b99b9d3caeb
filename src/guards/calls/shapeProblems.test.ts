import { expect, it } from 'vitest'
import { MAX_PAGE } from '../pages/pages'
import { LAST_PAGE, shapeProblems } from './shapeProblems'

it('the documents of every page can be counted', () => {
  expect(LAST_PAGE * MAX_PAGE).toBeLessThan(2 ** 31)
  expect(shapeProblems({ page: LAST_PAGE })).toEqual([])
  for (const page of [LAST_PAGE + 1, 2 ** 31 - 1, '2147483647', -1, 1.5])
    expect(shapeProblems({ page })).toEqual([
      { field: 'page', message: `must be a whole number from 0 to ${LAST_PAGE}` },
    ])
})

it('what is written is an object', () => {
  expect(shapeProblems({ data: {} })).toEqual([])
  for (const data of [5, 'a', [], [1], true, null])
    expect(shapeProblems({ data })).toEqual([{ field: 'body', message: 'must be an object' }])
})
