import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFountain } from '../fountain/parse'
import { plainText } from '../fountain/plain-text'
import { OWN_SCRIPTS, readText } from '../samples.testing'
import { LINES_PER_PAGE, mirrored } from './layout'
import { paginate, textOf } from './paginate'
import type { PaginateOptions, PrintedPage } from './types'

const pagesOf = (text: string, options?: PaginateOptions) => paginate(parseFountain(text), options)
const show = (page: PrintedPage | undefined) =>
  (page?.lines ?? []).map((line) => `${line.row}:${Math.round(line.column)}:${textOf(line)}`)
/** Action paragraphs of one line: two rows each. */
const filler = (count: number) =>
  Array.from({ length: count }, (_, index) => `Beat ${index + 1}.`).join('\n\n')

describe('the columns', () => {
  it('are those of the standard layout', () => {
    const [page] = pagesOf(
      'INT. HALL - DAY #12#\n\nA clock.\n\nMARA (V.O.)\n(low)\nHello.\n\nCUT TO:\n\n> THE END <\n',
    )
    expect(show(page)).toEqual([
      '0:15:INT. HALL - DAY',
      '2:15:A clock.',
      '4:37:MARA (V.O.)',
      '5:31:(low)',
      '6:25:Hello.',
      '8:68:CUT TO:',
      '10:42:THE END',
    ])
    expect(page?.lines[0]?.sceneNumber).toBe('12')
  })

  it('wrap action at 60, dialogue at 35 and hang a parenthetical under its first word', () => {
    const [page] = pagesOf(
      `INT. HALL - DAY\n\n${'word '.repeat(13)}end.\n\nMARA\n(a parenthetical that is long)\n${'talk '.repeat(8)}\n`,
    )
    expect(show(page).slice(1)).toEqual([
      `2:15:${'word '.repeat(12).trim()}`,
      '3:15:word end.',
      '5:37:MARA',
      '6:31:(a parenthetical that is',
      '7:32:long)',
      '8:25:talk talk talk talk talk talk talk',
      '9:25:talk',
    ])
  })

  it('set dual dialogue side by side', () => {
    const [page] = pagesOf('INT. CAR - DAY\n\nADA\nLeft!\n\nBO ^\nRight!\nNo!\n\nThey turn.\n')
    expect(show(page).slice(1)).toEqual([
      '2:23:ADA',
      '3:15:Left!',
      '2:55:BO',
      '3:47:Right!',
      '4:47:No!',
      '6:15:They turn.',
    ])
  })

  it('set dual dialogue from the right where its language is read from there', () => {
    const [page] = pagesOf('INT. CAR - DAY\n\n@רות\nשמאלה!\nLeft!\n\nBO ^\n(בשקט)\nRight!\n')
    const begins = (page?.lines ?? []).slice(1).map(({ column, direction, beside, ...line }) => {
      const at = direction === 'rtl' ? mirrored(column) : column
      return [textOf(line), direction, at, beside?.speaker, beside?.side]
    })
    expect(begins).toEqual([
      ['רות', 'rtl', 67, 'first', 'right'],
      ['שמאלה!', 'rtl', 75, 'first', 'right'],
      ['Left!', 'rtl', 75, 'first', 'right'],
      ['BO', 'ltr', 23, 'second', 'left'],
      ['(בשקט)', 'rtl', 40, 'second', 'left'],
      ['Right!', 'ltr', 15, 'second', 'left'],
    ])
  })

  it('set a right-to-left text in mirror image, all its lines', () => {
    const [page] = pagesOf(`INT. CAR - DAY\n\n${'שלום '.repeat(12)}Latin words.\n\n> סוף <\n`)
    const lines = (page?.lines ?? []).slice(1)
    expect(lines.map(({ direction, column }) => [direction, mirrored(column)])).toEqual([
      ['rtl', 75],
      ['rtl', 75],
      ['rtl', 46.5],
    ])
  })

  it('set centred lines one below the other where they are typed so', () => {
    const [page] = pagesOf('> THE NORTH SEA <\n> 1953 <\n\n> THE END <\n')
    expect(show(page)).toEqual(['0:39:THE NORTH SEA', '1:43:1953', '3:42:THE END'])
  })

  it('give Han a square each and break between them', () => {
    const [page] = pagesOf(`INT. 厨房 - 夜\n\n${'好'.repeat(37)}\n`)
    expect(show(page).slice(1)).toEqual([`2:15:${'好'.repeat(36)}`, '3:15:好'])
  })
})

