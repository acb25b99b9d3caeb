import type { Screenplay } from '@/screenplay'
import {
  COLUMNS,
  cellsOf,
  LINES_PER_PAGE,
  layOutTitlePage,
  NUMBER_COLUMNS,
  type PaginateOptions,
  type PrintedLine,
  paginate,
  RIGHT_EDGE,
  textOf,
} from '@/screenplay/pages'

const ALIGNMENTS = ['left', 'center', 'right']

/** Cells of white that paper has at its left and a text file need not: numbers stand at its very left. */
const LEFT = NUMBER_COLUMNS.left

/** Lines above the text, as on paper: the number of the page, and white. */
const HEAD_LINES = 3

/**
 * A screenplay as plain text, as it is printed: the columns of the page by spaces, its number at the top right. Emphasis
 * is not shown.
 *
 * Every page ends with a form feed, the last one too, as those do that programs send to a printer: by that the text
 * is known for pages when it is read again.
 */
export function screenplayText(screenplay: Screenplay, options: PaginateOptions = {}): string {
  const title = layOutTitlePage(screenplay)
  const pages = paginate(screenplay, options).map(({ number, lines }) => {
    const rows: string[] = []
    // Two who speak at once share a row: it is filled from left to right.
    const inOrder = lines.map(inColumn).sort((a, b) => a.column - b.column)
    for (const line of inOrder) {
      const numbers = line.sceneNumber
      const before = numbers === null ? (rows[line.row] ?? '') : `${numbers} `
      rows[line.row] = place(before, textOf(line), Math.round(line.column) - LEFT)
      if (numbers !== null)
        rows[line.row] = place(rows[line.row] as string, ` ${numbers}`, NUMBER_COLUMNS.right - 1 - LEFT)
      if (line.isRevised) rows[line.row] = place(rows[line.row] ?? '', '*', NUMBER_COLUMNS.right + 3 - LEFT)
    }
    return pageOf(number > 1 ? place('', `${number}.`, RIGHT_EDGE - LEFT - 3) : '', rows)
  })
  if (title.length > 0) {
    const rows: string[] = []
    const inOrder = [...title].sort((a, b) => ALIGNMENTS.indexOf(a.align) - ALIGNMENTS.indexOf(b.align))
    for (const { row, align, runs } of inOrder) {
      const text = textOf({ runs })
      const space = RIGHT_EDGE - 15 - cellsOf(text)
      const column = align === 'left' ? 0 : align === 'right' ? space : Math.floor(space / 2)
      rows[row] = place(rows[row] ?? '', text, 15 - LEFT + Math.max(0, column))
    }
    pages.unshift(pageOf('', rows))
  }
  return pages.join('')
}

/** Text knows no sides: of two who speak at once, in whatever direction, the first stands in the first column. */
function inColumn<Line extends Pick<PrintedLine, 'column' | 'beside'>>(line: Line): Line {
  if (!line.beside) return line
  const { dualLeft, dualRight } = COLUMNS
  const indent = line.column - (line.column >= dualRight.left ? dualRight.left : dualLeft.left)
  return { ...line, column: (line.beside.speaker === 'first' ? dualLeft : dualRight).left + indent }
}

const place = (line: string, text: string, column: number): string =>
  `${line}${' '.repeat(Math.max(0, Math.round(column - cellsOf(line))))}${text}`

const pageOf = (head: string, rows: readonly string[]): string => {
  const lines = Array.from({ length: Math.min(rows.length, LINES_PER_PAGE) }, (_, row) =>
    (rows[row] ?? '').trimEnd(),
  )
  return `${head}${'\n'.repeat(HEAD_LINES)}${lines.join('\n')}\n\f`
}
