import { type StyledRun, styledLines } from '../fountain/styled-text'
import { standardTitlePage, titleRole } from '../title-roles'
import { readCredit } from '../title-signs'
import type { Screenplay, TitlePageEntry } from '../types'
import { wrapRuns } from './cells'
import { COLUMNS, LINES_PER_PAGE } from './layout'

export interface TitlePageLine {
  /** Lines from the first of the page. */
  row: number
  align: 'left' | 'center' | 'right'
  runs: StyledRun[]
}

/** Where the title stands: a third down the page. */
const TITLE_ROW = 16
/** `Directed by`: printed over its name, as it stood on the page it came from. */
const OTHER_CREDIT = ' credit'
const CENTERED = ['title', 'credit', 'author', 'authors', 'source', OTHER_CREDIT]
const BOTTOM_RIGHT = ['draft date', 'date', 'revision']
/** Cells; side by side the two leave a gutter. */
const BOTTOM_WIDTH = { left: 34, right: 24 }
/** Not printed: notes to the writer, and what other programs keep there, such as what Highland puts on every page. */
const HIDDEN = ['notes', 'format', 'font', 'language', 'papersize', 'header', 'footer', 'watermark']

/**
 * Lays the title page out: title, credit, author and source in the middle, contact and the like at the bottom left,
 * the date of the draft at the bottom right.
 *
 * @returns an empty list where there is no title page.
 */
export function layOutTitlePage({ titlePage }: Pick<Screenplay, 'titlePage'>): TitlePageLine[] {
  const keyed = standardTitlePage(titlePage).map((entry) => ({
    ...entry,
    key: isOtherCredit(entry.key) ? OTHER_CREDIT : entry.key.trim().toLowerCase(),
    values: isOtherCredit(entry.key) ? [entry.key, ...entry.values] : entry.values,
  }))
  const linesOf = ({ values }: TitlePageEntry, width: number) =>
    values.flatMap((value) =>
      styledLines(value).flatMap((runs) => wrapRuns(runs, width).map((line) => line.runs)),
    )
  const lines: TitlePageLine[] = []
  let row = TITLE_ROW
  for (const key of CENTERED) {
    for (const entry of keyed.filter((each) => each.key === key)) {
      for (const runs of linesOf(entry, COLUMNS.action.width))
        lines.push({ row: row++, align: 'center', runs })
      row += key === 'title' ? 3 : 1
    }
  }
  const bottom = (align: 'left' | 'right', isHere: (key: string) => boolean) => {
    const found = keyed
      .filter(({ key }) => isHere(key))
      .flatMap((entry) => linesOf(entry, BOTTOM_WIDTH[align]))
    const first = Math.max(row, LINES_PER_PAGE - found.length)
    // One by one: what is spread is put on the stack, and there may be more than fit there.
    found.forEach((runs, index) => {
      lines.push({ row: first + index, align, runs })
    })
  }
  bottom('right', (key) => BOTTOM_RIGHT.includes(key))
  bottom('left', (key) => ![...CENTERED, ...BOTTOM_RIGHT, ...HIDDEN].includes(key))
  return lines.filter(({ row: at, runs }) => at < LINES_PER_PAGE && runs.length > 0)
}

const isOtherCredit = (key: string): boolean => titleRole(key) === null && readCredit(key)?.name === null
