import { attribute, child, childrenOf, isElement, type XmlElement } from '../xml/tree'
import type { FdxParagraph } from './paragraphs'
import { isRun, readPieces } from './runs'

/**
 * Later versions of Final Draft keep notes beside the script and say in characters from its start where they belong:
 * one for each character, one for each end of a paragraph, two for a block inside one (a dual dialogue, an omitted
 * scene), nothing for what stands in that block. Puts each with the paragraph that its range begins in.
 *
 * @returns notes without a place: the document does not say, or says a place that is not there.
 */
export function placeNotes(
  root: XmlElement,
  content: XmlElement,
  paragraphs: readonly FdxParagraph[],
): XmlElement[] {
  const list = child(root, 'ScriptNotes')
  const notes = list ? childrenOf(list, 'ScriptNote') : []
  if (notes.length === 0) return []
  const starts: Array<{ at: number; paragraph: FdxParagraph }> = []
  const byElement = new Map(paragraphs.map((each) => [each.element, each]))
  let at = 0
  for (const element of childrenOf(content, 'Paragraph')) {
    const paragraph = byElement.get(element) ?? firstIn(element, byElement)
    if (paragraph) starts.push({ at, paragraph })
    at += lengthOf(element) + 1
  }
  return notes.filter((note) => {
    const start = Number(/^\s*(\d{1,9})/.exec(attribute(note, 'Range') ?? '')?.[1] ?? Number.NaN)
    if (Number.isNaN(start) || start > at) return true
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] as { at: number }).at <= start) low = middle + 1
      else high = middle
    }
    const target = starts[low - 1]
    // At the front, behind those that came first.
    const pieces = target?.paragraph.pieces
    const ahead = pieces?.findIndex(isRun) ?? 0
    pieces?.splice(ahead === -1 ? pieces.length : ahead, 0, { note })
    return target === undefined
  })
}

function lengthOf(element: XmlElement): number {
  let length = 0
  for (const piece of readPieces(element)) if (isRun(piece)) length += piece.text.length
  for (const node of element.children)
    if (isElement(node, 'DualDialogue') || isElement(node, 'OmittedScene')) length += 2
  return length
}

function firstIn(
  element: XmlElement,
  byElement: ReadonlyMap<XmlElement, FdxParagraph>,
): FdxParagraph | undefined {
  const pair = child(element, 'DualDialogue')
  const first = pair && childrenOf(pair, 'Paragraph')[0]
  return first && byElement.get(first)
}
