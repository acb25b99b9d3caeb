import { type StyledRun, sameStyle } from '../fountain/styled-text'

/** Square characters: Han, kana, Hangul, full-width forms. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
/** A square of twelve points among cells of ten to the inch. */
const SQUARE = 5 / 3
/** For sums of fractions. */
const TOLERANCE = 1e-6

/** Accents and joiners that stand on the character before them. */
const COMBINING = /[\p{Mn}\p{Me}\p{Cf}]/u
const ASCII = /^[\x20-\x7e]*$/

/** Cells (tenths of an inch in a ten-pitch font) that a text takes. */
export function cellsOf(text: string): number {
  if (ASCII.test(text)) return text.length
  let cells = 0
  for (const character of text) cells += cellsOfCharacter(character)
  return cells
}

export const cellsOfCharacter = (character: string): number =>
  character < '\x7f' ? 1 : COMBINING.test(character) ? 0 : WIDE.test(character) ? SQUARE : 1

/** A line that a text was broken into. */
export interface WrappedLine {
  runs: StyledRun[]
  /** Where in the text it begins: characters (UTF-16) from its start. */
  offset: number
}

/**
 * Breaks styled text into lines of at most `width` cells: at spaces, behind hyphens and dashes, between square
 * characters, and inside a word only where the word alone is longer than a line.
 *
 * @returns at least one line; spaces at breaks are gone.
 */
export function wrapRuns(runs: readonly StyledRun[], width: number): WrappedLine[] {
  const text = runs.map((run) => run.text).join('')
  const lines: WrappedLine[] = []
  let start = 0
  /** The run in which the line begins, and where in the text that run does: none is looked at again. */
  let first = 0
  let firstAt = 0
  while (start < text.length) {
    const end = endOfLine(text, start, width)
    for (let run = runs[first]; run && firstAt + run.text.length <= start; run = runs[first]) {
      firstAt += run.text.length
      first += 1
    }
    lines.push({ runs: cut(runs, { first, firstAt }, start, end), offset: start })
    start = end
    while (text[start] === ' ') start += 1
  }
  return lines.length > 0 ? lines : [{ runs: [], offset: 0 }]
}

/** Where the line ends that begins at `start`, spaces at its end included. */
function endOfLine(text: string, start: number, width: number): number {
  let used = 0
  let end = start
  let breakAt = -1
  let character = characterAt(text, end)
  while (character !== '') {
    const size = cellsOfCharacter(character)
    if (used + size > width + TOLERANCE && character !== ' ') break
    used += size
    end += character.length
    const next = characterAt(text, end)
    if (mayBreakBehind(character, next)) breakAt = end
    character = next
  }
  if (end < text.length && breakAt > start) return breakAt
  return end === start ? start + character.length : end
}

/** Empty behind the last. */
function characterAt(text: string, index: number): string {
  const unit = text.charCodeAt(index)
  // Half a character and another one: a surrogate pair.
  if (unit >= 0xd800 && unit <= 0xdbff) return String.fromCodePoint(text.codePointAt(index) as number)
  return text.charAt(index)
}

function mayBreakBehind(character: string, next: string): boolean {
  if (next === '' || character === ' ') return true
  if (character === '-' || character === '–' || character === '—') return next !== ' ' && next !== '-'
  return character > '\x7f' && WIDE.test(character) && !/[、。，．！？：；）」』】…]/.test(next)
}

/** The runs between two places of their text, without the spaces at the end. */
function cut(
  runs: readonly StyledRun[],
  from: { first: number; firstAt: number },
  start: number,
  end: number,
): StyledRun[] {
  const found: StyledRun[] = []
  let at = from.firstAt
  for (let index = from.first; index < runs.length && at < end; index += 1) {
    const run = runs[index] as StyledRun
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at))
    at += run.text.length
    const last = found.at(-1)
    if (text === '') continue
    if (last && sameStyle(last, run)) last.text += text
    else found.push({ ...run, text })
  }
  for (let last = found.at(-1); last; last = found.at(-1)) {
    last.text = last.text.replace(/ +$/, '')
    if (last.text !== '') break
    found.pop()
  }
  return found
}
