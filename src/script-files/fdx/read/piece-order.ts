import { isRun, type Piece, textOfPieces, trimPieces } from './runs'

/**
 * Notes of a paragraph whose element can hold them: one before the text is about all of it and goes to the end, one
 * between words stays, those behind the text stand by themselves.
 */
export function inside(all: readonly Piece[]): { pieces: Piece[]; apart: Piece[] } {
  const first = all.findIndex(isRun)
  const last = all.findLastIndex(isRun)
  if (first === -1) return { pieces: [], apart: [...all] }
  return { pieces: [...all.slice(first, last + 1), ...all.slice(0, first)], apart: all.slice(last + 1) }
}

/** As {@link inside} where nothing can stand behind the text: speech goes on there. */
export function allInside(all: readonly Piece[]): Piece[] {
  const { pieces, apart } = inside(all)
  return [...pieces, ...apart]
}

/** Notes of a paragraph whose element is one line: those that do not stand between words go below it. */
export function apartFrom(all: readonly Piece[]): { pieces: Piece[]; apart: Piece[] } {
  const first = all.findIndex(isRun)
  const last = all.findLastIndex(isRun)
  if (first === -1) return { pieces: [], apart: [...all] }
  return { pieces: all.slice(first, last + 1), apart: [...all.slice(0, first), ...all.slice(last + 1)] }
}

export function withoutParentheses(pieces: readonly Piece[]): Piece[] {
  const text = textOfPieces(pieces).trim()
  if (!isWrapped(text)) return [...pieces]
  const inner = pieces.map((piece) => (isRun(piece) ? { ...piece } : piece))
  const first = inner.find((piece) => isRun(piece) && piece.text.includes('('))
  const last = inner.findLast((piece) => isRun(piece) && piece.text.includes(')'))
  if (first && isRun(first)) first.text = first.text.replace('(', '')
  if (last && isRun(last)) last.text = last.text.replace(/\)(?=[^)]*$)/, '')
  return trimPieces(inner)
}

/** `(beat)`, not `(one) and (two)`. */
function isWrapped(text: string): boolean {
  if (!text.startsWith('(') || !text.endsWith(')')) return false
  let depth = 0
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1
    else if (text[index] === ')') depth -= 1
    if (depth === 0) return index === text.length - 1
  }
  return false
}

/** The lines of a paragraph, for elements that have one each. */
export function splitLines(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    if (!isRun(piece)) {
      lines.at(-1)?.push(piece)
      continue
    }
    piece.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...piece, text })
    })
  }
  return lines.map((line) => trimPieces(line)).filter((line) => line.length > 0)
}
