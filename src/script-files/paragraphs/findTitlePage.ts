import {
  isContactLine,
  isDraftLine,
  isOpening,
  isRightsLine,
  parseHeading,
  readCredit,
  type TitlePageEntry,
  titleRole,
} from '@/screenplay'
import { readTitleLines, type TitleLine } from '../title-page/readTitleLines'
import type { Paragraph } from './Paragraph'
import { roleOf } from './styles'

/** More paragraphs than any title page has. */
const MOST = 60

/**
 * Finds a title page that nothing but its place shows: centred lines at the very top, one of which says by whom. What
 * stands below them belongs to it while it is a date, an address or rights.
 *
 * @returns its entries, and how many paragraphs it has; null where the document begins with the script.
 */
export function findTitlePage(
  paragraphs: readonly Paragraph[],
): { entries: TitlePageEntry[]; length: number } | null {
  const lines: TitleLine[] = []
  let length = 0
  let hasCredit = false
  for (const [index, { text, align, style, marked }] of paragraphs.slice(0, MOST).entries()) {
    const line = text.trim()
    if (line === '') continue
    const role = roleOf(style)
    if (role !== null && role !== 'title' && role !== 'author' && role !== 'centered') break
    const isCentred = align === 'center' || role === 'title' || role === 'author'
    if (lines.length === 0 && !isCentred) return null
    if (isOpening(line) || parseHeading(line).interiorExterior !== 'OTHER') break
    if (!isCentred && !belongsBelow(line)) break
    for (const part of line.split('\n')) {
      if (lines.length > 0 && isCentred && readCredit(part)) hasCredit = true
      if (part.trim())
        lines.push({ text: lines.length === 0 && text === part ? marked.trim() : part.trim(), align })
    }
    length = index + 1
  }
  return hasCredit && lines.length > 1 ? { entries: readTitleLines(lines), length } : null
}

const belongsBelow = (line: string) =>
  line.length <= 120 &&
  (isContactLine(line) ||
    isRightsLine(line) ||
    isDraftLine(line) ||
    titleRole(/^([^:：]{1,40})[:：]/.exec(line)?.[1] ?? '') !== null)
