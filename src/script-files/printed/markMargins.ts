import { sceneNumberIn } from './marks'
import type { Measure } from './measure'
import type { TextRun } from './PageText'
import { bodyOf, type Placed, type PlacedPage, type PlacedRow, placed } from './placed'
import type { Segment } from './rows'

const STAR = /^[*∗]{1,3}$/

/** Scene numbers and revision stars beside the text: they become marks of their row. */
export function markMargins(pages: readonly PlacedPage[], measure: Measure): void {
  for (const page of pages) {
    for (const row of page.rows) {
      markStars(row, measure)
      markNumbers(row, measure)
    }
    for (const [index, row] of page.rows.entries()) {
      // A star alone on its row, as a deleted line leaves it, belongs to what stands above.
      if (!row.isRevised || bodyOf(row).length > 0) continue
      const neighbour = page.rows[index - 1] ?? page.rows[index + 1]
      if (neighbour) neighbour.isRevised = true
    }
  }
}

function markStars(row: PlacedRow, measure: Measure): void {
  const { left, cell } = measure
  partStar(row, measure)
  for (const item of row.items) {
    const isStar = STAR.test(item.segment.plain)
    const isOutside = item.segment.x > left + cell * 50 || item.segment.x < left - cell
    if (!isStar || !isOutside) continue
    item.kind = 'revision'
    row.isRevised = true
  }
}

function markNumbers(row: PlacedRow, measure: Measure): void {
  partNumber(row, measure)
  const body = bodyOf(row)
  const first = body[0] as Placed | undefined
  const last = body.at(-1)
  if (!first || !last || body.length < 2) return
  const leftNumber = first.segment.x < measure.left - 4 ? sceneNumberIn(first.segment.plain) : null
  const isFarRight = last.segment.x > measure.left + measure.cell * 48
  const rightNumber = isFarRight ? sceneNumberIn(last.segment.plain) : null
  // What stands in both margins is one, whatever digits or letters a production counts with.
  const isTwin = body.length > 2 && isLabel(first.segment.plain) && first.segment.plain === last.segment.plain
  if (isTwin && leftNumber === null && first.segment.right < measure.left && isFarRight) {
    first.kind = 'scene-number'
    last.kind = 'scene-number'
    row.sceneNumber = first.segment.plain
    return
  }
  if (leftNumber !== null) first.kind = 'scene-number'
  const isPair = leftNumber !== null && rightNumber === leftNumber
  // At the right alone a number is one only beside what can be a heading.
  const isLone = rightNumber !== null && !/\p{Ll}/u.test(body.map(({ segment }) => segment.plain).join(''))
  if (isPair || isLone) last.kind = 'scene-number'
  row.sceneNumber = leftNumber ?? (isLone ? rightNumber : null)
}

const isLabel = (text: string): boolean => text.length <= 8 && !/\s/.test(text) && !STAR.test(text)

/** A number so close to its heading that no gap parts them, but set on its own. */
function partNumber(row: PlacedRow, { left }: Measure): void {
  const item = row.items[0]
  const [number, ...rest] = item?.segment.runs ?? []
  const next = rest[0]
  if (!item || !number || !next || number.x >= left - 4 || next.x < left - 4) return
  const isTwin = isLabel(number.text) && row.items.at(-1)?.segment.plain === number.text
  if (sceneNumberIn(number.text) === null && !isTwin) return
  const whole = item.segment
  const alone: Segment = { runs: [number], plain: number.text, x: number.x, right: number.x + number.width }
  const others: Segment = {
    runs: rest,
    plain: whole.plain.slice(number.text.length).trim(),
    x: next.x,
    right: whole.right,
  }
  row.items.splice(0, 1, placed(alone), placed(others))
}

/** A star so close to a scene number, or to text of wide letters, that no gap parts them, but set on its own. */
function partStar(row: PlacedRow, measure: Measure): void {
  const { cell } = measure
  const item = row.items.at(-1)
  const star = item?.segment.runs.at(-1)
  if (!item || !star || item.segment.runs.length < 2) return
  if (!STAR.test(star.text) || star.x <= measure.left + cell * 50) return
  const rest = item.segment.runs.slice(0, -1)
  const before = rest.at(-1) as TextRun
  // A star right behind a word is the writer's own.
  if (star.x - before.x - before.width < cell) return
  row.items.splice(
    -1,
    1,
    placed({
      runs: rest,
      plain: item.segment.plain.slice(0, -star.text.length).trimEnd(),
      x: item.segment.x,
      right: rest.reduce((most, { x, width }) => Math.max(most, x + width), 0),
    }),
    placed({ runs: [star], plain: star.text, x: star.x, right: star.x + star.width }),
  )
}
