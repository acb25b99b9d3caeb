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

interface Cell {
  character: string
  run: StyledRun
}

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
  const cells: Cell[] = runs.flatMap((run) => [...run.text].map((character) => ({ character, run })))
  const lines: WrappedLine[] = []
  let start = 0
  let offset = 0
  const skipTo = (index: number) => {
    for (; start < index; start += 1) offset += (cells[start] as Cell).character.length
  }
  while (start < cells.length) {
    let used = 0
    let end = start
    let breakAt = -1
    while (end < cells.length) {
      const { character } = cells[end] as Cell
      const size = cellsOfCharacter(character)
      if (used + size > width + TOLERANCE && character !== ' ') break
      used += size
      end += 1
      if (mayBreakBehind(character, cells[end]?.character)) breakAt = end
    }
    if (end < cells.length && breakAt > start) end = breakAt
    if (end === start) end += 1
    lines.push({ runs: join(cells, start, end), offset })
    while (end < cells.length && (cells[end] as Cell).character === ' ') end += 1
    skipTo(end)
  }
  return lines.length > 0 ? lines : [{ runs: [], offset: 0 }]
}

function mayBreakBehind(character: string, next: string | undefined): boolean {
  if (next === undefined) return true
  if (character === ' ') return true
  if (character === '-' || character === '–' || character === '—') return next !== ' ' && next !== '-'
  return WIDE.test(character) && !/[、。，．！？：；）」』】…]/.test(next)
}

function join(cells: readonly Cell[], start: number, end: number): StyledRun[] {
  let last = end
  while (last > start && (cells[last - 1] as Cell).character === ' ') last -= 1
  const runs: StyledRun[] = []
  for (let index = start; index < last; index += 1) {
    const { character, run } = cells[index] as Cell
    const current = runs.at(-1)
    if (current && sameStyle(current, run)) current.text += character
    else runs.push({ ...run, text: character })
  }
  return runs
}
