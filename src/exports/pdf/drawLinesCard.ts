import type { StoryboardLine } from '../storyboard-document'
import type { Cell } from './drawPanelCell'
import { setText } from './typeset'

const RED = '#a83522'

/** In a panel's place: lines of the scene that are in no shot, so that nobody takes the board for the whole of it. */
export function drawLinesCard(
  pdf: PDFKit.PDFDocument,
  lines: readonly StoryboardLine[],
  { x, y, width, height }: Omit<Cell, 'aspectRatio'>,
): void {
  const padding = 8
  pdf
    .rect(x, y + 14, width, height - 14)
    .lineWidth(0.8)
    .dash(3, { space: 3 })
    .strokeColor(RED)
    .stroke()
    .undash()
  const inside = { x: x + padding, width: width - 2 * padding }
  let top = setText(pdf, 'In no shot', {
    ...inside,
    y: y + 14 + padding,
    size: 9,
    maxLines: 1,
    face: 'sansBold',
    colour: RED,
  })
  for (const { speaker, parenthetical, text } of lines)
    top = setText(pdf, `${speaker}${parenthetical ? ` (${parenthetical})` : ''}: ${text}`, {
      ...inside,
      y: top + 3,
      size: 8,
      maxLines: 2,
    })
}
