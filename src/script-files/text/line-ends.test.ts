import { expect, it } from 'vitest'
import { foldLineEnds } from './line-ends'

it('every way to end a line ends it', () => {
  expect(foldLineEnds('a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh')).toBe('a\nb\nc\nd\ne\nf\ng\nh')
})

it('a line of spaces that only looks empty is empty; plain spaces and spaces within text stay', () => {
  expect(foldLineEnds('a\n\u00a0\nb\n \u3000\t\nc\n\u200b\n  \n d\u00a0e')).toBe(
    'a\n\nb\n\nc\n\n  \n d\u00a0e',
  )
})
