import { isMore } from './marks'
import type { Measure } from './measure'
import { bodyOf, bodyText, type PlacedPage, startOf } from './placed'

/** Where the columns of a document begin. Points from the left. */
export interface Columns {
  action: number
  dialogue: number
  parenthetical: number
  character: number
  /** The right edge of the text. */
  right: number
}

interface Cluster {
  x: number
  rows: number
  /** Of its rows, how many… */
  opensParenthesis: number
  /** …stand under an empty line and right above another row. */
  leads: number
  /** …stand right under another row. */
  follows: number
  characters: number
}

/** In the layout that all programs share, from where action begins: 1, 1.6 and 2.2 inches. */
const USUAL = { dialogue: 72, parenthetical: 115, character: 158 }

/** Finds the columns by where rows begin and what stands above and below them; where too few do, the usual ones. */
export function findColumns(pages: readonly PlacedPage[], measure: Measure): Columns {
  const clusters = clustersOf(pages, measure)
  const inner = clusters.filter(({ x }) => x > measure.left + measure.cell * 3)
  const names = inner
    .filter(({ rows, leads, characters }) => leads >= rows * 0.6 && characters / rows < 32)
    .sort((a, b) => b.leads - a.leads)
  const character = names[0]?.x ?? measure.left + USUAL.character
  const speech = inner
    .filter(
      ({ x, rows, follows, opensParenthesis }) =>
        x < character - 4 && follows >= rows * 0.6 && opensParenthesis < rows * 0.5,
    )
    .sort((a, b) => b.rows - a.rows)
  const dialogue = speech[0]?.x ?? Math.min(measure.left + USUAL.dialogue, character - measure.cell * 4)
  const asides = inner
    .filter(
      ({ x, rows, opensParenthesis }) =>
        x < character + 4 && x > dialogue - 4 && opensParenthesis >= rows * 0.5,
    )
    .sort((a, b) => b.rows - a.rows)
  return {
    action: measure.left,
    dialogue,
    parenthetical: asides[0]?.x ?? (dialogue + character) / 2,
    character,
    right: rightEdge(pages, measure),
  }
}

function clustersOf(pages: readonly PlacedPage[], { pitch }: Measure): Cluster[] {
  const found: Cluster[] = []
  for (const page of pages) {
    if (page.isTitle) continue
    const rows = page.rows.filter((row) => bodyOf(row).length > 0)
    rows.forEach((row, index) => {
      const above = rows[index - 1]
      const below = rows[index + 1]
      const isUnder = above !== undefined && row.y - above.y < pitch * 1.45
      const isOver = below !== undefined && below.y - row.y < pitch * 1.45
      const text = bodyText(row)
      if (isMore(text)) return
      found.push({
        x: startOf(row),
        rows: 1,
        opensParenthesis: text.startsWith('(') ? 1 : 0,
        leads: !isUnder && isOver ? 1 : 0,
        follows: isUnder ? 1 : 0,
        characters: text.length,
      })
    })
  }
  found.sort((a, b) => a.x - b.x)
  const clusters: Cluster[] = []
  for (const one of found) {
    const last = clusters.at(-1)
    if (!last || one.x - last.x > 5) {
      clusters.push({ ...one })
      continue
    }
    last.x = (last.x * last.rows + one.x) / (last.rows + 1)
    for (const key of ['rows', 'opensParenthesis', 'leads', 'follows', 'characters'] as const)
      last[key] += one[key]
  }
  return clusters
}

/** Where long lines of action end; beyond it nothing of the text stands. */
function rightEdge(pages: readonly PlacedPage[], { left, cell }: Measure): number {
  const edges: number[] = []
  for (const { rows, isTitle } of pages) {
    if (isTitle) continue
    for (const row of rows) {
      for (const { segment } of bodyOf(row)) if (Math.abs(segment.x - left) < 4) edges.push(segment.right)
    }
  }
  edges.sort((a, b) => a - b)
  const usual = left + cell * 60
  const found = edges[Math.floor(edges.length * 0.97)] ?? usual
  return edges.length < 20 ? Math.max(usual, found) : found
}
