import { expect, it } from 'vitest'
import { lengthInWords } from './lengthInWords'

it.each([
  [{ shots: 113.2, script: 128 }, '1:53 on the board'],
  [{ shots: 0, script: 128 }, 'about 2:08 read'],
  [{ shots: 0, script: 0 }, ''],
])('says of %o: %s', (seconds, words) => {
  expect(lengthInWords(seconds)).toBe(words)
})
