import { describe, expect, it } from 'vitest'
import { parseFountain } from '@/screenplay'
import { paginate } from '@/screenplay/pages'
import { type PrintedPart, partsOf } from './printedParts'

const partsIn = (text: string) => {
  const screenplay = parseFountain(text)
  return partsOf(paginate(screenplay), screenplay)
}
/** As it can be read: rows by `|`, what joins them in text before each. */
const words = ({ rows }: PrintedPart) =>
  rows.map(({ joint, runs }) => `${joint}${runs.map(({ text }) => text).join('')}`).join('|')
const of = (text: string, page = 0) =>
  (partsIn(text)[page] ?? []).map((item) =>
    'part' in item ? words(item.part) : item.columns.map((column) => column.map(words)),
  )

describe('what two say at once', () => {
  it('is side by side, with all that each says', () => {
    expect(of('INT. QUAY - DAY\n\nMARA\nStop.\n\nOTTO ^\n(low)\nGo.\n\nGulls.\n').slice(1)).toEqual([
      [
        ['MARA', 'Stop.'],
        ['OTTO', '(low)', 'Go.'],
      ],
      'Gulls.',
    ])
  })

  it('is of two: a third stands alone, as do a caret behind action and a cue without one', () => {
    const pair = [
      ['A', 'One.'],
      ['B', 'Two.'],
    ]
    expect(of('A\nOne.\n\nB ^\nTwo.\n\nC ^\nThree.\n')).toEqual([pair, 'C', 'Three.'])
    expect(of('A\nOne.\n\nB ^\nTwo.\n\nA\nOne.\n\nB ^\nTwo.\n')).toEqual([pair, pair])
    expect(of('Gulls.\n\nB ^\nTwo.\n\nA\nOne.\n')).toEqual(['Gulls.', 'B', 'Two.', 'A', 'One.'])
  })

  it('takes the rows of the longer one', () => {
    const [page] = partsIn('A\nOne.\nMore.\n\nB ^\nTwo.\n\nGulls.\n')
    expect(page?.at(-1)).toMatchObject({ part: { space: 1 } })
  })
})

describe('an element on pages', () => {
  const filler = Array.from({ length: 26 }, () => 'Gulls.').join('\n\n')

  it('runs on in text by spaces, breaks where it was broken, and within a long word by nothing', () => {
    expect(of(`${'word '.repeat(12)}end.\nNext.\n\n${'ab'.repeat(40)}\n`)).toEqual([
      `${'word '.repeat(12).trim()}| end.|\nNext.`,
      `${'ab'.repeat(30)}|${'ab'.repeat(10)}`,
    ])
  })

  it('goes on overleaf: one stop for the keys, and more only where another line of the text begins', () => {
    const text = `${filler}\n\n${'word '.repeat(48)}\nA second line.\n\nMARA\n${'This is said. '.repeat(160)}\n`
    const found = partsIn(text).map((items) =>
      items.flatMap((item) => ('part' in item && item.part.element !== null ? [item.part] : [])),
    )
    const told = (part: PrintedPart | undefined) => part && [part.element, part.line, part.isContinued]
    expect(told(found[0]?.at(-1))).toEqual([26, 53, false])
    expect(found[1]?.slice(0, 3).map(told)).toEqual([
      [26, 53, true],
      [27, 56, false],
      [28, 57, false],
    ])
    expect(found[2]?.map(told)).toEqual([
      [27, 56, true],
      [28, 57, true],
    ])
  })
})
