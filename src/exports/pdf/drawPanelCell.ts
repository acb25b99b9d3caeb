import { SHOT_ANGLES, SHOT_MOVEMENTS } from '../../contracts/storyboard'
import { counted } from '../../lib/counted'
import type { StoryboardShot } from '../storyboard-document'
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

/** One panel: slate line, picture, description, dialogue. Nothing leaves the cell. */
export function drawPanelCell(pdf: Pdf, shot: StoryboardShot, picture: Buffer | null, cell: Cell): void {
  const { x, y, width } = cell
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
  setText(
    pdf,
    slateOf(shot, (text) => fitsLine(pdf, text, width - number - 80, 7)),
    {
      x: x + number + 38,
      y: y + 1,
      width: width - number - 80,
      size: 7,
      maxLines: 1,
      colour: GREY,
    },
  )

  const frameWidth = Math.min(width, MAX_PICTURE * cell.aspectRatio)
  const frame = {
    x: x + (width - frameWidth) / 2,
    y: y + 14,
    width: frameWidth,
    height: frameWidth / cell.aspectRatio,
  }
  if (picture)
    pdf.image(picture, frame.x, frame.y, {
      fit: [frame.width, frame.height],
      align: 'center',
      valign: 'center',
    })
  else drawNoImage(pdf, frame)
  pdf.rect(frame.x, frame.y, frame.width, frame.height).lineWidth(0.8).strokeColor(INK).stroke()

  const bottom = cell.y + cell.height
  let top = frame.y + frame.height + 5
  if (shot.remark)
    top = setText(pdf, shot.remark, { x, y: top, width, size: 8, maxLines: 1, face: 'sansBold', colour: RED })
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
