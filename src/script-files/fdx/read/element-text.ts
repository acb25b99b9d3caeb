import type { Span } from '../spans'
import type { XmlElement } from '../xml/tree'
import { emphasise } from './emphasis'
import { isBoneyard, noteMarkup } from './notes'
import { type FdxRun, isRun, type Piece, plainFdxRun } from './runs'

/** The pieces of a paragraph as the text of an element. */
export interface ElementText {
  /** Fountain, with emphasis and notes. */
  text: string
  /** The same without emphasis and escapes: what spans count in. */
  assembled: string
  runs: Array<{ run: FdxRun; span: Span; isStyled: boolean }>
  /** Notes that stand in the text, in order. */
  notes: XmlElement[]
}

/** Stands for a note while its line is written. XML cannot hold it, so no text does. */
const NOTE = '\0'

/** @param withEmphasis false for what Fountain reads by its letters: headings, cues, transitions. */
export function elementText(pieces: readonly Piece[], withEmphasis: boolean): ElementText {
  let text = ''
  let assembled = ''
  const runs: ElementText['runs'] = []
  const notes: XmlElement[] = []
  let line: FdxRun[] = []
  let markups: string[] = []
  const flush = () => {
    if (line.length === 0) return
    const plain = line.map((run) => ({ ...run, isBold: false, isItalic: false, isUnderlined: false }))
    const written = emphasise(withEmphasis ? line : plain)
    const isStyled = withEmphasis && written.isStyled
    let next = 0
    text += written.text.replaceAll(NOTE, () => markups[next++] as string)
    next = 0
    for (const run of line) {
      const start = assembled.length
      if (run.text === NOTE) {
        assembled += markups[next++]
        continue
      }
      assembled += run.text
      runs.push({ run, span: { start, end: assembled.length }, isStyled })
    }
    line = []
    markups = []
  }
  for (const piece of withRoom(pieces)) {
    if (!isRun(piece)) {
      // Emphasis is read over a note, so a line is written with its notes.
      line.push(plainFdxRun(NOTE))
      markups.push(noteMarkup(piece.note))
      if (!isBoneyard(piece.note)) notes.push(piece.note)
      continue
    }
    const [first = '', ...rest] = piece.text.split('\n')
    if (first !== '') line.push({ ...piece, text: first })
    for (const each of rest) {
      flush()
      text += '\n'
      assembled += '\n'
      if (each !== '') line.push({ ...piece, text: each })
    }
  }
  flush()
  return { text, assembled, runs, notes }
}

/** A note that stands between two words has a space at either side. */
function withRoom(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = pieces.filter((piece) => !isRun(piece) || piece.text !== '')
  for (let index = 0; index < result.length; index += 1) {
    if (isRun(result[index] as Piece)) continue
    let behind = index
    while (behind + 1 < result.length && !isRun(result[behind + 1] as Piece)) behind += 1
    const before = result[index - 1]
    const after = result[behind + 1]
    if (before && isRun(before) && after && isRun(after)) {
      const endsOpen = /\s$/.test(before.text)
      const startsOpen = /^\s/.test(after.text)
      if (endsOpen && !startsOpen) result[behind + 1] = { ...after, text: ` ${after.text}` }
      if (startsOpen && !endsOpen && !after.text.startsWith('\n'))
        result[index - 1] = { ...before, text: `${before.text} ` }
    } else if (before && isRun(before) && !/\s$/.test(before.text)) {
      result[index - 1] = { ...before, text: `${before.text} ` }
    }
    index = behind
  }
  return result
}
