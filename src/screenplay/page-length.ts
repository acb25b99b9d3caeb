import { printedText } from './fountain/plain-text'
import type { ScreenplayElement } from './types'

/**
 * The length of a script on paper: Courier 12 on US letter, 55 lines a page, the widths below. Blank
 * lines before an element count with it. An estimate: it knows no widow control and no (MORE).
 */
export const LINES_PER_PAGE = 55

/** Characters in a line. */
const WIDTH = { action: 60, dialogue: 35, dualDialogue: 28, parenthetical: 25 }

/** Lines from the top of the script for each element, so that any stretch of it can be measured. */
export interface PageLayout {
  /** Lines that element `index` takes, the blank lines before it included. */
  lines: number[]
  /** Whole pages, forced page breaks included, at least 1. */
  pageCount: number
}

/** Measures every element once; linear in the text. */
export function layOut(elements: readonly ScreenplayElement[]): PageLayout {
  const lines: number[] = []
  let pages = 0
  let onPage = 0
  let block = { isDual: false, lines: 0 }
  /** Lines of the left column of a dual pair that the right one can still stand beside. */
  let beside = 0
  for (const element of elements) {
    if (element.type === 'character') {
      beside = element.dual ? block.lines : 0
      block = { isDual: element.dual, lines: 0 }
    }
    let count = measure(element, block.isDual)
    if (element.type === 'character' || isSpeech(element)) {
      block.lines += count
      const hidden = Math.min(beside, count)
      beside -= hidden
      count -= hidden
    }
    lines.push(count)
    onPage += count
    if (element.type === 'page-break' && onPage > 0) {
      pages += Math.ceil(onPage / LINES_PER_PAGE)
      onPage = 0
    }
  }
  return { lines, pageCount: Math.max(1, pages + Math.ceil(onPage / LINES_PER_PAGE)) }
}

/** Eighths of a page, rounded, at least 1: what a scene is scheduled by. */
export function toEighths(lines: number): number {
  return Math.max(1, Math.round((lines / LINES_PER_PAGE) * 8))
}

function isSpeech({ type }: ScreenplayElement): boolean {
  return type === 'dialogue' || type === 'parenthetical' || type === 'lyrics'
}

function measure(element: ScreenplayElement, isDual: boolean): number {
  const speech = isDual ? WIDTH.dualDialogue : WIDTH.dialogue
  switch (element.type) {
    case 'scene-heading':
      return 2 + wrappedLines(printedText(element), WIDTH.action)
    case 'action':
    case 'centered':
    case 'transition':
      return 1 + wrappedLines(printedText(element), WIDTH.action)
    case 'character':
      return 2
    case 'parenthetical':
      return wrappedLines(`(${printedText(element)})`, WIDTH.parenthetical)
    case 'dialogue':
    case 'lyrics':
      return wrappedLines(printedText(element), speech)
    default:
      return 0
  }
}

/** Lines that a text takes when broken at spaces; a word longer than the line is broken where it must. */
export function wrappedLines(text: string, width: number): number {
  let total = 0
  for (const line of text.split('\n')) {
    let lines = 1
    let column = 0
    for (const word of line.trimEnd().split(/[ \t\u00a0]/)) {
      const length = codePoints(word)
      const needed = column === 0 ? length : column + 1 + length
      if (needed <= width) {
        column = needed
      } else {
        if (column > 0) lines += 1
        lines += Math.max(0, Math.ceil(length / width) - 1)
        column = length === 0 ? 0 : ((length - 1) % width) + 1
      }
    }
    total += lines
  }
  return total
}

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
