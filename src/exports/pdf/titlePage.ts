import { formatRunningTime } from '@/lib/formatRunningTime'
import type { StoryboardDocument } from '../storyboard-document'
import { ownEpisodeTitle } from './boardTitle'
import { setText } from './typeset'

/** The first page: titles on the left, the first picture on the right, and what the board amounts to. */
export function drawTitlePage(pdf: PDFKit.PDFDocument, board: StoryboardDocument, hero: Buffer | null): void {
  const { width, height } = pdf.page
  pdf.rect(0, 0, width, height).fillColor('#f5efe1').fill()
  pdf.rect(0, 0, 26, height).fillColor('#29241f').fill()
  const left = 76
  const column = hero ? 330 : width - left - 60
  let y = setText(pdf, board.projectTitle, {
    x: left,
    y: 150,
    width: column,
    size: 34,
    maxLines: 3,
    face: 'sansBold',
  })
  y = setText(pdf, ownEpisodeTitle(board), { x: left, y: y + 6, width: column, size: 18, maxLines: 2 })
  y = setText(pdf, board.subtitle, {
    x: left,
    y: y + 8,
    width: column,
    size: 12,
    maxLines: 2,
    colour: '#a83522',
  })
  setText(pdf, 'STORYBOARD', {
    x: left,
    y: 112,
    width: column,
    size: 11,
    maxLines: 1,
    face: 'sansBold',
    colour: '#a83522',
  })
  const shots = board.scenes.reduce((sum, scene) => sum + scene.shots.length, 0)
  const seconds = board.scenes.reduce((sum, scene) => sum + scene.durationSeconds, 0)
  const facts = [
    `${count(board.scenes.length, 'scene')} · ${count(shots, 'shot')} · ${formatRunningTime(seconds)}`,
    `Aspect ratio ${board.aspectRatio.toFixed(2)} · ${board.fps} fps`,
    board.date.slice(0, 10),
  ]
  for (const [index, fact] of facts.entries())
    setText(pdf, fact, {
      x: left,
      y: height - 130 + index * 17,
      width: column,
      size: 10,
      maxLines: 1,
      colour: '#6d655a',
    })
  if (!hero) return
  const frame = { width: width - left - column - 86, x: left + column + 40 }
  const frameHeight = Math.min(330, frame.width / board.aspectRatio)
  pdf.image(hero, frame.x, (height - frameHeight) / 2, {
    fit: [frame.width, frameHeight],
    align: 'center',
    valign: 'center',
  })
}

const count = (amount: number, noun: string) => `${amount} ${noun}${amount === 1 ? '' : 's'}`
