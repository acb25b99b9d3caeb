import { stripSpans } from './plain-text'

/** A stretch of text in one style. */
export interface StyledRun {
  text: string
  isBold: boolean
  isItalic: boolean
  isUnderlined: boolean
}

interface Mark {
  character: '*' | '_'
  /** Marks not yet matched: they are text. */
  left: number
  piece: number
}
interface Emphasis {
  from: number
  to: number
  style: keyof Omit<StyledRun, 'text'>
}

/**
 * A text as it is printed, with its emphasis as styles: one list of runs for each line, without notes and boneyard.
 * The runs of a line joined are what `plainText` gives for it. `*` is italics, `**` bold, `_` underline; emphasis
 * ends with its line.
 *
 * @see https://fountain.io/syntax/#emphasis
 */
export function styledLines(text: string): StyledRun[][] {
  return stripSpans(text).split('\n').map(styleLine)
}

function styleLine(line: string): StyledRun[] {
  if (!/[*_\\]/.test(line)) return line === '' ? [] : [plainRun(line)]
  const pieces: Array<string | Mark> = []
  const found: Emphasis[] = []
  const open: Record<Mark['character'], Mark[]> = { '*': [], _: [] }
  let consumed = 0
  for (const { 0: token, index } of line.matchAll(/\\[*_\\~()#=[\]/!.@>]|\*+|_+/g)) {
    if (index > consumed) pieces.push(line.slice(consumed, index))
    consumed = index + token.length
    if (token[0] === '\\') {
      pieces.push(token.slice(1))
      continue
    }
    const mark: Mark = { character: token[0] as Mark['character'], left: token.length, piece: pieces.length }
    if ((line[index - 1] ?? ' ').trim() !== '') close(open[mark.character], mark, found)
    if (mark.left > 0 && (line[consumed] ?? ' ').trim() !== '') open[mark.character].push(mark)
    pieces.push(mark)
  }
  pieces.push(line.slice(consumed))
  return runsOf(pieces, found)
}

function close(opened: Mark[], closing: Mark, found: Emphasis[]): void {
  for (let last = opened.at(-1); last && closing.left > 0; last = opened.at(-1)) {
    const matched = Math.min(last.left, closing.left)
    last.left -= matched
    closing.left -= matched
    const span = { from: last.piece, to: closing.piece }
    if (closing.character === '_') found.push({ ...span, style: 'isUnderlined' })
    else {
      if (matched !== 2) found.push({ ...span, style: 'isItalic' })
      if (matched >= 2) found.push({ ...span, style: 'isBold' })
    }
    if (last.left === 0) opened.pop()
  }
}

function runsOf(pieces: ReadonlyArray<string | Mark>, found: readonly Emphasis[]): StyledRun[] {
  const starts = new Map<number, Emphasis[]>()
  const ends = new Map<number, Emphasis[]>()
  for (const each of found) {
    starts.set(each.from, [...(starts.get(each.from) ?? []), each])
    ends.set(each.to, [...(ends.get(each.to) ?? []), each])
  }
  const depth = { isBold: 0, isItalic: 0, isUnderlined: 0 }
  const runs: StyledRun[] = []
  pieces.forEach((piece, index) => {
    for (const { style } of ends.get(index) ?? []) depth[style] -= 1
    const text = typeof piece === 'string' ? piece : piece.character.repeat(piece.left)
    if (text !== '') {
      const run = {
        text,
        isBold: depth.isBold > 0,
        isItalic: depth.isItalic > 0,
        isUnderlined: depth.isUnderlined > 0,
      }
      const last = runs.at(-1)
      if (last && sameStyle(last, run)) last.text += text
      else runs.push(run)
    }
    for (const { style } of starts.get(index) ?? []) depth[style] += 1
  })
  return runs
}

export const plainRun = (text: string): StyledRun => ({
  text,
  isBold: false,
  isItalic: false,
  isUnderlined: false,
})

export const sameStyle = (a: StyledRun, b: StyledRun): boolean =>
  a.isBold === b.isBold && a.isItalic === b.isItalic && a.isUnderlined === b.isUnderlined
