import type { TitlePageEntry } from '@/screenplay'
import { readTitleLines, type TitleLine } from '../../title-page/readTitleLines'
import { attribute, child, childrenOf, type XmlElement } from '../xml/tree'
import { elementText } from './element-text'
import { isRun, readPieces, trimPieces } from './runs'

/** The title page of a document; empty where there is none or nothing on it. */
export function readTitlePage(root: XmlElement): TitlePageEntry[] {
  const page = child(root, 'TitlePage')
  const content = page && (child(page, 'Content') ?? page)
  if (!content) return []
  const lines = childrenOf(content, 'Paragraph').flatMap(readLines)
  return readTitleLines(lines, { hasOwnKeys: true }).filter(
    ({ key, values }) => key !== '' && (values.length > 0 || key !== 'Title'),
  )
}

/** A tab parts what stands at the left from what stands at the right of a line. */
function readLines(paragraph: XmlElement): TitleLine[] {
  const pieces = readPieces(paragraph).filter(isRun)
  const alignment = (attribute(paragraph, 'Alignment') ?? 'Left').toLowerCase()
  const align = alignment.startsWith('c') ? 'center' : alignment.startsWith('r') ? 'right' : 'left'
  // The em space of a value's second line is no space at the end of a text.
  const isIndented = align === 'left' && pieces.some(({ text }) => text.startsWith('\u2003'))
  const { text } = elementText(trimPieces(pieces), true)
  return text
    .split('\n')
    .flatMap((row, nth) =>
      row.split(/\t+/).map(
        (part, index): TitleLine => ({
          text: isIndented && index === 0 ? `\u2003${part.trim()}` : part.trim(),
          align: index > 0 && align === 'left' ? 'right' : align,
          continues: nth > 0,
        }),
      ),
    )
    .filter((line) => line.text.trim() !== '')
}
