import { describe, expect, it } from 'vitest'
import type { WordChange } from '@/contracts'
import { foldSame } from './foldSame'

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}`).join('\n')

describe('folding what is the same', () => {
  const words: WordChange[] = [
    { kind: 'same', text: `${lines(1, 9)} ` },
    { kind: 'removed', text: 'old' },
    { kind: 'added', text: 'new' },
    { kind: 'same', text: `\n${lines(11, 20)}` },
  ]

  it('keeps every word, and two lines beside a change', () => {
    const shown = foldSame(words)
    expect(shown.map(({ text }) => text).join('')).toBe(words.map(({ text }) => text).join(''))
    expect(shown.map(({ kind }) => kind)).toEqual(['folded', 'same', 'removed', 'added', 'same', 'folded'])
    expect(shown[1]?.text).toBe('line 8\nline 9 ')
  })

  it('folds what moved, and shows how it begins and what is new in it', () => {
    const moved = { key: 's1', sceneNumber: '1', heading: 'INT. BAR - DAY' }
    const shown = foldSame([
      { kind: 'added', text: 'INT. BAR - LATER\n\n' },
      { kind: 'added', text: lines(1, 9), moved },
      { kind: 'added', text: ' new' },
      { kind: 'added', text: `\n${lines(10, 20)}`, moved },
    ])
    expect(shown.map(({ kind, text }) => (kind === 'folded' ? 'folded' : text.trim()))).toEqual([
      'INT. BAR - LATER',
      'line 1\nline 2',
      'folded',
      'line 8\nline 9',
      'new',
      'line 10',
      'folded',
    ])
  })

  it('says of lines that moved that they are more only where some are shown before them', () => {
    const moved = { key: 's1', sceneNumber: '1', heading: 'INT. BAR - DAY' }
    const moreOf = (words: WordChange[]) =>
      foldSame(words).flatMap((word) => (word.kind === 'folded' ? word.isMore : []))
    const blank: WordChange = { kind: 'removed', text: `\n\n${lines(1, 9)}`, moved }
    const heading: WordChange = { kind: 'removed', text: 'INT. BAR - LATER' }
    expect(moreOf([heading, { ...blank, text: lines(1, 9) }])).toEqual([true])
    expect(moreOf([heading, blank])).toEqual([false])
    // What moved before it elsewhere is not what it goes on with.
    const other = { ...blank, text: 'line 0', moved: { ...moved, key: 's2' } }
    expect(moreOf([other, heading, blank])).toEqual([false])
    expect(moreOf([{ ...other, moved }, heading, blank])).toEqual([true])
    expect(moreOf([{ ...other, moved }, { kind: 'same', text: 'stays' }, blank])).toEqual([false])
  })

  it('leaves short stretches as they are', () => {
    const short: WordChange[] = [
      { kind: 'same', text: 'one\ntwo\n' },
      { kind: 'added', text: 'three' },
    ]
    expect(foldSame(short)).toEqual(short)
  })
})
