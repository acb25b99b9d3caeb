import { expect, it } from 'vitest'
import { wordsOfList } from './wordsOfList'

it('is a list as people write one', () => {
  expect(wordsOfList(['fog', 'night'])).toBe('fog, night')
  expect(wordsOfList([1, 0, 2])).toBe('1, 0, 2')
  for (const nothing of [[], null, undefined, '', [null]]) expect(wordsOfList(nothing)).toBe('')
})
