import type { Writable } from 'node:stream'
import PDFDocument from 'pdfkit'
import { formatRunningTime } from '@/lib/formatRunningTime'
import type { StoryboardDocument } from '../storyboard-document'
import { boardTitle } from './boardTitle'
import { drawLinesCard } from './drawLinesCard'
import { drawPanelCell } from './drawPanelCell'
import { loadPicture, type PrintPicture } from './loadPicture'
import { PANELS_PER_ROW, paginate, type Row } from './paginate'
import { drawTitlePage } from './titlePage'
import { registerFonts, setText } from './typeset'

/** A4 landscape in points; the content fits US Letter's height and width too, so it can be printed on either. */
const PAGE = { width: 841.89, height: 595.28 }
const CONTENT = { left: 54.9, width: 732, top: 34, bottom: 562 }
const GAP = 18
const BAND = 30
const ROW_HEIGHT = 222
/** Bytes that may wait for a slow reader before drawing pauses. */
const MAX_WAITING = 1 << 20

/**
 * Streams a storyboard as PDF: a title page, then six panels a page with the picture and, as its overlays say,
 * slate line, camera arrows, description and dialogue, a band over every scene, page numbers with the running time, and a bookmark per scene. Pictures are
 * read one row at a time, so memory does not grow with the board. Ends `destination`.
 *
 * @param onProgress called with 0 to 1 after every page
 * @throws what `destination` fails with, and when a bundled font is missing. Missing pictures do not throw: their
 * frames stay empty.
 */
export async function writeStoryboardPdf(
  board: StoryboardDocument,
  destination: Writable,
  onProgress?: (fraction: number) => void,
): Promise<void> {
  const pdf = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    info: {
      Title: boardTitle(board),
      Subject: 'Storyboard',
      Creator: 'Showrunner',
      Producer: 'Showrunner',
      CreationDate: validDate(board.date),
    },
  })
  const output = watch(destination)
  pdf.pipe(destination)
  registerFonts(pdf)
  const pages = paginate(board)

  pdf.addPage()
  drawTitlePage(pdf, board, (await firstPicture(board))?.jpeg ?? null)
  let seconds = 0
  for (const [index, rows] of pages.entries()) {
    pdf.addPage()
    let y = CONTENT.top
    for (const row of rows) {
      y = await drawRow(pdf, board, row, y)
      seconds += row.shots.reduce((sum, shot) => sum + shot.durationSeconds, 0)
    }
    drawFooter(pdf, board, index + 2, pages.length + 1, seconds)
    await output.room(pdf)
    onProgress?.((index + 1) / pages.length)
  }
  pdf.end()
  await output.finished
}

async function drawRow(
  pdf: PDFKit.PDFDocument,
  board: StoryboardDocument,
  row: Row,
  top: number,
): Promise<number> {
  const { scene } = row
  let y = top
  if (row.band) {
    drawBand(pdf, row, y)
    y += BAND + 8
  }
  if (row.band === 'start') pdf.outline.addItem(`${scene.sceneNumber}  ${scene.heading}`.slice(0, 200))
  const width = (CONTENT.width - GAP * (PANELS_PER_ROW - 1)) / PANELS_PER_ROW
  const pictures = await Promise.all(row.shots.map((shot) => loadPicture(shot.imagePath)))
  const ratio = Number.isFinite(board.aspectRatio) ? Math.min(4, Math.max(0.5, board.aspectRatio)) : 16 / 9
  row.shots.forEach((shot, index) => {
    const cell = {
      x: CONTENT.left + index * (width + GAP),
      y,
      width,
      height: ROW_HEIGHT - 10,
      aspectRatio: ratio,
    }
    drawPanelCell(pdf, shot, pictures[index] ?? null, cell, board.overlays)
  })
  row.cards.forEach((lines, index) => {
    const x = CONTENT.left + (row.shots.length + index) * (width + GAP)
    drawLinesCard(pdf, lines, { x, y, width, height: ROW_HEIGHT - 10 })
  })
  if (row.shots.length + row.cards.length === 0)
    setText(pdf, 'No shots yet', {
      x: CONTENT.left,
      y: y + 10,
      width: CONTENT.width,
      size: 9,
      maxLines: 1,
      colour: '#6d655a',
    })
  return y + ROW_HEIGHT
}

