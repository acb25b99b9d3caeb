import type { StyledRun } from '../fountain/styled-text'

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

/** One line on a page. */
export interface PrintedLine {
  /** Lines from the first of the page, 0 to 54. Two may share a row: dual dialogue. */
  row: number
  /** Cells (tenths of an inch) from the left edge of the paper. */
  column: number
  kind: PrintedKind
  runs: StyledRun[]
  /** At both margins of a scene heading's first line. */
  sceneNumber: string | null
  /** A revision mark stands in the right margin. */
  isRevised: boolean
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
