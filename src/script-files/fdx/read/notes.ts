import { attribute, childrenOf, type XmlElement } from '../xml/tree'
import { readPieces, textOfPieces } from './runs'

/** Final Draft has no text that is kept but not shown: it goes as a note of this name, and comes back by it. */
export const BONEYARD = 'Boneyard'

export const isBoneyard = (note: XmlElement): boolean => attribute(note, 'Name') === BONEYARD

/** What stands in a note: a line for each of its paragraphs. */
export function noteText(note: XmlElement): string {
  const paragraphs = childrenOf(note, 'Paragraph')
  const lines = (paragraphs.length > 0 ? paragraphs : [note]).map((each) => textOfPieces(readPieces(each)))
  return isBoneyard(note)
    ? lines.join('\n')
    : lines
        .map((line) => line.trim())
        .join('\n')
        .trim()
}

/** A note as it stands inside the text of an element. */
export function noteMarkup(note: XmlElement): string {
  const text = noteText(note)
  if (isBoneyard(note)) return `/*${text.replaceAll('*/', '* /')}*/`
  const lines = text.replaceAll(']]', '] ]').split('\n')
  const body = lines.map((line) => (line.trim() === '' && lines.length > 1 ? '  ' : line)).join('\n')
  return `[[${body}${body.endsWith(']') ? ' ' : ''}]]`
}
