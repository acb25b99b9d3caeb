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

  it('leaves short stretches as they are', () => {
    const short: WordChange[] = [
      { kind: 'same', text: 'one\ntwo\n' },
      { kind: 'added', text: 'three' },
    ]
    expect(foldSame(short)).toEqual(short)
  })
})
