import { counted } from '@/lib/counted'
import {
  parseFountain,
  refuseTooLong,
  refuseTooManyLines,
  type Screenplay,
  type ScreenplayElement,
  type ScriptProblem,
  type SourceMark,
  writeFountain,
} from '@/screenplay'
import type { ScriptSource } from './ScriptFormat'

/** A warning before there is a text to count lines in. */
export interface ElementWarning {
  /** Index in `screenplay.elements`; null where it is about the whole file. */
  element: number | null
  message: string
}

/** A mark before there is a text to count lines in. */
export interface ElementMark extends Omit<SourceMark, 'range'> {
  /** Index in `screenplay.elements`. */
  element: number
}

/**
 * For readers of every format but Fountain: writes what was read as Fountain and reads it again, so that ranges,
 * warnings and marks count lines of the text that is stored. The ranges of the given elements are not looked at
 * (but lyrics that stand apart from a cue keep a gap in theirs), and `forced` may be false throughout: marks are
 * written where an element would be read as something else.
 *
 * Linear in the size of the screenplay.
 */
export function asFountain(
  screenplay: Screenplay,
  found: { warnings?: readonly ElementWarning[]; marks?: readonly ElementMark[] } = {},
): ScriptSource {
  refuseTooLong(screenplay, false)
  const written = writeFountain(screenplay)
  // NUL, at which stored text would end, and half of a character, which would come back as another.
  const text = written.replace(/\0|\p{Surrogate}/gu, '')
  refuseTooManyLines(text)
  const leftOut = written.length - text.length
  const { warnings = [], marks = [] } = found
  const place = warnings.length + marks.length > 0 ? placesIn(text, screenplay) : null
  const lineOf = (element: number) => place?.(element).start ?? 1
  return {
    screenplay: parseFountain(text),
    text,
    warnings: warnings
      .map(
        ({ element, message }): ScriptProblem => ({
          line: element === null ? null : lineOf(element),
          message,
        }),
      )
      .concat(
        leftOut > 0
          ? {
              line: null,
              message: `Left out: ${counted(leftOut, 'character')} that no text can hold (NUL, or half of one).`,
            }
          : [],
      )
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    marks: marks.map(({ element, ...mark }) => ({
      ...mark,
      range: place?.(element) ?? { start: 1, end: 1 },
    })),
  }
}

/**
 * Says on which lines an element was written. Writing changes marks, spaces and blank lines but never a letter or
 * a digit, so counting those finds every element again, whatever its shape became.
 */
function placesIn(text: string, { titlePage, elements }: Screenplay) {
  /** How many letters stand before each line of the text. */
  const before: number[] = []
  let letters = 0
  for (const line of text.split('\n')) {
    before.push(letters)
    letters += countLetters(line)
  }
  const lineAt = (letter: number) => {
    let low = 0
    let high = before.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((before[middle] as number) <= letter) low = middle
      else high = middle - 1
    }
    return low + 1
  }
  const starts: number[] = []
  let offset = 0
  for (const { key, values } of titlePage) offset += countLetters(key) + countLetters(values.join(' '))
  for (const element of elements) {
    starts.push(offset)
    offset += countLetters(wordsOf(element))
  }
  return (element: number) => {
    const from = starts[element] ?? 0
    const to = starts[element + 1] ?? offset
    const start = lineAt(Math.min(from, Math.max(0, letters - 1)))
    return { start, end: to > from ? Math.max(start, lineAt(to - 1)) : start }
  }
}

function wordsOf(element: ScreenplayElement): string {
  switch (element.type) {
    case 'page-break':
      return ''
    case 'character':
      return [element.name, ...element.extensions].join(' ')
    case 'scene-heading':
      return [element.text, element.sceneNumber ?? ''].join(' ')
    default:
      return element.text
  }
}

const LETTER = /[\p{L}\p{N}]/u
/** By code: a text of a million marks is not asked about each. */
const ASCII_LETTERS = Array.from({ length: 128 }, (_, code) => LETTER.test(String.fromCharCode(code)))

function countLetters(text: string): number {
  let count = 0
  for (const letter of text) {
    const code = letter.charCodeAt(0)
    if (code > 127 ? LETTER.test(letter) : ASCII_LETTERS[code]) count += 1
  }
  return count
}
