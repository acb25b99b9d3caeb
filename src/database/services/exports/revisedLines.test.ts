import { expect, it } from 'vitest'
import { revisedLines } from './revisedLines'

it.each([
  ['nothing changed', 'a\n\nb', 'a\n\nb', []],
  ['a line changed', 'a\n\nb\n\nc', 'a\n\nB\n\nc', [3]],
  ['a paragraph came in', 'a\n\nc', 'a\n\nb\n\nc', [3]],
  ['a line went', 'a\n\nb\n\nc', 'a\n\nc', []],
  ['white space at its end', 'a', 'a  ', []],
  ['all is new', '', 'a\n\nb', [1, 3]],
])('%s', (_, before, after, lines) => {
  expect(revisedLines(before, after)).toEqual(lines)
})
