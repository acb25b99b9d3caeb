import { cutEmphasis, mayHaveEmphasis, unmatched } from './emphasis'
import { logicalLines } from './logical-lines'

/** A text as it is printed: no notes, no boneyard, no emphasis marks, no escaping backslashes. */
export function plainText(text: string): string {
  return stripEmphasis(stripSpans(text))
}

const printed = new WeakMap<object, { text: string; plain: string }>()

/** {@link plainText} of an element: looked for once, as whoever reads a script asks for it several times. */
export function printedText(element: { text: string }): string {
  const { text } = element
  const known = printed.get(element)
  if (known?.text === text) return known.plain
  const plain = plainText(text)
  // Most have no marks, and are the same string.
  if (plain !== text) printed.set(element, { text, plain })
  return plain
}

/**
 * Takes notes and boneyard out of a text. Where that leaves two spaces in a row or one at the end of a
 * line, they go too, because the writer set the note off with one.
 */
export function stripSpans(text: string): string {
  if (!text.includes('[[') && !text.includes('/*')) return text
  return logicalLines(text.split('\n'))
    .filter(({ spans, visible }) => spans.length === 0 || visible.trim() !== '')
    .map((line) => (line.spans.length === 0 ? line.raw : joinVisible(line.mask)))
    .join('\n')
}

/**
 * Which lines of a text the lines of `stripSpans(text)` stand on, in order: first and last, from 0. A note may take lines
 * out, and tie several to one.
 */
export function linesKept(text: string): Array<{ start: number; end: number }> {
  if (!text.includes('[[') && !text.includes('/*'))
    return text.split('\n').map((_, line) => ({ start: line, end: line }))
  return logicalLines(text.split('\n'))
    .filter(({ spans, visible }) => spans.length === 0 || visible.trim() !== '')
    .map(({ start, end }) => ({ start: start - 1, end: end - 1 }))
}

function joinVisible(mask: string): string {
  const pieces: string[] = []
  let endsWithSpace = false
  for (const piece of mask.split(/\0+/)) {
    const kept: string = endsWithSpace && piece.startsWith(' ') ? piece.slice(1) : piece
    if (kept !== '') endsWithSpace = kept.endsWith(' ')
    pieces.push(kept)
  }
  return pieces.join('').trimEnd()
}

/** The notes inside a text, in order, trimmed. */
export function notesIn(text: string): string[] {
  if (!text.includes('[[')) return []
  return logicalLines(text.split('\n'))
    .flatMap(({ spans }) => spans)
    .filter(({ kind, text: note }) => kind === 'note' && note.trim() !== '')
    .map(({ text: note }) => note.trim())
}

/** Removes the marks of bold, italics and underline, and the backslash before an escaped character. */
export function stripEmphasis(text: string): string {
  if (!mayHaveEmphasis(text)) return text
  return text.split('\n').map(stripLine).join('\n')
}

function stripLine(line: string): string {
  if (!mayHaveEmphasis(line)) return line
  let stripped = ''
  for (const piece of cutEmphasis(line)) stripped += typeof piece === 'string' ? piece : unmatched(piece)
  return stripped
}
