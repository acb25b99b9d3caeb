import type { OverlaySet } from '../../contracts/overlays'
import { SHOT_ANGLES, SHOT_MOVEMENTS } from '../../contracts/storyboard'
import { counted } from '../../lib/counted'
import { cameraMarks } from '../../overlays'
import type { StoryboardShot } from '../storyboard-document'
import { drawMarks } from './drawMarks'
import type { PrintPicture } from './loadPicture'
import { fitsLine, setText } from './typeset'

type Pdf = PDFKit.PDFDocument

export interface Cell {
  x: number
  y: number
  width: number
  height: number
  aspectRatio: number
}

const INK = '#29241f'
const GREY = '#6d655a'
const RED = '#a83522'
/** Tallest picture that leaves room for words beneath it. */
const MAX_PICTURE = 136
const SLATE_LINE = 14
const REMARK_LINE = 16
/** Arrows are made for a picture of this width and made smaller with it: a third of a page needs bold ones. */
const ARROW_WIDTH = 520

/** One panel: picture, and as the overlays say its slate line, arrows, description and dialogue. Nothing leaves the cell. */
export function drawPanelCell(
  pdf: Pdf,
  shot: StoryboardShot,
  picture: PrintPicture | null,
  cell: Cell,
  overlays: OverlaySet,
): void {
  if (overlays.slate) drawSlateLine(pdf, shot, cell)
  const above = overlays.slate ? SLATE_LINE : 0
  const below = shot.remark ? REMARK_LINE : 0
  const tallest = overlays.caption ? MAX_PICTURE : cell.height - above - below
  const frameWidth = Math.min(cell.width, tallest * cell.aspectRatio)
  const frame = {
    x: cell.x + (cell.width - frameWidth) / 2,
    y: cell.y + above,
    width: frameWidth,
    height: frameWidth / cell.aspectRatio,
  }
  if (picture)
    pdf.image(picture.jpeg, frame.x, frame.y, {
      fit: [frame.width, frame.height],
      align: 'center',
      valign: 'center',
    })
  else drawNoImage(pdf, frame)
  if (overlays.arrows && picture && !picture.isMarked) {
    const scale = frame.width / ARROW_WIDTH
    const area = { width: ARROW_WIDTH, height: frame.height / scale }
    drawMarks(pdf, cameraMarks(shot, area), { x: frame.x, y: frame.y, scale, area })
  }
  pdf.rect(frame.x, frame.y, frame.width, frame.height).lineWidth(0.8).strokeColor(INK).stroke()
  let top = frame.y + frame.height + 5
  if (shot.remark)
    top = setText(pdf, shot.remark, {
      x: cell.x,
      y: top,
      width: cell.width,
      size: 8,
      maxLines: 1,
      face: 'sansBold',
      colour: RED,
    })
  if (overlays.caption) drawCaption(pdf, shot, cell, top)
}

/** Number, size, time and how it is shot, over the picture. */
function drawSlateLine(pdf: Pdf, shot: StoryboardShot, { x, y, width }: Cell): void {
  const number = setWidth(pdf, shot.shotNumber)
  setText(pdf, shot.shotNumber, { x, y, width: number, size: 9, maxLines: 1, face: 'sansBold' })
  setText(pdf, shot.size, {
    x: x + number + 6,
    y,
    width: 30,
    size: 9,
    maxLines: 1,
    face: 'sansBold',
    colour: RED,
  })
  setText(pdf, `${shot.durationSeconds.toFixed(1)} s`, {
    x: x + width - 40,
    y,
    width: 40,
    size: 8,
    maxLines: 1,
    align: 'right',
  })
  const room = width - number - 80
  const words = slateOf(shot, (text) => fitsLine(pdf, text, room, 7))
  setText(pdf, words, { x: x + number + 38, y: y + 1, width: room, size: 7, maxLines: 1, colour: GREY })
}

/** What happens and what is said, under the picture. */
function drawCaption(pdf: Pdf, shot: StoryboardShot, { x, y, width, height }: Cell, below: number): void {
  const bottom = y + height
  let top = below
  const linesLeft = (size: number) => Math.floor((bottom - top) / (size * 1.28))
  // One for each line, so that nobody who speaks is missing; two where one speaks alone.
  const dialogueLines = shot.lines.length > 0 ? Math.min(Math.max(2, shot.lines.length), linesLeft(8) - 1) : 0
  const room = linesLeft(8) - dialogueLines
  if (room > 0 && shot.description.trim())
    top = setText(pdf, shot.description, { x, y: top, width, size: 8, maxLines: Math.min(4, room) })
  for (const [index, line] of shot.lines.entries()) {
    const lines = linesLeft(8)
    const after = shot.lines.length - index - 1
    if (lines < 1) break
    const words = `${line.speaker}${line.parenthetical ? ` (${line.parenthetical})` : ''}: ${line.text}`
    const isLast = lines === 1 && after > 0
    top = setText(pdf, isLast ? `and ${counted(after + 1, 'more line')}` : words, {
      x,
      y: top + 1,
      width,
      size: 8,
      maxLines: Math.max(1, Math.min(3, lines - after)),
      colour: '#3f5a6b',
    })
    if (isLast) break
  }
}

/** Angle, movement, lens, status; where the line has no room for all, the least telling are left out whole. */
export function slateOf(shot: StoryboardShot, fits: (text: string) => boolean): string {
  const angle = SHOT_ANGLES[shot.angle]
  const movement = SHOT_MOVEMENTS[shot.movement]
  const lens = shot.lens === null ? '' : `${shot.lens} mm`
  const candidates = [
    [angle, movement, lens, shot.status],
    [angle, movement, shot.status],
    // That somebody has approved something else says more than how it is shot, which the arrows say, too.
    ...(shot.isOutOfDate ? [[angle, shot.status], [shot.status]] : []),
    [angle, movement],
    [angle],
  ].map((parts) => parts.filter(Boolean).join(' · '))
  return candidates.find(fits) ?? angle
}

const setWidth = (pdf: Pdf, text: string) =>
  Math.min(60, pdf.font('sansBold').fontSize(9).widthOfString(text.slice(0, 20)) + 2)

/** An empty frame with its diagonals, as on a blank storyboard sheet. */
function drawNoImage(pdf: Pdf, frame: { x: number; y: number; width: number; height: number }): void {
  const { x, y, width, height } = frame
  pdf.rect(x, y, width, height).fillColor('#f5efe1').fill()
  pdf
    .moveTo(x, y)
    .lineTo(x + width, y + height)
    .moveTo(x + width, y)
    .lineTo(x, y + height)
    .lineWidth(0.5)
    .strokeColor('#cfc5ae')
    .stroke()
  setText(pdf, 'No image', {
    x,
    y: y + height / 2 - 5,
    width,
    size: 8,
    maxLines: 1,
    align: 'center',
    colour: GREY,
  })
}
