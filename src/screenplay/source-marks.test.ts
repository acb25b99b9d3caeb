import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchLines } from './line-matches'
import { remapMarks, type SourceMark } from './source-marks'

const mark = (start: number, end = start, offset: SourceMark['offset'] = null): SourceMark => ({
  kind: 'revision',
  range: { start, end },
  offset,
  label: `${start}`,
})
const text = (...lines: string[]) => lines.join('\n')

describe('marks of a text that is edited', () => {
  it('move with their lines; those of lines that are gone are given back', () => {
    const before = text('INT. A', '', 'One.', 'Two.', '', 'Three.')
    const after = text('Title: X', '', 'INT. A', '', 'One.', 'Two, changed.', '', 'Three.')
    const { kept, gone } = remapMarks([mark(1), mark(3, 4), mark(4), mark(6)], before, after)
    expect(kept.map(({ label, range }) => [label, range.start])).toEqual([
      ['1', 3],
      ['6', 8],
    ])
    expect(gone).toEqual([mark(3, 4), mark(4)])
  })

  it('of several lines stay while the first and the last do, those of some words only as they were', () => {
    const whole = mark(1, 3)
    const words = mark(1, 3, { start: 2, end: 9 })
    expect(remapMarks([whole, words], text('a', 'b', 'c'), text('x', 'a', 'c'))).toEqual({
      kept: [{ ...whole, range: { start: 2, end: 3 } }],
      gone: [words],
    })
  })

  it('of the whole file stay whatever the first line becomes', () => {
    const settings: SourceMark = { ...mark(1), kind: 'other', data: { scope: 'file' } }
    expect(remapMarks([settings], 'a\nb', 'c')).toEqual({ kept: [settings], gone: [] })
  })
})

it('lines that are matched are the same and in order, and an untouched line is always found', () => {
  const line = fc.constantFrom('a', 'b', 'c', '', 'unique')
  fc.assert(
    fc.property(fc.array(line), fc.array(line), fc.array(line), fc.array(line), (front, back, one, other) => {
      const before = [...front, ...one, 'the middle', ...back]
      const after = [...front, ...other, 'the middle', ...back]
      const found = matchLines(before, after)
      let last = -1
      found.forEach((at, index) => {
        if (at === -1) return
        expect(after[at]).toBe(before[index])
        expect(at).toBeGreaterThan(last)
        last = at
      })
      expect(found[front.length + one.length]).toBe(front.length + other.length)
      for (let index = 0; index < front.length; index += 1) expect(found[index]).toBe(index)
    }),
    { numRuns: 500 },
  )
})
