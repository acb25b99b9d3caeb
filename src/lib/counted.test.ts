import { expect, it } from 'vitest'
import { counted } from './counted'

it('says one of a thing as one', () => {
  expect([0, 1, 2, 1204].map((count) => counted(count, 'scene'))).toEqual([
    '0 scenes',
    '1 scene',
    '2 scenes',
    '1,204 scenes',
  ])
  expect(counted(1, 'more line')).toBe('1 more line')
  expect([counted(1, 'person', 'people'), counted(3, 'person', 'people')]).toEqual(['1 person', '3 people'])
})
