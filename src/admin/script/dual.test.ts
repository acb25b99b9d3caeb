import { describe, expect, it } from 'vitest'
import { parseFountain, type ScreenplayElement } from '@/screenplay'
import { directionOf, inColumns } from './dual'
import { paginate } from './paginate'

const wordsOf = (element: ScreenplayElement) =>
  element.type === 'character' ? element.name : 'text' in element ? element.text : ''

const columnsOf = (text: string) =>
  inColumns(parseFountain(`INT. QUAY - DAY\n\n${text}`).elements.slice(1), (element) => element).map(
    (each) => ('item' in each ? wordsOf(each.item) : each.columns.map((column) => column.map(wordsOf))),
  )

describe('two who speak at once', () => {
  it('are set side by side, with all that each says', () => {
    expect(columnsOf('MARA\nStop.\n\nOTTO ^\n(low)\nGo.\n\nGulls.\n')).toEqual([
      [
        ['MARA', 'Stop.'],
        ['OTTO', 'low', 'Go.'],
      ],
      'Gulls.',
    ])
  })

  it('are two: a third stands by itself, as do a caret behind action and cues without one', () => {
    expect(columnsOf('A\nOne.\n\nB ^\nTwo.\n\nC ^\nThree.\n')).toEqual([
      [
        ['A', 'One.'],
        ['B', 'Two.'],
      ],
      'C',
      'Three.',
    ])
    expect(columnsOf('Gulls.\n\nB ^\nTwo.\n\nA\nOne.\n')).toEqual(['Gulls.', 'B', 'Two.', 'A', 'One.'])
  })

  it('stand on one page', () => {
    const speech = Array.from({ length: 12 }, (_, index) => `Line ${index}.`).join('\n')
    const before = Array.from({ length: 20 }, () => 'Gulls.\n').join('\n')
    const { elements, ...rest } = parseFountain(
      `INT. QUAY - DAY\n\n${before}\nMARA\n${speech}\n\nOTTO ^\n${speech}\n`,
    )
    const pages = paginate({ ...rest, elements }, [])
    const pagesOf = (name: string) =>
      pages.findIndex((page) => page.some(({ element }) => wordsOf(element) === name))
    expect(pages).toHaveLength(2)
    expect([pagesOf('MARA'), pagesOf('OTTO')]).toEqual([1, 1])
  })

  it('are read from the side that their language is', () => {
    expect(['MARA', '12 مارا', '(רות) Ruth', '—'].map(directionOf)).toEqual(['ltr', 'rtl', 'rtl', 'ltr'])
  })
})
