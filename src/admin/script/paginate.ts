import type { BreakdownScene, Screenplay, ScreenplayElement } from '@/screenplay'
import { dualAt } from './dual'

/** What the Script tab prints: an element with, on headings, its scene's number. */
export interface PrintedElement {
  element: ScreenplayElement
  sceneNumber: string | null
}

/** Lines of 12-point Courier on a page. */
const LINES_PER_PAGE = 54
/** Characters in a line, by kind of element. */
const WIDTHS: Partial<Record<ScreenplayElement['type'], number>> = {
  dialogue: 35,
  lyrics: 35,
  parenthetical: 26,
}
/** Of what is said at once: half a page. */
const DUAL_WIDTH = 28
const FULL_WIDTH = 60
/** Never printed: for the writer, or for the outline beside the pages. */
const HIDDEN = new Set<ScreenplayElement['type']>(['boneyard', 'note', 'section', 'synopsis'])

const textOf = (element: ScreenplayElement): string =>
  element.type === 'character' ? element.name : 'text' in element ? element.text : ''

function linesOf(element: ScreenplayElement, widest = FULL_WIDTH): number {
  const width = Math.min(widest, WIDTHS[element.type] ?? FULL_WIDTH)
  const wrapped = textOf(element)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
  const isSpeech = ['dialogue', 'parenthetical', 'lyrics'].includes(element.type)
  const blankBefore = element.type === 'scene-heading' ? 2 : isSpeech ? 0 : 1
  return wrapped + blankBefore
}

/**
 * A screenplay as pages, about where a printed script would break. A heading or a cue is not left alone at the
 * foot of a page, and who speaks at once stands on one page.
 */
export function paginate(screenplay: Screenplay, scenes: BreakdownScene[]): PrintedElement[][] {
  const numbers = new Map(scenes.map((scene) => [scene.range.start, scene.sceneNumber]))
  const pages: PrintedElement[][] = [[]]
  let used = 0
  const turn = () => {
    if (pages.at(-1)?.length) pages.push([])
    used = 0
  }
  const elements = screenplay.elements.filter(({ type }) => !HIDDEN.has(type))
  const put = (element: ScreenplayElement) => {
    const sceneNumber =
      element.type === 'scene-heading' ? (numbers.get(element.range.start) ?? element.sceneNumber) : null
    pages.at(-1)?.push({ element, sceneNumber })
  }
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index] as ScreenplayElement
    if (element.type === 'page-break') {
      turn()
      continue
    }
    const dual = dualAt(elements, index)
    if (dual) {
      const height = (from: number, to: number) =>
        elements.slice(from, to).reduce((sum, each) => sum + linesOf(each, DUAL_WIDTH), 0)
      const count = Math.max(height(index, dual.second), height(dual.second, dual.end))
      if (used > 0 && used + count > LINES_PER_PAGE) turn()
      elements.slice(index, dual.end).forEach(put)
      used += count
      index = dual.end - 1
      continue
    }
    const count = linesOf(element)
    const next = elements[index + 1]
    const needsCompany = element.type === 'scene-heading' || element.type === 'character'
    const together = count + (needsCompany && next ? Math.min(3, linesOf(next)) : 0)
    if (used > 0 && used + together > LINES_PER_PAGE) turn()
    put(element)
    used += count
  }
  return pages.filter((page) => page.length > 0)
}
