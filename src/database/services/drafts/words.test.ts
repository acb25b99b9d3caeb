import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepMarks } from './keepMarks'
import { wordChanges } from './words'

const without = (text: ReturnType<typeof wordChanges>, kind: 'added' | 'removed') =>
  text
    .filter((change) => change.kind !== kind)
    .map((change) => change.text)
    .join('')

describe('words that changed', () => {
  it('are all of a scene that is new, or gone', () => {
    expect(wordChanges('', 'She waits.\n\n* * *')).toEqual([{ kind: 'added', text: 'She waits.\n\n* * *' }])
    expect(wordChanges('She waits.', '')).toEqual([{ kind: 'removed', text: 'She waits.' }])
    expect(wordChanges('', '')).toEqual([])
  })

  it('are whole words, with apostrophes and in scripts without spaces', () => {
    expect(wordChanges("She doesn't wait.", "She didn't wait long.")).toEqual([
      { kind: 'same', text: 'She ' },
      { kind: 'removed', text: "doesn't" },
      { kind: 'added', text: "didn't" },
      { kind: 'same', text: ' wait' },
      { kind: 'added', text: ' long' },
      { kind: 'same', text: '.' },
    ])
    expect(wordChanges('他走进教室', '他跑进教室').filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '走' },
      { kind: 'added', text: '跑' },
    ])
  })

  it('give both texts back, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const changes = wordChanges(before, after)
        expect(without(changes, 'added')).toBe(before)
        expect(without(changes, 'removed')).toBe(after)
      }),
    )
  })

  it('of what moved into another scene are only those that are new or gone', () => {
    const before = 'Rain.\n\nJO\nWe closed.\n\nMARA\nNo.'
    const after = 'Rain.\n\nA bell.'
    const moved = { key: 's2', sceneNumber: '2', heading: 'EXT. PIER - NIGHT' }
    const part = (text: string, other: string) => {
      const start = before.indexOf(text)
      return { start, end: start + text.length, other, moved }
    }
    const lost = [part('JO\nWe closed.', 'JO\nWe closed early.'), part('MARA\nNo.', 'MARA\nYes.')]
    const changes = wordChanges(before, after, { lost, came: [] })
    expect(without(changes, 'added')).toBe(before)
    expect(without(changes, 'removed')).toBe(after)
    expect(changes.filter(({ kind }) => kind === 'removed')).toEqual([
      { kind: 'removed', text: 'JO\nWe closed.\n\nMARA\n', moved },
      { kind: 'removed', text: 'No' },
      { kind: 'removed', text: '.', moved },
    ])
    // Where it came to, the same the other way round.
    expect(
      wordChanges('', 'JO\nWe closed early.', {
        lost: [],
        came: [{ start: 0, end: 19, other: 'JO\nWe closed.', moved }],
      }),
    ).toEqual([
      { kind: 'added', text: 'JO\nWe closed', moved },
      { kind: 'added', text: ' early' },
      { kind: 'added', text: '.', moved },
    ])
  })

  it('of two long texts that have nothing in common are two texts', () => {
    const text = (word: string) => Array.from({ length: 4_000 }, (_, index) => `${word}${index}`).join(' ')
    const changes = wordChanges(text('a'), text('b'))
    expect(without(changes, 'added')).toBe(text('a'))
    expect(without(changes, 'removed')).toBe(text('b'))
  })
})

describe('marks of a text that is edited', () => {
  const mark = (start: number, end = start) =>
    ({ kind: 'tag', range: { start, end }, offset: null, label: 'Prop: lantern' }) as const

  it('move with their lines and go with them', () => {
    const kept = keepMarks('one\ntwo\nthree\nfour', 'zero\none\nthree\nfour', [mark(1), mark(2), mark(3, 4)])
    expect(kept.map(({ range }) => range)).toEqual([
      { start: 2, end: 2 },
      { start: 3, end: 4 },
    ])
  })
})
