import { expect, it } from 'vitest'
import { mergeTexts } from './mergeTexts'

const BASE = ['INT. A - DAY', '', 'One.', '', 'Two.', '', 'Three.', '', 'Four.', ''].join('\n')

it('takes both changes where they are apart', () => {
  const mine = BASE.replace('One.', 'One, mine.')
  const theirs = BASE.replace('Four.', 'Four, theirs.').replace('INT. A', 'INT. B')
  expect(mergeTexts(BASE, mine, theirs)).toBe(
    BASE.replace('One.', 'One, mine.').replace('Four.', 'Four, theirs.').replace('INT. A', 'INT. B'),
  )
})

it('does not choose where both changed one line', () => {
  expect(mergeTexts(BASE, BASE.replace('Two.', 'Mine.'), BASE.replace('Two.', 'Theirs.'))).toBeNull()
})

it('minds no missing line break at the end', () => {
  expect(mergeTexts('a', 'a\n\nb', 'a')).toBe('a\n\nb\n')
})
