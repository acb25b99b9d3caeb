import { isSourceLine, readCredit } from '@/screenplay'
import { opensHeading } from './marks'
import type { Measure } from './measure'
import { bodyOf, bodyText, type PlacedPage } from './placed'

/**
 * Takes the first page for a title page where it reads like one: few words, most of them centred, nobody speaks
 * and no scene begins.
 */
export function markTitlePage(pages: readonly PlacedPage[], { left, pitch }: Measure): void {
  const first = pages[0]
  if (!first || pages.length < 2) return
  const rows = first.rows.filter((row) => bodyOf(row).length > 0)
  if (rows.length === 0 || rows.length > 30) return
  if (rows.some((row) => opensHeading(bodyText(row)) || row.sceneNumber !== null)) return
  const centred = rows.filter((row) => {
    const body = bodyOf(row)
    const from = body[0]?.segment.x ?? 0
    const to = body.at(-1)?.segment.right ?? 0
    const middle = (from + to) / 2
    return [first.width / 2, left + 216].some((centre) => Math.abs(middle - centre) < 14)
  })
  const says = rows.some((row) => readCredit(bodyText(row)) !== null || isSourceLine(bodyText(row)))
  const startsLow = (rows[0]?.y ?? 0) > first.height * 0.15
  if (centred.length < 1 || (!says && !(startsLow && centred.length >= rows.length * 0.3))) return
  if (!startsLow && centred.length < 2) return
  first.isTitle = true
  let above = Number.NEGATIVE_INFINITY
  for (const row of rows) {
    for (const item of bodyOf(row)) {
      item.kind = 'title'
      item.isStart = row.y - above > pitch * 1.45
    }
    above = row.y
  }
}
