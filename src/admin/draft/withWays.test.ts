import { expect, it } from 'vitest'
import type { WordChange } from '@/contracts'
import { withWays } from './withWays'

const moved = { key: 's1', sceneNumber: '1', heading: 'INT. BAR - DAY' }
const waysOf = (words: WordChange[]) =>
  withWays(words).map(({ word, way }) => `${way ? `(${way.sceneNumber}) ` : ''}${word.text}`)

it('says once where moved text came from, whatever is new in it', () => {
  expect(
    waysOf([
      { kind: 'added', text: 'INT. CELLAR' },
      { kind: 'added', text: '\n\nYou are ', moved },
      { kind: 'added', text: 'early' },
      { kind: 'added', text: '.', moved },
      { kind: 'same', text: ' Rain. ' },
      { kind: 'added', text: 'Wind.', moved },
    ]),
  ).toEqual(['INT. CELLAR', '(1) You are ', 'early', '.', ' Rain. ', '(1) Wind.'])
})

it('says it above a paragraph that begins with a new word', () => {
  expect(
    waysOf([
      { kind: 'added', text: 'INT. CELLAR\n\nKatja' },
      { kind: 'added', text: ' climbs.', moved },
    ]),
  ).toEqual(['INT. CELLAR\n\n', '(1) Katja', ' climbs.'])
})
