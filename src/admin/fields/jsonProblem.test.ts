import { expect, it } from 'vitest'
import { jsonProblem } from './jsonProblem'

it('takes JSON and nothing at all', () => {
  expect(jsonProblem('{"a": [1, true, null]}')).toBeUndefined()
  expect(jsonProblem(' \n ')).toBeUndefined()
})

it('says where a text stops being JSON', () => {
  expect(jsonProblem('{\n  "a": 1,\n  b: 2\n}')).toMatch(/line 3, column 3/)
  expect(jsonProblem('{"a": 1')).toMatch(/line 1, column 8/)
})
