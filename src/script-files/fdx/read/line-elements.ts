import type { BareElement } from './element-list'
import type { ElementText } from './element-text'
import { elementText } from './element-text'
import { splitLines } from './piece-order'
import type { Piece } from './runs'

/** Paragraphs that become elements of one line. Action does where it stands in the middle of the page. */
export type LineKind = 'action' | 'transition' | 'section' | 'synopsis'

/** The elements of such a paragraph: one for each line where each can stand by itself, else one. */
export function lineElements(
  pieces: readonly Piece[],
  kind: LineKind,
  depth = 1,
): Array<{ element: BareElement; found: ElementText }> {
  const parts = kind === 'action' || kind === 'synopsis' ? splitLines(pieces) : [[...pieces]]
  return parts.map((part) => {
    const found = elementText(part, kind !== 'transition')
    const { text } = found
    if (kind === 'action') return { element: { type: 'centered', text }, found }
    if (kind === 'synopsis') return { element: { type: 'synopsis', text }, found }
    if (kind === 'section') return { element: { type: 'section', depth, text }, found }
    return { element: { type: 'transition', text, forced: false }, found }
  })
}
