import { CELL, type Row } from './alignPages'

/** Rows of a title page at most. */
const MOST_ROWS = 30
/** Cells: words in bold and in other sizes stand where letters of one width can only be near. */
const SLACK = 3

/**
 * Where the middle of a page stands of which lines of different length have the same: a title page, whose white at the
 * left is not known. Null for any other page. Points.
 */
export function centreOf(rows: readonly Row[]): number | null {
  const lines = rows.filter((row) => row.length > 0)
  if (lines.length < 2 || lines.length > MOST_ROWS) return null
  const extent = (row: Row) => {
    const last = row.at(-1) as Row[number]
    return { from: row[0]?.x ?? 0, to: last.x + last.width }
  }
  const middle = (row: Row) => {
    const { from, to } = extent(row)
    return (from + to) / 2
  }
  const first = middle(lines[0] as Row)
  const centred = lines.filter((row) => Math.abs(middle(row) - first) <= CELL * SLACK)
  const starts = new Set(centred.map((row) => Math.round(extent(row).from / CELL)))
  if (centred.length < lines.length * 0.4 || starts.size < 2 || starts.size <= centred.length / 2) return null
  return centred.reduce((sum, row) => sum + middle(row), 0) / centred.length
}