function drawBand(pdf: PDFKit.PDFDocument, row: Row, y: number): void {
  const { scene, band } = row
  pdf.rect(CONTENT.left, y, CONTENT.width, BAND).fillColor('#e9e0cb').fill()
  pdf.rect(CONTENT.left, y, 44, BAND).fillColor('#29241f').fill()
  setText(pdf, scene.sceneNumber, {
    x: CONTENT.left + 2,
    y: y + 8,
    width: 40,
    size: 11,
    maxLines: 1,
    face: 'sansBold',
    colour: '#f5efe1',
    align: 'center',
  })
  const heading = `${scene.heading}${band === 'continued' ? ' (continued)' : ''}`
  const hasSummary = band === 'start' && scene.summary.trim() !== ''
  setText(pdf, heading, {
    x: CONTENT.left + 54,
    y: y + (hasSummary ? 4 : 9),
    width: CONTENT.width - 130,
    size: 10,
    maxLines: 1,
    face: 'sansBold',
  })
  if (hasSummary)
    setText(pdf, scene.summary, {
      x: CONTENT.left + 54,
      y: y + 17,
      width: CONTENT.width - 130,
      size: 7.5,
      maxLines: 1,
      colour: '#6d655a',
    })
  setText(pdf, formatRunningTime(scene.durationSeconds), {
    x: CONTENT.left + CONTENT.width - 70,
    y: y + 9,
    width: 60,
    size: 9,
    maxLines: 1,
    align: 'right',
  })
}

function drawFooter(
  pdf: PDFKit.PDFDocument,
  board: StoryboardDocument,
  page: number,
  pages: number,
  seconds: number,
): void {
  const y = CONTENT.bottom + 4
  const style = { y, size: 7.5, maxLines: 1, colour: '#6d655a' } as const
  setText(pdf, boardTitle(board), {
    ...style,
    x: CONTENT.left,
    width: 330,
  })
  setText(pdf, `${formatRunningTime(seconds)} at the end of this page`, {
    ...style,
    x: CONTENT.left + 340,
    width: 220,
  })
  setText(pdf, `${page} / ${pages}`, {
    ...style,
    x: CONTENT.left + CONTENT.width - 80,
    width: 80,
    align: 'right',
  })
}

async function firstPicture(board: StoryboardDocument): Promise<PrintPicture | null> {
  const shot = board.scenes.flatMap((scene) => scene.shots).find((candidate) => candidate.imagePath)
  return loadPicture(shot?.imagePath ?? null)
}

function validDate(date: string): Date {
  const parsed = new Date(date)
  return Number.isNaN(parsed.getTime()) ? new Date(0) : parsed
}

/** Follows the destination: its failure is ours, and its slowness holds us up (pdfkit itself never waits). */
function watch(destination: Writable) {
  let failure: Error | null = null
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const resume of waiting) resume()
    waiting.clear()
  }
  const finished = new Promise<void>((resolve, reject) => {
    destination.once('finish', resolve)
    destination.once('error', (error) => {
      failure = error
      reject(error)
      wake()
    })
    destination.once('close', () => {
      if (!destination.writableFinished) {
        failure ??= new Error('The destination was closed before the storyboard was written')
        reject(failure)
      }
      wake()
    })
  })
  // Reported by `room` or by the final await, whichever comes first.
  finished.catch(() => undefined)
  destination.on('drain', wake)
  return {
    finished,
    async room(pdf: PDFKit.PDFDocument): Promise<void> {
      while (!failure && waitingBytes(pdf) > MAX_WAITING)
        await new Promise<void>((resolve) => waiting.add(resolve))
      if (failure) throw failure
    },
  }
}

const waitingBytes = (pdf: PDFKit.PDFDocument): number =>
  (pdf as unknown as { readableLength: number }).readableLength
