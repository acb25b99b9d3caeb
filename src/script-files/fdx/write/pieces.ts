import { logicalLines } from '@/screenplay/fountain/logical-lines'
import { plainRun, type StyledRun, sameStyle, styledLines } from '@/screenplay/fountain/styled-text'
import type { Span } from '../spans'
import { SpanFinder } from '../spans'

export interface OutNote {
  kind: 'note' | 'boneyard'
  text: string
}
export type OutPiece = { run: StyledRun; span: Span } | OutNote

export interface OutText {
  pieces: OutPiece[]
  /** What is printed: what spans of runs count in. */
  printed: string
  /** From a span of the element's text to the same one of what is printed. */
  find: (span: Span) => Span
}

/**
 * The text of an element as runs and notes, in order. A space beside a note that nobody would see on the page is
 * left out.
 */
export function textPieces(given: string): OutText {
  // The sign that stands for a note below; no file that is read has it.
  const text = given.replaceAll('\0', '')
  const notes: OutNote[] = []
  let masked = ''
  let sameLength = ''
  const lines = logicalLines(text.split('\n'))
  lines.forEach(({ raw, mask, spans }, index) => {
    if (index > 0) {
      masked += '\n'
      sameLength += '\n'
    }
    sameLength += mask
    let position = 0
    for (const { kind, text: inside, from, to } of spans) {
      notes.push({ kind, text: inside })
      masked += `${raw.slice(position, from)}\0`
      position = to
    }
    masked += raw.slice(position)
  })
  const pieces: OutPiece[] = []
  let printed = ''
  let next = 0
  const put = (run: StyledRun) => {
    if (run.text === '') return
    const start = printed.length
    printed += run.text
    const last = pieces.at(-1)
    if (last && 'run' in last && (run.text === '\n' || sameStyle(last.run, run))) {
      last.run = { ...last.run, text: last.run.text + run.text }
      last.span = { start: last.span.start, end: printed.length }
    } else pieces.push({ run, span: { start, end: printed.length } })
  }
  styledLines(masked).forEach((runs, index) => {
    if (index > 0) put(plainRun('\n'))
    for (const run of runs) {
      run.text.split('\0').forEach((part, nth) => {
        if (nth > 0) pieces.push(notes[next++] as OutNote)
        const isBehindNote = nth > 0 && /(?:^|\s)$/.test(printed)
        put({ ...run, text: isBehindNote ? part.replace(/^ /, '') : part })
      })
    }
  })
  const last = pieces.findLast((piece) => 'run' in piece)
  if (last && last !== pieces.at(-1)) {
    // The space that sets off a note at the end.
    const text = last.run.text.trimEnd()
    printed = printed.slice(0, printed.length - (last.run.text.length - text.length))
    last.run = { ...last.run, text }
    last.span = { start: last.span.start, end: printed.length }
  }
  const finder = new SpanFinder(sameLength, printed)
  return { pieces, printed, find: (span) => finder.find(span) }
}
