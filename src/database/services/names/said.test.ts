import { describe, expect, it } from 'vitest'
import { asPageHas, isQuote, mayName, saidIn } from './said'

const page = 'BRAM coils a rope. Bram’s boots are wet.'
const change = { old: 'Bram', new: 'Ilse Roth', others: ['BRAM JUNIOR'] }

describe('What a renaming makes of a text', () => {
  it.each([
    [
      'Bram speaks, with Bram Junior in frame.',
      true,
      'Ilse Roth speaks, with Bram Junior in frame.',
      'suggestion',
    ],
    ['BRAM coils a rope. Bram speaks.', true, 'BRAM coils a rope. Ilse Roth speaks.', 'script'],
    ['What is seen: Bram’s boots are…', true, 'What is seen: Bram’s boots are…', 'script'],
    ['Bram’s best hour.', false, 'Bram’s best hour.', 'person'],
  ] as const)('%s', (text, isSuggested, renamed, by) => {
    expect(saidIn(text, page, change, isSuggested)).toEqual({ renamed, by })
  })

  it.each(['Bram Junior waits.', 'Brambles.', '', null])(
    'is nothing where it does not say the name: %s',
    (text) => {
      expect(saidIn(text, page, change, true)).toBeNull()
      expect(saidIn(text, page, change, false)).toBeNull()
    },
  )

  it('finds names that were too long for a suggestion', () => {
    const long = { old: 'Generaldirektor Maximilian von Hohenfels', new: 'Ada' }
    expect(saidIn('Generaldirektor Maximilian… speaks.', page, long, true)).toEqual({
      renamed: 'Ada speaks.',
      by: 'suggestion',
    })
  })

  it('is found in a page that calls several people otherwise at once', () => {
    const changes = [change, { old: 'Tove', new: 'Ruth' }, { old: 'Ilse Roth', new: 'Bram' }]
    const now = 'Ruth hands Ilse Roth the oar.'
    expect(asPageHas('Tove hands Bram the oar.', changes, (text) => isQuote(text, now))).toBe(now)
    expect(asPageHas('Tove drops the oar.', changes, (text) => isQuote(text, now))).toBeNull()
  })
})

it('A name is looked for only where it may stand', () => {
  expect(mayName('O’SHEA waits', "O'Shea")).toBe(true)
  expect(mayName('Somebody waits', 'Bram')).toBe(false)
  expect(mayName(null, 'Bram')).toBe(false)
})
