import type { Direction } from '../direction'
import type { StyledRun } from '../fountain/styled-text'
import type { SourceRange } from '../types'

export type PrintedKind =
  | 'heading'
  | 'action'
  | 'cue'
  | 'parenthetical'
  | 'dialogue'
  | 'transition'
  | 'centered'
  | 'lyrics'
  | 'more'

/** What of the screenplay a line on a page shows. */
export interface PrintedSource {
  /** Index among the screenplay's elements. */
  element: number
  /** Lines of the source: one, or those that a note ties together. */
  range: SourceRange
  /** Where in what is printed of that line of the source it begins: characters (UTF-16), 0 where it is its start. */
  offset: number
}

/** Where a line stands in dual dialogue. */
export interface Beside {
  speaker: 'first' | 'second'
  side: 'left' | 'right'
}

/** One line on a page. */
export interface PrintedLine {
  /** Lines from the first of the page, 0 to 54. Two may share a row: dual dialogue. */
  row: number
  /**
   * Cells (tenths of an inch) from the left edge of the paper to its beginning. A right-to-left line is set in mirror
   * image: it begins at `mirrored(column)` and runs to the left.
   */
  column: number
  /** Of the whole text that it is a line of. */
  direction: Direction
  kind: PrintedKind
  runs: StyledRun[]
  /** At both margins of a scene heading's first line. */
  sceneNumber: string | null
  /** A revision mark stands in the right margin. */
  isRevised: boolean
  /** Null for what nobody typed: MORE. The name over a speech that goes on is that of its cue. */
  source: PrintedSource | null
  /** Null where nobody speaks at the same time. */
  beside: Beside | null
}

export interface PrintedPage {
  /** From 1, the title page not counted. */
  number: number
  lines: PrintedLine[]
}

export interface PaginateOptions {
  /** Scene numbers at both margins: those that were typed, all, or none. @default 'typed' */
  sceneNumbers?: 'typed' | 'all' | 'none'
  /** For each scene heading, in order, its number where `sceneNumbers` is `all`. */
  numbers?: readonly string[]
  /** Lines of the source that get a revision mark. */
  isRevised?: (sourceLine: number) => boolean
  /** What stands under a speech that goes on overleaf, and behind the name there. @default MORE, CONT'D */
  words?: { more: string; continued: string }
}
