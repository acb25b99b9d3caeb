import { logicalLines } from './logical-lines'

/** A text as it is printed: no notes, no boneyard, no emphasis marks, no escaping backslashes. */
export function plainText(text: string): string {
  return stripEmphasis(stripSpans(text))
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

interface Run {
  mark: '*' | '_'
  /** Marks not yet matched. */
  left: number
}

/**
 * Removes the marks of bold, italics and underline, and the backslash before an escaped character.
 *
 * Emphasis ends with the line, an opening mark has no space behind it and a closing one none before it;
 * whatever finds no partner is text: `He dialed *69 and then *23`.
 *
 * @see https://fountain.io/syntax/#emphasis
 */
export function stripEmphasis(text: string): string {
  if (!/[*_\\]/.test(text)) return text
  return text.split('\n').map(stripLine).join('\n')
}

/** One pass over the pieces of a line with a stack of open runs for each mark, so it stays linear. */
function stripLine(line: string): string {
  if (!/[*_\\]/.test(line)) return line
  const pieces: Array<string | Run> = []
  const open: Record<Run['mark'], Run[]> = { '*': [], _: [] }
  let previous = ' '
  let consumed = 0
  for (const { 0: token, index } of line.matchAll(/\\[*_\\~()#=[\]/!.@>]|\*+|_+/g)) {
    if (index > consumed) pieces.push(line.slice(consumed, index))
    if (index > 0) previous = line[index - 1] as string
    consumed = index + token.length
    if (token[0] === '\\') {
      pieces.push(token.slice(1))
      continue
    }
    const mark = token[0] as Run['mark']
    const run: Run = { mark, left: token.length }
    if (index > 0 && previous.trim() !== '') closeRuns(open[mark], run)
    if (run.left > 0 && (line[consumed] ?? ' ').trim() !== '') open[mark].push(run)
    pieces.push(run)
  }
  pieces.push(line.slice(consumed))
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.mark.repeat(piece.left))).join('')
}

function closeRuns(opened: Run[], closing: Run): void {
  for (let last = opened.at(-1); last && closing.left > 0; last = opened.at(-1)) {
    const matched = Math.min(last.left, closing.left)
    last.left -= matched
    closing.left -= matched
    if (last.left === 0) opened.pop()
  }
}
