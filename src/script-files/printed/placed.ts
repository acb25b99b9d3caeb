import type { LineKind } from './kinds'
import type { TextRun } from './PageText'
import type { PageRows, Segment } from './rows'

/** A segment on its way to a line of the reading. */
export interface Placed {
  segment: Segment
  /** Null until it is known. */
  kind: LineKind | null
  doubt: string | null
  side: 'left' | 'right' | null
  /** Without a blank line since the item before it; the first of a page is never. */
  isTight: boolean
  /** With two empty lines or more above it on its page. */
  isFarBelow: boolean
  isStart: boolean
  isBroken: boolean
}

export interface PlacedRow {
  y: number
  size: number
  /** From left to right. */
  items: Placed[]
  sceneNumber: string | null
  isRevised: boolean
}

export interface PlacedPage {
  number: number
  width: number
  height: number
  label: string | null
  revision: string | null
  isTitle: boolean
  /** Right-to-left text, seen in a mirror until its lines are made. */
  isMirrored: boolean
  rows: PlacedRow[]
  watermarks: TextRun[]
}

export const placed = (segment: Segment): Placed => ({
  segment,
  kind: null,
  doubt: null,
  side: null,
  isTight: false,
  isFarBelow: false,
  isStart: true,
  isBroken: false,
})

export const placedPage = (
  { width, height, rows }: PageRows,
  watermarks: TextRun[],
  index: number,
  isMirrored: boolean,
): PlacedPage => ({
  number: index + 1,
  width,
  height,
  label: null,
  revision: null,
  isTitle: false,
  isMirrored,
  rows: rows.map(({ y, size, segments }) => ({
    y,
    size,
    items: segments.map(placed),
    sceneNumber: null,
    isRevised: false,
  })),
  watermarks,
})

/** What of a row belongs to the script as far as it is known. */
export const bodyOf = (row: PlacedRow): Placed[] => row.items.filter(({ kind }) => kind === null)

/** The words of a row's body. */
export const bodyText = (row: PlacedRow): string =>
  bodyOf(row)
    .map(({ segment }) => segment.plain)
    .join(' ')

export const startOf = (row: PlacedRow): number =>
  bodyOf(row).reduce((least, { segment }) => Math.min(least, segment.x), Number.POSITIVE_INFINITY)
