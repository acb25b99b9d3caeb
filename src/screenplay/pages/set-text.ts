import { type Direction, directionOf } from '../direction'
import { linesKept } from '../fountain/plain-text'
import { type StyledRun, styledLines } from '../fountain/styled-text'
import type { SourceRange } from '../types'
import { cellsOf, wrapRuns } from './cells'
import { COLUMNS, RIGHT_EDGE } from './layout'
import type { PrintedLine } from './types'

export type BlockLine = Omit<PrintedLine, 'row'>

export interface Column {
  left: number
  width: number
}

/** A text of the screenplay that is to be set. */
export interface Copy {
  text: string
  /** Lines of the source. */
  range: SourceRange
  /** Index of its element. */
  index: number
}

/** How a text is set. */
export interface Setting {
  kind: BlockLine['kind']
  /** Its column, or the one for the direction that it turns out to have. */
  column: Column | ((direction: Direction) => Column)
  isRevised: (sourceLine: number) => boolean
  /** Of a text without letters. @default 'ltr' */
  direction?: Direction
  /** @default styledLines */
  runsOf?: (text: string) => StyledRun[][]
}

/** Sets a text in a column; each of its own lines may take several. */
export function setText(copy: Copy, setting: Setting): BlockLine[] {
  const { kind, column, isRevised, runsOf = styledLines } = setting
  const lines = runsOf(copy.text)
  const words = lines.flatMap((runs) => runs.map(({ text }) => text)).join(' ')
  const direction = directionOf(words, setting.direction)
  const { left, width } = typeof column === 'function' ? column(direction) : column
  const kept = linesKept(copy.text)
  return lines.flatMap((runs, line) => {
    const range = rangeOf(copy, kept[line])
    return wrapRuns(runs, width).map(({ runs: wrapped, offset }) => ({
      column: left,
      direction,
      kind,
      runs: wrapped,
      sceneNumber: null,
      isRevised: isRevised(range.start),
      source: { element: copy.index, range, offset },
      beside: null,
    }))
  })
}

/** What an element's text and its lines in the source differ by is at their end: the last line is the bound. */
function rangeOf({ range }: Copy, kept: { start: number; end: number } | undefined): SourceRange {
  const lineAt = (line: number) => Math.min(range.start + line, range.end)
  return { start: lineAt(kept?.start ?? 0), end: lineAt(kept?.end ?? 0) }
}

const lengthOf = ({ runs }: BlockLine): number => runs.reduce((sum, { text }) => sum + cellsOf(text), 0)

export const centre = (line: BlockLine): BlockLine => ({
  ...line,
  column: COLUMNS.action.left + Math.max(0, (COLUMNS.action.width - lengthOf(line)) / 2),
})

/** To the side where its language ends its lines. */
export const flushEnd = (line: BlockLine): BlockLine => ({
  ...line,
  column: Math.max(COLUMNS.action.left, RIGHT_EDGE - lengthOf(line)),
})

export const italic = (line: BlockLine): BlockLine => ({
  ...line,
  runs: line.runs.map((run) => ({ ...run, isItalic: true })),
})
