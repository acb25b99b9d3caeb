import { cellsOf } from '@/screenplay/pages'
import { isPageNumber, sceneNumberIn } from '../printed/marks'
import type { PageText, TextRun } from '../printed/PageText'

/** Twelve-point type of ten to the inch on US Letter: what a page of text is a picture of. Points. */
const PAPER = { width: 612, height: 792 }
const SIZE = 12
const CELL = 7.2
/** Where the first line of a page stands, of its text or of what is above it, and the white at its left. */
const TEXT_TOP = 72
const HEADER_TOP = 36
const LEFT = 57.6
/** From the top of a line to its baseline. */
const BASELINE = 9.5
const TAB = 8

/** Pages of text as words with places on paper; a last one that is empty is what stands behind a form feed. */
export function toPageTexts(pages: readonly string[]): PageText[] {
  const written = pages.at(-1)?.trim() === '' ? pages.slice(0, -1) : pages
  return aligned(written.map((page) => page.split('\n').map(runsOf))).map((rows) => {
    const first = rows.findIndex((runs) => runs.length > 0)
    // Programs that take text off a PDF leave out the white above it.
    const hasHead = rows[first]?.some((run) => isPageNumber(run.text)) === true
    const top = hasHead ? HEADER_TOP : Math.max(HEADER_TOP, TEXT_TOP - first * SIZE)
    const runs = rows.flatMap((row, index) =>
      row.map((run): TextRun => ({ ...run, y: top + index * SIZE + BASELINE })),
    )
    return { ...PAPER, height: Math.max(PAPER.height, top + rows.length * SIZE + TEXT_TOP), runs }
  })
}

/** Cells by which programs move a page to the left that has nothing in its margin; speech stands further in. */
const MOST_MOVED = 6

/**
 * Pages with their left margins one below the other: what takes text off a PDF leaves out the white that all lines of a
 * page have, and that is more where no number stands in its margin.
 */
function aligned(pages: Row[][]): Row[][] {
  const edges = pages.map(leftEdge)
  const known = edges.filter((edge) => edge !== null).sort((a, b) => a - b)
  const usual = known[Math.floor(known.length / 2)]
  return pages.map((rows, index) => {
    const edge = edges[index] ?? null
    if (usual === undefined || edge === null) return rows
    const move = usual - edge
    if (Math.abs(move) < CELL / 2 || Math.abs(move) > MOST_MOVED * CELL) return rows
    return rows.map((row) => row.map((run) => ({ ...run, x: run.x + move })))
  })
}

/** Where action and headings begin on a page: the leftmost place where two lines begin, numbers left aside. */
function leftEdge(rows: readonly Row[]): number | null {
  const starts = new Map<number, number>()
  for (const row of rows) {
    const text = row.find((run, index) => index > 0 || row.length === 1 || sceneNumberIn(run.text) === null)
    if (text) starts.set(text.x, (starts.get(text.x) ?? 0) + 1)
  }
  const shared = [...starts].flatMap(([x, lines]) => (lines > 1 ? [x] : []))
  return shared.length > 0 ? Math.min(...shared) : null
}

type Row = Array<Omit<TextRun, 'y'>>

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
