import { pushTo } from '@/screenplay'
import { directionOf, mainDirection } from '@/screenplay/pages'
import type { PageText, TextRun } from './PageText'

/** True where most letters of a document are written from right to left. */
export const isRightToLeft = (pages: readonly PageText[]): boolean =>
  mainDirection(pages.flatMap(({ runs }) => runs.map(({ text }) => text))) === 'rtl'

/**
 * A page of right-to-left text in a mirror: its columns stand where those of other scripts do, and from left to right
 * is from the first word to the last. What is written from left to right within it keeps its order.
 */
export function mirrored({ width, height, runs }: PageText): PageText {
  const rows = new Map<number, TextRun[]>()
  for (const run of runs) {
    const text = isLeftToRight(run) ? run.text : asWritten(run.text)
    pushTo(rows, Math.round(run.y), { ...run, text, x: width - run.x - run.width })
  }
  return { width, height, runs: [...rows.values()].flatMap(turnBack) }
}

/** Turns stretches from the first to the last left-to-right word of several round again, each at its own place. */
function turnBack(row: TextRun[]): TextRun[] {
  row.sort((a, b) => a.x - b.x)
  for (let from = 0; from < row.length; from += 1) {
    if (!isLeftToRight(row[from] as TextRun)) continue
    let to = from
    for (let next = from; next < row.length && isNear(row, next, from); next += 1) {
      const run = row[next] as TextRun
      if (isRtl(run.text)) break
      if (isLeftToRight(run)) to = next
    }
    const start = (row[from] as TextRun).x
    const last = row[to] as TextRun
    for (const run of row.slice(from, to + 1)) run.x = start + last.x + last.width - run.x - run.width
    from = to
  }
  return row
}

const isRtl = (text: string): boolean => directionOf(text) === 'rtl'
/** Letters or digits, which keep their order within right-to-left text. */
const isLeftToRight = ({ text }: TextRun): boolean => /[\p{L}\p{N}]/u.test(text) && !isRtl(text)

const MIRRORED: Record<string, string> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
}

/**
 * Brackets are printed as they are seen, and what is nothing but signs in the order in which it is seen; letters of a
 * word come in the order of reading.
 *
 * @see https://www.unicode.org/reports/tr9/ rules L2 and L4
 */
function asWritten(text: string): string {
  const characters = /\p{L}/u.test(text) ? [...text] : [...text].reverse()
  return characters.map((character) => MIRRORED[character] ?? character).join('')
}

/** Columns are turned each for itself. */
const isNear = (row: readonly TextRun[], index: number, from: number): boolean => {
  if (index === from) return true
  const before = row[index - 1] as TextRun
  return (row[index] as TextRun).x - before.x - before.width < before.size * 1.5
}
