import { sceneNumberIn } from '../printed/marks'
import type { TextRun } from '../printed/PageText'

/** A line: words with their places from the left. */
export type Row = Array<Omit<TextRun, 'y'>>

/** The width of a letter: ten to the inch. Points. */
export const CELL = 7.2
/** Cells by which programs move a page to the left that has nothing in its margin; speech stands further in. */
const MOST_MOVED = 8

/**
 * Pages with their columns one below the other: what takes text off a PDF leaves out the white that all lines of a page
 * have, and that is more where no number stands in its margin. A page is moved to where most of its lines begin as those
 * of the others do; one that then begins otherwise all the same is left where it is.
 */
export function alignPages(pages: Row[][]): Row[][] {
  const starts = pages.map(startsOf)
  const edges = starts.map(leftEdge)
  const known = edges.filter((edge) => edge !== null).sort((a, b) => a - b)
  const usual = known[Math.floor(known.length / 2)]
  if (usual === undefined) return pages
  const columns = new Map<number, number>()
  starts.forEach((each, index) => {
    if (edges[index] === usual)
      for (const [cell, lines] of each) columns.set(cell, lines + (columns.get(cell) ?? 0))
  })
  return pages.map((rows, index) => {
    // Where no two lines begin in one place, there is no column: the first page is a title page then.
    const move = index === 0 && edges[index] === null ? 0 : moveOf(starts[index] as Starts, columns)
    return move === 0 ? rows : rows.map((row) => row.map((run) => ({ ...run, x: run.x + move * CELL })))
  })
}

/** How many lines of a page begin in which cell. */
type Starts = Map<number, number>

/** Numbers in the margin are no beginnings. */
function startsOf(rows: readonly Row[]): Starts {
  const starts: Starts = new Map()
  for (const row of rows) {
    const text = row.find((run, index) => index > 0 || row.length === 1 || sceneNumberIn(run.text) === null)
    if (!text) continue
    const cell = Math.round(text.x / CELL)
    starts.set(cell, (starts.get(cell) ?? 0) + 1)
  }
  return starts
}

/** Where action and headings begin on a page: the leftmost place where two lines begin. */
function leftEdge(starts: Starts): number | null {
  let edge: number | null = null
  for (const [cell, lines] of starts) if (lines > 1 && (edge === null || cell < edge)) edge = cell
  return edge
}

/** Cells to the right by which most lines of a page begin where others do; 0 where that is less than half of them. */
function moveOf(starts: Starts, columns: Starts): number {
  const lines = [...starts.values()].reduce((sum, each) => sum + each, 0)
  const all = [...columns.values()].reduce((sum, each) => sum + each, 0)
  // A column is one that is used; places are rounded, so the cell beside it is nearly as good.
  const isColumn = (cell: number) => (columns.get(cell) ?? 0) > all * 0.01
  let best = { move: 0, fit: -1 }
  for (const move of [0, ...MOVES]) {
    let fit = 0
    for (const [cell, count] of starts) {
      if (isColumn(cell + move)) fit += count
      else if (isColumn(cell + move - 1) || isColumn(cell + move + 1)) fit += count * 0.7
    }
    if (fit > best.fit) best = { move, fit }
  }
  return best.fit >= lines / 2 ? best.move : 0
}

/** Nearest first. */
const MOVES = Array.from({ length: MOST_MOVED }, (_, index) => [index + 1, -index - 1]).flat()
