import { isContinued, isMore, isPageNumber, pageLabelIn, revisionIn } from './marks'
import type { Measure } from './measure'
import { bodyOf, bodyText, type Placed, type PlacedPage, type PlacedRow } from './placed'

/** Points from the edge of the paper within which nothing of a script stands. */
const EDGE = 66

/** How many rows at each end of a page may be headers or footers. */
const ROWS = 3

/**
 * Headers, footers and page numbers: what stands at the edge of the paper and says a number or a revision, or comes
 * again page after page. Then the marks that a scene goes on overleaf.
 */
export function markPageEdges(pages: readonly PlacedPage[], measure: Measure): void {
  const repeated = repeatedRows(pages)
  for (const page of pages) {
    for (const place of ['header', 'footer'] as const) {
      for (const row of edgeRows(page, place)) {
        if (bodyOf(row).length === 0) continue
        if (isMore(bodyText(row)) || isContinued(bodyText(row))) break
        const isAtEdge = place === 'header' ? row.y < EDGE : row.y > page.height - EDGE
        const hasNumber = bodyOf(row).some(({ segment }) => isPageNumber(segment.plain))
        // At the foot of a title page the draft is named.
        const mayBeDraft = place === 'footer' && page === pages[0]
        const isKnown = isAtEdge && (hasNumber || (!mayBeDraft && revisionIn(bodyText(row)) !== null))
        const often = Math.max(
          ...bodyOf(row).map((item) => repeated.get(signatureOf(item, row, place, page)) ?? 0),
        )
        const isRepeated =
          often >= 3 && (often >= pages.length * 0.6 || (isAtEdge && often >= pages.length * 0.2))
        if (isKnown || isRepeated) markRow(page, row, place)
        else if (place === 'header' && standsAlone(page, row, measure)) {
          markRow(page, row, place)
          for (const item of row.items)
            item.doubt = 'It stands at the very top of the page, where headers stand.'
        } else break
      }
    }
    markContinued(page, measure)
  }
}

function edgeRows({ rows }: PlacedPage, place: 'header' | 'footer'): PlacedRow[] {
  return place === 'header' ? rows.slice(0, ROWS) : rows.slice(-ROWS).reverse()
}

/** Nearer to the edge of the paper than any text begins, and well apart from it. */
function standsAlone({ rows }: PlacedPage, row: PlacedRow, { pitch }: Measure): boolean {
  const below = rows[rows.indexOf(row) + 1]
  return row.y < EDGE * 0.8 && below !== undefined && below.y - row.y > pitch * 1.9
}

function markRow(page: PlacedPage, row: PlacedRow, place: 'header' | 'footer'): void {
  page.revision ??= revisionIn(bodyText(row))
  for (const item of row.items) {
    const isNumber = item.kind === null && isPageNumber(item.segment.plain)
    if (isNumber) page.label ??= pageLabelIn(item.segment.plain)
    item.kind = isNumber ? 'page-number' : place
  }
  row.sceneNumber = null
  row.isRevised = false
}

/** The same words at the same place, whatever numbers are in them. */
function signatureOf(
  { segment }: Placed,
  row: PlacedRow,
  place: 'header' | 'footer',
  { height }: PlacedPage,
): string {
  const y = Math.round((place === 'header' ? row.y : height - row.y) / 4)
  return `${place} ${y} ${segment.plain.replace(/\d+/g, '#').toLowerCase()}`
}

function repeatedRows(pages: readonly PlacedPage[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const place of ['header', 'footer'] as const) {
      for (const row of edgeRows(page, place)) {
        for (const item of bodyOf(row)) {
          const signature = signatureOf(item, row, place, page)
          counts.set(signature, (counts.get(signature) ?? 0) + 1)
        }
      }
    }
  }
  return counts
}

/** `CONTINUED: (2)` in the first row of the body, `(CONTINUED)` in the last. */
function markContinued(page: PlacedPage, { left, cell }: Measure): void {
  const body = page.rows.filter((row) => bodyOf(row).length > 0)
  for (const [row, isFirst] of [
    [body[0], true],
    [body.at(-1), false],
  ] as const) {
    if (!row || !isContinued(bodyText(row))) continue
    const { segment } = bodyOf(row)[0] ?? {}
    // Under a name `(CONT'D)` says how it is spoken; the mark of the page stands at its sides.
    if (!segment || (!isFirst && segment.x < left + cell * 30)) continue
    for (const item of row.items) if (item.kind === null) item.kind = 'continued'
    row.sceneNumber = null
    row.isRevised = false
  }
}
