import { expect, it } from 'vitest'
import { directionOf, mainDirection } from './direction'

it('a text is read from the side that its first letter is', () => {
  expect(['MARA', '12 مارا', '(רות) Ruth', '—', ''].map((text) => directionOf(text))).toEqual([
    'ltr',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
  ])
})

it('what has no letters goes with what is around it', () => {
  expect(directionOf('…', 'rtl')).toBe('rtl')
  expect(directionOf('12 rue', 'rtl')).toBe('ltr')
})

it('a document has the direction of most of its letters', () => {
  expect(mainDirection(['INT. שוק', 'הסוחר עומד ליד הדוכן.'])).toBe('rtl')
  expect(mainDirection(['She says שלום and leaves.', '42'])).toBe('ltr')
  expect(mainDirection([])).toBe('ltr')
})
