import { plainText, type TitlePageEntry } from '@/screenplay'
import { readTitleLines, type TitleLine } from '../title-page/readTitleLines'
import type { PageLine } from './PageReading'

/** What stands further down, in parts of the page's height, is below the middle of a title page. */
const BELOW = 0.66

/** Sorts a title page's lines into the entries that Fountain has. */
export function titleEntries(lines: readonly PageLine[], pageHeight: number): TitlePageEntry[] {
  const typed = lines.filter(({ text }) => plainText(text).trim() !== '')
  return readTitleLines(
    typed.map(
      ({ text, y, isStart }, index): TitleLine => ({
        text: text.trim(),
        plain: plainText(text).trim(),
        align: y > pageHeight * BELOW ? 'left' : 'center',
        isStart: isStart && index > 0,
      }),
    ),
  )
}
