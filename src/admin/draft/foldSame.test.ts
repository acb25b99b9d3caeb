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

  it('leaves short stretches as they are', () => {
    const short: WordChange[] = [
      { kind: 'same', text: 'one\ntwo\n' },
      { kind: 'added', text: 'three' },
    ]
    expect(foldSame(short)).toEqual(short)
  })
})
