import { expect, it } from 'vitest'
import { directionOf } from './direction'

it('a text is read from the side that its first letter is', () => {
  expect(['MARA', '12 مارا', '(רות) Ruth', '—', ''].map(directionOf)).toEqual([
    'ltr',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
  ])
})
