import PDFDocument from 'pdfkit'
import { giveWay } from '@/lib/giveWay'
import type { Screenplay, StyledRun } from '@/screenplay'
import {
  COLUMNS,
  cellsOf,
  type Direction,
  layOutTitlePage,
  mirrored,
  NUMBER_COLUMNS,
  PAPERS,
  type PaginateOptions,
  type Paper,
  type PrintedLine,
  paginate,
  REVISION_COLUMN,
  RIGHT_EDGE,
} from '@/screenplay/pages'
import { nameLigatures } from '../pdf/nameLigatures'
import { CELL, drawRuns, LEADING, registerScreenplayFonts } from './drawRuns'

export interface ScreenplayPdfOptions extends PaginateOptions {
  /** @default 'letter' */
  paper?: Paper
  /** What the document is called, in readers and in the list of its pages. */
  title?: string
  /** Stands at the top of every page, beside its number: the name and date of a draft. */
  header?: string
  /** ISO 8601; the same input gives the same bytes. */
  date?: string
}

/** Points from the top of the page to the first line's top and to the page number's. */
const TOP = 72
const HEADER_TOP = 36
/** From the top of a line to its baseline. */
const BASELINE = 9.5
/** Pages between which other work gets its turn. */
const PAGES_AT_ONCE = 20

const plain = (text: string): StyledRun[] => [{ text, isBold: false, isItalic: false, isUnderlined: false }]

/**
 * Prints a screenplay as it is read on a set: title page, Courier, 55 lines a page, MORE and CONT'D, scene numbers
 * at both margins, revision marks, page numbers from the second page on, a bookmark for every scene.
 *
 * @returns the PDF. @throws where a bundled font is missing.
 */
export async function screenplayPdf(
  screenplay: Screenplay,
  { paper = 'letter', title, header, date, ...options }: ScreenplayPdfOptions = {},
): Promise<Buffer> {
  const { width, height } = PAPERS[paper]
  const pdf = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    info: {
      Title: title ?? 'Screenplay',
      Creator: 'Showrunner',
      Producer: 'Showrunner',
      ...(date ? { CreationDate: new Date(date) } : {}),
    },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    pdf.once('end', resolve)
    pdf.once('error', reject)
  })
  registerScreenplayFonts(pdf)
  drawTitlePage(pdf, screenplay, width)
  for (const page of paginate(screenplay, options)) {
    pdf.addPage()
    const numberLine = [header ?? '', page.number > 1 ? `${page.number}.` : ''].filter(Boolean).join('   ')
    const right = RIGHT_EDGE * CELL
    if (numberLine)
      drawRuns(pdf, plain(numberLine), {
        x: right - numberLine.length * CELL,
        y: HEADER_TOP + BASELINE,
        right,
      })
    for (const line of page.lines) drawLine(pdf, line)
    // Laying out is quick, setting type is not: the server answers between pages.
    if (page.number % PAGES_AT_ONCE === 0) await giveWay()
  }
  nameLigatures(pdf)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

function drawLine(pdf: PDFKit.PDFDocument, line: PrintedLine): void {
  const y = TOP + line.row * LEADING + BASELINE
  const set = (runs: readonly StyledRun[], column: number, direction: Direction = 'ltr') =>
    drawRuns(pdf, runs, { x: column * CELL, y, right: mirrored(column) * CELL, direction })
  if (line.runs.length > 0) set(line.runs, line.column, line.direction)
  if (line.sceneNumber !== null) {
    set(plain(line.sceneNumber), NUMBER_COLUMNS.left, line.direction)
    set(plain(line.sceneNumber), NUMBER_COLUMNS.right, line.direction)
  }
  if (line.kind === 'heading' && line.runs.length > 0) {
    const text = line.runs.map((run) => run.text).join('')
    pdf.outline.addItem([line.sceneNumber, text].filter(Boolean).join('  '))
  }
  if (line.isRevised) set(plain('*'), REVISION_COLUMN, line.direction)
}

function drawTitlePage(pdf: PDFKit.PDFDocument, screenplay: Screenplay, pageWidth: number): void {
  const lines = layOutTitlePage(screenplay)
  if (lines.length === 0) return
  pdf.addPage()
  for (const { row, align, runs } of lines) {
    const width = runs.reduce((sum, { text }) => sum + cellsOf(text), 0) * CELL
    const left = COLUMNS.action.left * CELL
    const right = RIGHT_EDGE * CELL
    const x = align === 'left' ? left : align === 'right' ? right - width : (pageWidth - width) / 2
    drawRuns(pdf, runs, { x, y: TOP + row * LEADING + BASELINE, right: x + width })
  }
}
