import type { Screenplay } from '@/screenplay'
import { COLUMNS, type Direction, type PrintedLine, type PrintedPage } from '@/screenplay/pages'

/** An element of the script, or as much of it as is on one page. */
export interface PrintedPart {
  kind: PrintedLine['kind']
  direction: Direction
  /** Blank rows before it. */
  space: number
  /** Cells from where its column may begin, and the width of its own. */
  indent: number
  width: number
  /** The line of the source that it begins with; null for what nobody typed. */
  line: number | null
  /** Index among the screenplay's elements. */
  element: number | null
  /** It goes on with what stands on the page before, or repeats its name. */
  isContinued: boolean
  rows: PrintedRow[]
}

export interface PrintedRow {
  runs: PrintedLine['runs']
  /** Cells that it begins behind its part's column. */
  indent: number
  sceneNumber: string | null
  /** Line of the source. */
  line: number | null
  /** What stands between it and the row before where text runs on: a space, a line break, nothing. */
  joint: '' | ' ' | '\n'
}

/** Parts one after the other, or what two say at once. */
export type PageItem = { part: PrintedPart } | { space: number; dir: Direction; columns: PrintedPart[][] }

/** The pages of a screenplay by what a reader points at: its elements. Linear. */
export function partsOf(
  pages: readonly PrintedPage[],
  { elements }: Pick<Screenplay, 'elements'>,
): PageItem[][] {
  const seen = new Set<number>()
  const partFor = (lines: readonly PrintedLine[], space: number): PrintedPart => {
    const element = lines[0]?.source?.element
    const isSeen = element !== undefined && seen.has(element)
    const start = element === undefined || isSeen ? undefined : elements[element]?.range.start
    if (element !== undefined) seen.add(element)
    return partOf(lines, { space, start })
  }
  return pages.map(({ lines }) => itemsOn(lines, partFor))
}

type PartFor = (lines: readonly PrintedLine[], space: number) => PrintedPart

function itemsOn(lines: readonly PrintedLine[], partFor: PartFor): PageItem[] {
  const items: PageItem[] = []
  /** The first row on which nothing stands yet. */
  let free = 0
  for (let index = 0; index < lines.length; ) {
    const first = lines[index] as PrintedLine
    const space = first.row - free
    let end = index + 1
    if (first.beside) {
      while (lines[end]?.beside?.speaker === 'first') end += 1
      const second = end
      while (lines[end]?.beside?.speaker === 'second') end += 1
      const columns = [lines.slice(index, second), lines.slice(second, end)]
      items.push({
        space,
        dir: first.beside.side === 'right' ? 'rtl' : 'ltr',
        columns: columns.map((column) => columnOf(column, partFor)),
      })
    } else {
      end = endOfElement(lines, index)
      items.push({ part: partFor(lines.slice(index, end), space) })
    }
    free = 1 + lines.slice(index, end).reduce((last, { row }) => Math.max(last, row), 0)
    index = end
  }
  return items
}

/** What one of two says: no row is blank. */
function columnOf(lines: readonly PrintedLine[], partFor: PartFor): PrintedPart[] {
  const parts: PrintedPart[] = []
  for (let index = 0; index < lines.length; ) {
    const end = endOfElement(lines, index)
    parts.push(partFor(lines.slice(index, end), 0))
    index = end
  }
  return parts
}

/** Behind the last line that is of the element of the one at `index`. */
function endOfElement(lines: readonly PrintedLine[], index: number): number {
  let end = index + 1
  while (end < lines.length && belongs(lines[end - 1] as PrintedLine, lines[end] as PrintedLine)) end += 1
  return end
}

/** Whether a line goes on with what the one before it is of. */
const belongs = (before: PrintedLine, line: PrintedLine): boolean =>
  line.source !== null &&
  before.source?.element === line.source.element &&
  before.kind === line.kind &&
  before.row + 1 === line.row

const WIDTHS: Record<PrintedLine['kind'], number> = {
  heading: COLUMNS.action.width,
  action: COLUMNS.action.width,
  centered: COLUMNS.action.width,
  transition: COLUMNS.transition.width,
  cue: COLUMNS.cue.width,
  more: COLUMNS.cue.width,
  parenthetical: COLUMNS.parenthetical.width,
  dialogue: COLUMNS.dialogue.width,
  lyrics: COLUMNS.dialogue.width,
}

/** @param start where its element begins; not given where it goes on with one, or is of none */
function partOf(
  lines: readonly PrintedLine[],
  { space, start }: { space: number; start: number | undefined },
): PrintedPart {
  const [{ kind, direction, beside, column, source }] = lines as [PrintedLine]
  const near = beside && column >= COLUMNS.dualRight.left ? COLUMNS.dualRight.left : COLUMNS.action.left
  // Centred and flush lines begin each at another place.
  const indent = kind === 'centered' || kind === 'transition' ? 0 : column - near
  return {
    kind,
    direction,
    space,
    indent,
    width: beside ? COLUMNS.dualLeft.width - indent : WIDTHS[kind],
    line: start ?? source?.range.start ?? null,
    element: source?.element ?? null,
    isContinued: source !== null && start === undefined && (kind === 'cue' || source.offset > 0),
    rows: lines.map((line, at) => ({
      runs: line.runs,
      indent: line.column - near - indent,
      sceneNumber: line.sceneNumber,
      line: line.source?.range.start ?? null,
      joint: at === 0 ? '' : jointOf(lines[at - 1] as PrintedLine, line),
    })),
  }
}

function jointOf(before: PrintedLine, line: PrintedLine): PrintedRow['joint'] {
  const offset = line.source?.offset ?? 0
  if (offset === 0) return '\n'
  const length = before.runs.reduce((sum, { text }) => sum + text.length, before.source?.offset ?? 0)
  return offset > length ? ' ' : ''
}
