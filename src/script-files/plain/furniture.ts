import { pushTo } from '@/screenplay'
import { leftOutOfPage } from '../leftOutOfPage'
import type { Line } from './columns'

/** What stands on a page and is no part of the script. */
export type Furniture = 'page number' | 'page header' | 'CONTINUED' | '(MORE)'

const PAGE_NUMBER = /^(?:page\s{1,4})?[-–—]?\s?\d{1,3}[A-Z]?\s?[-–—.]?(?:\s?of\s\d{1,3})?$/i
const CONTINUED =
  /^(?:[A-Z]?\d{1,4}[A-Z]{0,2}\s{1,80})?\(?CONTINUED\)?:?(?:\s{0,80}\(\d{1,2}\))?(?:\s{1,80}[A-Z]?\d{1,4}[A-Z]{0,2})?$/
const MORE = /^\(MORE\)$/
const WITH_NUMBER = /^(.{3,100}?)\s{2,}(\d{1,3}[A-Z]?)\.?$/

/** Tells page numbers, running headers and the marks of a broken page or speech from the script. */
export function furnitureOf(lines: readonly Line[]): Map<Line, Furniture> {
  const found = new Map<Line, Furniture>()
  const headers = new Map<string, Line[]>()
  lines.forEach((line, index) => {
    const { text } = line
    if (text === '' || text.length > 160) return
    const isAlone = (lines[index - 1]?.text ?? '') === '' && (lines[index + 1]?.text ?? '') === ''
    if (MORE.test(text)) found.set(line, '(MORE)')
    else if (CONTINUED.test(text)) found.set(line, 'CONTINUED')
    else if (PAGE_NUMBER.test(text) && (isAlone || line.indent > 40)) found.set(line, 'page number')
    else {
      const header = WITH_NUMBER.exec(text)?.[1]
      if (header && isAlone && !/^\d/.test(header)) pushTo(headers, header, line)
    }
  })
  for (const list of headers.values()) {
    if (list.length >= 3) for (const line of list) found.set(line, 'page header')
  }
  return found
}

/** One sentence for each kind, with the lines of the file it was on. */
export function leftOut(found: ReadonlyMap<Line, Furniture>): string[] {
  const kinds = new Map<Furniture, number[]>()
  for (const [{ number }, kind] of found) pushTo(kinds, kind, number)
  return [...kinds].map(([kind, lines]) => leftOutOfPage(kind, 'line', lines))
}
