import { describe, expect, it } from 'vitest'
import { parseFountain } from '@/screenplay'
import { type Correctable, correctElement, wordsOf } from './correctElement'

const TEXT = [
  'INT. QUAY - DAY #12A#',
  '',
  'Nets dry. [[which harbour?]]',
  'Gulls.',
  '',
  'INES (O.S.) ^',
  '  (low)',
  'Not yet.',
  'Not *now*.',
  '',
  '@McKay',
  'When?',
  '',
  'CUT TO:',
  '',
].join('\n')

const elementAt = (line: number) =>
  parseFountain(TEXT).elements.find(({ range }) => range.start === line) as Correctable

const correct = (line: number, words: string) => correctElement(TEXT, elementAt(line), words)

describe('a correction in place', () => {
  it('changes the words and leaves everything else as it is typed', () => {
    expect(wordsOf(elementAt(6))).toBe('INES (O.S.)')
    expect(correct(1, 'INT. QUAY - NIGHT')).toEqual({ text: TEXT.replace('DAY #', 'NIGHT #') })
    expect(correct(6, 'INES (V.O.)')).toEqual({ text: TEXT.replace('O.S.', 'V.O.') })
    expect(correct(7, 'aloud')).toEqual({ text: TEXT.replace('low', 'aloud') })
    expect(correct(8, 'Not yet.\nNot *ever*.')).toEqual({ text: TEXT.replace('*now*', '*ever*') })
    expect(correct(11, 'McKay (V.O.)')).toEqual({ text: TEXT.replace('@McKay', '@McKay (V.O.)') })
  })

  it('keeps the line what it is where the words alone would not', () => {
    expect(correct(6, 'Inês')).toEqual({ text: TEXT.replace('INES (O.S.) ^', '@Inês ^') })
    expect(correct(1, 'The quay, later')).toMatchObject({
      text: TEXT.replace('INT. QUAY - DAY', '.The quay, later'),
    })
    expect(correct(14, 'CUT BACK')).toEqual({ text: TEXT.replace('CUT TO:', '> CUT BACK') })
  })

  it('may part action, but not speech', () => {
    const parted = correct(3, 'Nets dry.\n\nGulls.')
    expect('text' in parted && parseFountain(parted.text).elements).toHaveLength(9)
    expect(correct(8, 'Not yet.\n\nNot now.')).toMatchObject({ problem: expect.stringContaining('speech') })
  })

  it('refuses what would become something else, and nothing at all', () => {
    expect(correct(8, '(whispers)')).toMatchObject({ problem: expect.stringContaining('speech') })
    expect(correct(8, '  ')).toMatchObject({ problem: expect.stringContaining('Type something') })
  })

  it('says what a heading does not say any more, before it is saved', () => {
    const concernsOf = (words: string) => {
      const correction = correct(1, words)
      return 'text' in correction ? (correction.concerns ?? []).join(' ') : correction.problem
    }
    expect(concernsOf('QUAY - DAY')).toBe('INT is gone: the scene is neither inside nor outside.')
    expect(concernsOf('INT. QUAY - DYA')).toMatch(/No time of day .* was DAY\. The place reads QUAY - DYA\./)
    expect(concernsOf('INT.')).toMatch(/No place .* was QUAY\. No time/)
    expect(concernsOf('OMITTED')).toContain('left out')
    // Another place, time or side is what was wanted.
    for (const words of ['EXT. QUAY - DAY', 'INT. PIER - DUSK', 'INT. QUAY - STORE - DAY (RAIN)'])
      expect(correct(1, words)).toEqual({ text: TEXT.replace('INT. QUAY - DAY', words) })
  })

  it('offers what was typed as it is, and says what becomes of the line', () => {
    expect(correct(1, 'QUAY - DAY')).toMatchObject({
      text: TEXT.replace('INT. QUAY', '.QUAY'),
      asTyped: { text: TEXT.replace('INT. QUAY', 'QUAY'), becomes: 'action' },
    })
    expect(correct(8, '(whispers)')).toMatchObject({
      problem: 'With these words it is a parenthetical, and not speech any more.',
      asTyped: { text: TEXT.replace('Not yet.\nNot *now*.', '(whispers)'), becomes: 'a parenthetical' },
    })
    expect(correct(8, '  ')).not.toHaveProperty('asTyped')
  })

  it('asks where the words are those of another kind of line, which is then the likelier', () => {
    const action = (words: string) => {
      const correction = correct(3, words)
      return 'text' in correction ? correction : { text: '', asTyped: undefined }
    }
    const lines = 'Nets dry. [[which harbour?]]\nGulls.'
    for (const [words, becomes] of [
      ['DEV (V.O.)\nHello there.', 'a cue with what is said'],
      ['DEV (V.O.)\n(low)\nHello there.\n\nGulls.', 'a cue with what is said'],
      ['INT. HALL - DAY', 'a scene heading'],
      ['SMASH CUT TO:', 'a transition'],
      ['> THE END <', 'a centred line'],
      ['~La la la', 'lyrics'],
      ['# Act Two', 'a section'],
      ['[[Which gulls?]]', 'a note'],
    ] as const)
      expect([words, action(words)]).toEqual([
        words,
        {
          text: TEXT.replace(lines, `!${words}`),
          concerns: [`This reads as ${becomes}.`],
          asTyped: { text: TEXT.replace(lines, words), kind: expect.any(String), becomes },
          isTypedLikely: true,
        },
      ])
    // Nobody means action by it.
    expect(correct(6, 'Inês')).not.toHaveProperty('concerns')
    expect(correct(3, 'DEV shouts.')).not.toHaveProperty('concerns')
  })

  it('is no change where the words are the same', () => {
    expect(correct(12, 'When?')).toEqual({ text: TEXT })
  })
})
