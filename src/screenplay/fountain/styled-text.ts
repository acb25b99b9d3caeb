import { cutEmphasis, type EmphasisMark, mayHaveEmphasis, unmatched } from './emphasis'
import { stripSpans } from './plain-text'

/** A stretch of text in one style. */
export interface StyledRun {
  text: string
  isBold: boolean
  isItalic: boolean
  isUnderlined: boolean
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
  if (!mayHaveEmphasis(line)) return line === '' ? [] : [plainRun(line)]
  const found: Emphasis[] = []
  const pieces = cutEmphasis(line, (opening, closing, matched) => {
    const span = { from: opening.piece, to: closing.piece }
    if (closing.character === '_') found.push({ ...span, style: 'isUnderlined' })
    else {
      if (matched !== 2) found.push({ ...span, style: 'isItalic' })
      if (matched >= 2) found.push({ ...span, style: 'isBold' })
    }
  })
  return runsOf(pieces, found)
}

function runsOf(pieces: ReadonlyArray<string | EmphasisMark>, found: readonly Emphasis[]): StyledRun[] {
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
    const text = typeof piece === 'string' ? piece : unmatched(piece)
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
