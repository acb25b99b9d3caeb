import { isIgnored, type LineKind } from './kinds'
import type { Measure } from './measure'
import type { PageLine, ReadPage } from './PageReading'
import type { TextRun } from './PageText'
import type { Placed, PlacedPage, PlacedRow } from './placed'
import { characterWidth, type Segment } from './rows'
import { type Emphasised, escaped, styledText } from './styledText'

/** Makes the pages of a reading out of rows that have been classified. */
export function toPages(pages: readonly PlacedPage[], measure: Measure): ReadPage[] {
  const emphasised = emphasisOf(pages)
  const edges = { action: edgeOf('action', pages), dialogue: edgeOf('dialogue', pages) }
  return pages.map((page) => {
    const lines: PageLine[] = []
    const add = (line: Omit<PageLine, 'id' | 'page'>) =>
      lines.push({ id: `${page.number}.${lines.length + 1}`, page: page.number, ...line })
    let last: Placed | null = null
    for (const { row, item } of inReadingOrder(page)) {
      if (last && item.kind !== null && !item.isStart && last.kind === item.kind)
        item.isBroken = isBrokenByHand(last.segment, item, edges, measure)
      if (isBody(item.kind)) last = item
      const { segment } = item
      add({
        text: styledText(segment.runs, emphasised),
        x: page.isMirrored ? page.width - segment.right : segment.x,
        y: row.y - row.size * 0.8,
        width: segment.right - segment.x,
        height: row.size * 1.05,
        kind: item.kind ?? 'action',
        doubt: item.doubt,
        isTight: item.isTight || !item.isStart,
        isStart: item.isStart,
        isBroken: item.isBroken,
        side: item.side,
        sceneNumber: isBody(item.kind) ? row.sceneNumber : null,
        isRevised: row.isRevised && isBody(item.kind),
      })
    }
    for (const run of page.watermarks) add(watermark(run))
    const { number, label, revision, width, height } = page
    return { number, label, revision, width, height, lines }
  })
}

/** Of the script, and not of the page. */
const isBody = (kind: LineKind | null): boolean => kind !== null && !isIgnored(kind)

/** Rows from top to bottom; of a pair of speeches the left one first. */
function inReadingOrder(page: PlacedPage): Array<{ row: PlacedRow; item: Placed }> {
  const ordered: Array<{ row: PlacedRow; item: Placed }> = []
  let beside: typeof ordered = []
  for (const row of page.rows) {
    const isPair = row.items.some(({ side }) => side !== null)
    const opensPair = row.items.some(({ side, kind }) => side !== null && kind === 'character')
    if (!isPair || opensPair) {
      ordered.push(...beside)
      beside = []
    }
    for (const item of row.items) (item.side === 'right' ? beside : ordered).push({ row, item })
  }
  return [...ordered, ...beside]
}

/**
 * True where the next word would have had room on the line above: then it was not the width that broke the line,
 * as in lists and verse.
 */
function isBrokenByHand(
  above: Segment,
  { kind, segment, side }: Placed,
  edges: { action: number; dialogue: number },
  { character }: Measure,
): boolean {
  if (side !== null || (kind !== 'action' && kind !== 'dialogue')) return false
  const word = /^\S+/.exec(segment.plain)?.[0] ?? ''
  // Some writers type two spaces behind a sentence.
  const spaces = /[.!?:…]["”’)]?$/.test(above.plain) ? 2 : 1
  return above.right + (word.length + spaces) * character <= edges[kind] + character * 0.5
}

/** Where the lines of a column end: what still has room before it, the program would have put there. */
function edgeOf(kind: 'action' | 'dialogue', pages: readonly PlacedPage[]): number {
  const edges: number[] = []
  for (const { rows } of pages)
    for (const { items } of rows)
      for (const item of items) if (item.kind === kind && item.side === null) edges.push(item.segment.right)
  edges.sort((a, b) => a - b)
  return edges[Math.floor(edges.length * 0.97)] ?? 0
}

/** Bold that most of the text is says nothing; neither does italic. */
function emphasisOf(pages: readonly PlacedPage[]): Emphasised {
  const count = { all: 0, bold: 0, italic: 0 }
  for (const { rows } of pages)
    for (const { items } of rows)
      for (const { segment } of items)
        for (const { text, isBold, isItalic } of segment.runs) {
          count.all += text.length
          if (isBold) count.bold += text.length
          if (isItalic) count.italic += text.length
        }
  return { bold: count.bold < count.all * 0.5, italic: count.italic < count.all * 0.5 }
}

function watermark(run: TextRun): Omit<PageLine, 'id' | 'page'> {
  const turn = (run.angle * Math.PI) / 180
  const across = run.text.length * characterWidth(run)
  const length = Math.max(run.width, across * 0.5)
  const width = Math.abs(length * Math.cos(turn)) + Math.abs(run.size * Math.sin(turn))
  const height = Math.abs(length * Math.sin(turn)) + Math.abs(run.size * Math.cos(turn))
  return {
    text: escaped(run.text),
    x: run.angle > 90 || run.angle < -90 ? run.x - width : run.x,
    y: run.angle < 0 ? run.y - height : run.y - run.size,
    width,
    height,
    kind: 'watermark',
    doubt: null,
    isTight: false,
    isStart: true,
    isBroken: false,
    side: null,
    sceneNumber: null,
    isRevised: false,
  }
}
