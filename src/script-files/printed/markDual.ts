import { hasNoCase, isInCapitals } from './capitals'
import type { Columns } from './findColumns'
import { nameOnCue } from './marks'
import type { Measure } from './measure'
import { bodyOf, type Placed, type PlacedPage, type PlacedRow, placed } from './placed'
import { joined } from './rows'

/**
 * Finds speeches side by side: two names on one row, and what stands in two columns under them. Each row keeps one
 * item a side.
 */
export function markDual(pages: readonly PlacedPage[], columns: Columns, { pitch, cell }: Measure): void {
  for (const page of pages) {
    if (page.isTitle) continue
    const rows = page.rows.filter((row) => bodyOf(row).length > 0)
    for (let index = 0; index < rows.length; index += 1) {
      const top = rows[index] as PlacedRow
      const gutter = gutterUnder(rows, index, columns, pitch, cell)
      if (gutter === null) continue
      partRow(top, gutter, true)
      for (let next = index + 1; next < rows.length; next += 1) {
        const row = rows[next] as PlacedRow
        const above = rows[next - 1] as PlacedRow
        if (row.y - above.y > pitch * 1.45) break
        partRow(row, gutter, false)
        index = next
      }
    }
  }
}

/** Where the right column begins, a little to the left of it; null where the row does not open a pair. */
function gutterUnder(
  rows: readonly PlacedRow[],
  index: number,
  { action, right }: Columns,
  pitch: number,
  cell: number,
): number | null {
  const body = bodyOf(rows[index] as PlacedRow)
  const [one, other] = body
  const below = rows[index + 1]
  if (body.length !== 2 || !one || !other || !below) return null
  if (below.y - (rows[index] as PlacedRow).y > pitch * 1.45) return null
  const above = rows[index - 1]
  if (above && (rows[index] as PlacedRow).y - above.y < pitch * 1.45) return null
  const middle = (action + right) / 2
  if (one.segment.x > middle || other.segment.x < middle - cell * 4) return null
  const isName = ({ segment: { plain } }: Placed) =>
    plain.length < 40 && nameOnCue(plain) !== '' && (isInCapitals(plain) || hasNoCase(plain))
  if (!isName(one) || !isName(other)) return null
  // The speech of the right column begins left of its name.
  let start = other.segment.x
  for (let next = index + 1; next < rows.length; next += 1) {
    const row = rows[next] as PlacedRow
    if (row.y - (rows[next - 1] as PlacedRow).y > pitch * 1.45) break
    const last = bodyOf(row).at(-1)
    if (last && last.segment.x > one.segment.right && last.segment.x > middle - cell * 6)
      start = Math.min(start, last.segment.x)
  }
  return start - cell * 0.5
}

function partRow(row: PlacedRow, gutter: number, isCue: boolean): void {
  const body = bodyOf(row)
  const parts = [
    ['left', body.filter(({ segment }) => segment.x < gutter)],
    ['right', body.filter(({ segment }) => segment.x >= gutter)],
  ] as const
  const kept = parts.flatMap(([side, items]) => {
    if (items.length === 0) return []
    const item = placed(joined(items.map(({ segment }) => segment)))
    item.side = side
    if (isCue) item.kind = 'character'
    return [item]
  })
  row.items = [...row.items.filter(({ kind }) => kind !== null), ...kept]
}
