import type { LineKind } from './kinds'

/** One line of a page, or one column of it where two stand side by side. Measures are points from the top left. */
export interface PageLine {
  /** `<page>.<index on the page>`; the same for the same file every time. */
  id: string
  /** From 1. */
  page: number
  /** With Fountain's emphasis marks where the font is bold or italic or a line stands under it. */
  text: string
  x: number
  /** The upper edge. */
  y: number
  width: number
  height: number
  kind: LineKind
  /** Why the kind is a guess, in words for people; null where it is not. */
  doubt: string | null
  /** No empty line above it, or the page alone parts it from what it goes on from. */
  isTight: boolean
  /** Begins an element of its own, also where the line before is of the same kind. */
  isStart: boolean
  /** On its own line of the element, where it does not begin one: the line before was broken by hand. */
  isBroken: boolean
  /** Of a pair of speeches side by side; null elsewhere. */
  side: 'left' | 'right' | null
  /** The number in the margins beside it. */
  sceneNumber: string | null
  /** A revision mark stands in the margin. */
  isRevised: boolean
}

export interface ReadPage {
  /** From 1, in the order of the file. */
  number: number
  /** As it is printed on the page: `12`, `12A`; null where there is none. */
  label: string | null
  /** The revision that the page's header names: `Blue`; null where it names none. */
  revision: string | null
  width: number
  height: number
  /** In reading order. */
  lines: PageLine[]
}

/** Printed pages as they were read: every line of every page, with what it was taken for. */
export interface PageReading {
  pages: ReadPage[]
}

export const linesOf = (reading: PageReading): PageLine[] => reading.pages.flatMap(({ lines }) => lines)

/** How many lines are a guess. */
export const doubtsIn = (reading: PageReading): number =>
  linesOf(reading).filter(({ doubt }) => doubt !== null).length
