import { cellsOf } from '@/screenplay/pages'
import { isPageNumber } from '../printed/marks'
import type { PageText, TextRun } from '../printed/PageText'
import { alignPages, CELL, type Row } from './alignPages'
import { centreOf } from './centreOf'

/** Twelve-point type of ten to the inch on US Letter: what a page of text is a picture of. Points. */
const PAPER = { width: 612, height: 792 }
const SIZE = 12
/** Where the first line of a page stands, of its text or of what is above it, and the white at its left. */
const TEXT_TOP = 72
const HEADER_TOP = 36
const LEFT = 57.6
/** Where a title stands on its page. */
const TITLE_TOP = PAPER.height * 0.3
/** From the top of a line to its baseline. */
const BASELINE = 9.5
const TAB = 8

/** Pages of text as words with places on paper; a last one that is empty is what stands behind a form feed. */
export function toPageTexts(pages: readonly string[]): PageText[] {
  const written = pages.at(-1)?.trim() === '' ? pages.slice(0, -1) : pages
  return alignPages(written.map((page) => page.split('\n').map(runsOf))).map((rows, index) => {
    const first = rows.findIndex((runs) => runs.length > 0)
    // Programs that take text off a PDF leave out the white above it and at its left.
    const centre = index === 0 && first >= 0 && first < 4 ? centreOf(rows) : null
    const move = centre === null ? 0 : PAPER.width / 2 - centre
    const hasHead = rows[first]?.some((run) => isPageNumber(run.text)) === true
    const usual = hasHead ? HEADER_TOP : Math.max(HEADER_TOP, TEXT_TOP - first * SIZE)
    const top = centre === null ? usual : TITLE_TOP
    const runs = rows.flatMap((row, at) =>
      row.map((run): TextRun => ({ ...run, x: run.x + move, y: top + at * SIZE + BASELINE })),
    )
    return { ...PAPER, height: Math.max(PAPER.height, top + rows.length * SIZE + TEXT_TOP), runs }
  })
}

/** A line cut where two spaces or more stand: there a column may end. */
function runsOf(line: string): Row {
  const runs: Row = []
  let cells = 0
  for (const [piece] of line.matchAll(/\s{2,}|^\s|\S+(?:\s\S+)*|\s/gu)) {
    if (piece.trim() === '') {
      for (const space of piece) cells += space === '\t' ? TAB - (Math.floor(cells) % TAB) : 1
      continue
    }
    const width = cellsOf(piece)
    runs.push({
      text: piece,
      x: LEFT + cells * CELL,
      width: width * CELL,
      size: SIZE,
      isBold: false,
      isItalic: false,
      isUnderlined: false,
      angle: 0,
    })
    cells += width
  }
  return runs
}