describe('page breaks', () => {
  it('keep a heading with what follows', () => {
    const pages = pagesOf(`INT. ONE - DAY\n\n${filler(26)}\n\nINT. TWO - DAY\n\nLast.\n`)
    expect(show(pages[1])[0]).toBe('0:15:INT. TWO - DAY')
  })

  it('split a speech at the end of a sentence, with MORE and CONT’D', () => {
    const speech = 'One two three four five six seven. Eight nine ten eleven twelve. '.repeat(4)
    const pages = pagesOf(`INT. ONE - DAY\n\n${filler(24)}\n\nMARA (V.O.)\n${speech}\n`)
    const last = show(pages[0]).slice(-2)
    expect(last[0]).toMatch(/[.]$/)
    expect(last[1]).toMatch(/:37:\(MORE\)$/)
    expect(show(pages[1])[0]).toBe("0:37:MARA (CONT'D)")
    const said = pages.flatMap((page) => page.lines.filter(({ kind }) => kind === 'dialogue').map(textOf))
    expect(said.join(' ')).toBe(speech.trim())
  })

  it('take the words of the language', () => {
    const speech = 'Eins zwei drei vier fünf sechs sieben. '.repeat(8)
    const words = { more: 'WEITER', continued: 'FORTS.' }
    const pages = pagesOf(`INT. EINS - TAG\n\n${filler(24)}\n\nMARA\n${speech}\n`, { words })
    expect(show(pages[0]).at(-1)).toMatch(/\(WEITER\)$/)
    expect(show(pages[1])[0]).toMatch(/MARA \(FORTS\.\)$/)
  })

  it('leave two lines of a paragraph on either side', () => {
    const pages = pagesOf(`INT. ONE - DAY\n\n${filler(25)}\n\n${'word '.repeat(48)}\n`)
    expect(pages[0]?.lines.at(-1)?.row).toBeLessThanOrEqual(LINES_PER_PAGE - 1)
    expect(pages[1]?.lines.length).toBeGreaterThanOrEqual(2)
  })

  it('are forced by ===, and never make an empty page', () => {
    expect(pagesOf('===\n\nINT. A - DAY\n\nOne.\n\n===\n\n===\n\nTwo.\n')).toHaveLength(2)
    expect(pagesOf('INT. A - DAY\n\nOne.\n\n===\n')).toHaveLength(1)
  })

  it('come in a paragraph that is longer than a page', () => {
    expect(pagesOf(`INT. A - DAY\n\n${'word '.repeat(12 * 120)}\n`)).toHaveLength(3)
  })
})

describe('every line', () => {
  it('knows of which element, source line and place in it it is', () => {
    const text = `INT. A - DAY\n\nOne.\n[[a note\nof two lines]]\nTwo [[and\nmore]] *and* ${'word '.repeat(12)}end.\n\nMARA\n(low)\nYes.\n[[no]]\nNo.\n`
    const [page] = pagesOf(text)
    expect(
      page?.lines.map((line) => [
        textOf(line).slice(0, 9),
        line.source?.element,
        line.source?.range,
        line.source?.offset,
      ]),
    ).toEqual([
      ['INT. A - ', 0, { start: 1, end: 1 }, 0],
      ['One.', 1, { start: 3, end: 3 }, 0],
      ['Two and w', 3, { start: 6, end: 7 }, 0],
      ['word word', 3, { start: 6, end: 7 }, 58],
      ['MARA', 4, { start: 9, end: 9 }, 0],
      ['(low)', 5, { start: 10, end: 10 }, 0],
      ['Yes.', 6, { start: 11, end: 11 }, 0],
      ['No.', 6, { start: 13, end: 13 }, 0],
    ])
  })

  it('that repeats a name is its cue’s, and MORE is nobody’s', () => {
    const [first, second] = pagesOf(`${filler(25)}\n\nMARA\n${'This is said. '.repeat(30)}\n`)
    expect(first?.lines.at(-1)).toMatchObject({ kind: 'more', source: null })
    expect(second?.lines[0]?.source).toMatchObject({ element: 25, range: { start: 51, end: 51 } })
    expect(second?.lines[1]?.source).toMatchObject({ element: 26, range: { start: 52, end: 52 } })
    expect(second?.lines[1]?.source?.offset).toBeGreaterThan(0)
  })
})

it('revised lines are marked, and their neighbours are not', () => {
  const [page] = pagesOf('INT. A - DAY\n\nOne.\n\nTwo.\n', { isRevised: (line) => line === 5 })
  expect(page?.lines.filter(({ isRevised }) => isRevised).map(textOf)).toEqual(['Two.'])
})

describe('whatever the script', () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/)
  const sentence = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => `${words.join(' ')}.`)
  const part = fc.oneof(
    sentence,
    fc.tuple(word, sentence).map(([name, text]) => `${name.toUpperCase()}\n${text}`),
    fc.tuple(word, sentence).map(([name, text]) => `${name.toUpperCase()} ^\n(${name})\n${text}`),
    word.map((name) => `INT. ${name.toUpperCase()} - DAY`),
    fc.constant('CUT TO:'),
  )
  it('no line is lost, none stands on another, none below the last', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 80 }), (parts) => {
        const screenplay = parseFountain(parts.join('\n\n'))
        const pages = paginate(screenplay)
        for (const page of pages) {
          const seen = new Set<string>()
          for (const line of page.lines) {
            expect(line.row).toBeLessThan(LINES_PER_PAGE)
            const place = `${line.row}/${line.column < 47 || line.kind === 'transition' ? 'left' : 'right'}`
            expect(seen.has(place)).toBe(false)
            seen.add(place)
          }
        }
        for (const { runs, source } of pages.flatMap(({ lines }) => lines)) {
          const element = source && screenplay.elements[source.element]
          if (!element || !('text' in element) || element.type === 'parenthetical') continue
          const typed = plainText(element.text)
          const shown = textOf({ runs })
          expect(typed.slice(source.offset, source.offset + shown.length).toUpperCase()).toBe(
            shown.toUpperCase(),
          )
        }
        const printed = pages
          .flatMap(({ lines }) => lines.filter(({ kind }) => kind !== 'more' && kind !== 'cue').map(textOf))
          .join(' ')
          .split(/\s+/)
          .sort()
        const typed = screenplay.elements
          .flatMap((element) =>
            element.type === 'parenthetical'
              ? [`(${element.text})`]
              : 'text' in element
                ? [element.text]
                : [],
          )
          .map((text) => plainText(text))
          .join(' ')
          .split(/\s+/)
          .sort()
        expect(printed.map((each) => each.toUpperCase())).toEqual(typed.map((each) => each.toUpperCase()))
      }),
      { numRuns: 150 },
    )
  })

  it.each(OWN_SCRIPTS)('%s comes out whole', (path) => {
    const pages = paginate(parseFountain(readText(path)))
    expect(pages.every(({ lines }) => lines.length > 0 || pages.length === 1)).toBe(true)
  })
})
