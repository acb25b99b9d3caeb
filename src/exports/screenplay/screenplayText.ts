import type { Screenplay } from '@/screenplay'
import {
  cellsOf,
  LINES_PER_PAGE,
  layOutTitlePage,
  NUMBER_COLUMNS,
  type PaginateOptions,
  paginate,
  RIGHT_EDGE,
  textOf,
} from '@/screenplay/pages'

const ALIGNMENTS = ['left', 'center', 'right']

/** Cells of white that paper has at its left and a text file need not: numbers stand at its very left. */
const LEFT = NUMBER_COLUMNS.left

/**
 * A screenplay as plain text, as it is printed: the columns of the page by spaces, pages parted by form feeds, their
 * numbers at the top right. Emphasis is not shown.
 */
export function screenplayText(screenplay: Screenplay, options: PaginateOptions = {}): string {
  const title = layOutTitlePage(screenplay)
  const pages = paginate(screenplay, options).map(({ number, lines }) => {
    const rows: string[] = []
    // Two who speak at once share a row: it is filled from left to right.
    for (const line of [...lines].sort((a, b) => a.column - b.column)) {
      const numbers = line.sceneNumber
      rows[line.row] = place(rows[line.row] ?? '', textOf(line), Math.round(line.column) - LEFT)
      if (numbers !== null)
        rows[line.row] = place(
          `${numbers} ${(rows[line.row] ?? '').slice(numbers.length + 1)}`,
          numbers,
          NUMBER_COLUMNS.right - LEFT,
        )
      if (line.isRevised) rows[line.row] = place(rows[line.row] ?? '', '*', NUMBER_COLUMNS.right + 3 - LEFT)
    }
    const head = number > 1 ? `${place('', `${number}.`, RIGHT_EDGE - LEFT - 3)}\n\n` : ''
    return head + linesOf(rows)
  })
  if (title.length > 0) {
    const rows: string[] = []
    // A row is filled from left to right.
    const inOrder = [...title].sort((a, b) => ALIGNMENTS.indexOf(a.align) - ALIGNMENTS.indexOf(b.align))
    for (const { row, align, runs } of inOrder) {
      const text = textOf({ runs })
      const space = RIGHT_EDGE - 15 - cellsOf(text)
      const column = align === 'left' ? 0 : align === 'right' ? space : Math.floor(space / 2)
      rows[row] = place(rows[row] ?? '', text, 15 - LEFT + Math.max(0, column))
    }
    pages.unshift(linesOf(rows))
  }
  return pages.join('\f')
}

const place = (line: string, text: string, column: number): string =>
  `${line}${' '.repeat(Math.max(0, Math.round(column - cellsOf(line))))}${text}`

const linesOf = (rows: readonly string[]): string =>
  `${Array.from({ length: Math.min(rows.length, LINES_PER_PAGE) }, (_, row) => (rows[row] ?? '').trimEnd()).join('\n')}\n`
