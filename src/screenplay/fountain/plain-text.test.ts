import { expect, it } from 'vitest'
import { notesIn, plainText } from './plain-text'

it.each([
  ['*a* **b** ***c*** _d_ _**e**_', 'a b c d e'],
  ['He dialed *69 and then *23, and hung up.', 'He dialed *69 and then *23, and hung up.'],
  ['He dialed *69 and then 23*, and hung up.', 'He dialed 69 and then 23, and hung up.'],
  ['He dialed _69 and then 23 _, and hung up.', 'He dialed _69 and then 23 _, and hung up.'],
  ['code: **\\*9765\\***', 'code: *9765*'],
  ['share *a look.\n\nBAD.*', 'share *a look.\n\nBAD.*'],
  ['_Steel’s face FILLS the *Leupold* scope_.', 'Steel’s face FILLS the Leupold scope.'],
  ['JACK[[who?]]. They', 'JACK. They'],
  ['one [[two]] three /* four\n\nfive */ six', 'one three six'],
  ['one\n[[two]]\nthree', 'one\nthree'],
  ['plain', 'plain'],
])('prints %j as %j', (text, printed) => expect(plainText(text)).toBe(printed))

it('collects the notes inside a text', () => {
  expect(notesIn('a [[ b ]] c [[d\ne]] /* [[f]] */ [[]]')).toEqual(['b', 'd\ne'])
})
