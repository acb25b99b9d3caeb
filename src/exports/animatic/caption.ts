import { cleanText, fitText, label, textWidth, wrapText } from '@/drawing/text'
import type { FrameSize } from './renderFrames'
import type { AnimaticCaption } from './types'

const PAPER = '#f4f1ea'
const BACK = '#16181c'
/** Rows of words at most: more would hide the picture. */
const MAX_ROWS = 3
const SHOWN_LINES = 2

interface Row {
  speaker: string
  text: string
}

/**
 * What is said over a shot, or what happens where nobody speaks, in a dark band at the lower edge.
 *
 * @returns an SVG group and how many pixels high its band is; null where there is nothing to say
 */
export function captionBand(
  caption: AnimaticCaption,
  { width, height }: FrameSize,
): { svg: string; height: number } | null {
  // Of the narrower side, so that a film for a telephone has words that fit it.
  const size = Math.max(12, Math.round(Math.min(width / 44, height / 22)))
  const margin = size
  const rows = rowsOf(caption, size, width - margin * 2)
  if (rows.length === 0) return null
  const step = size * 1.3
  const band = Math.round(rows.length * step + size * 0.9)
  const top = height - band
  const words = rows.map(({ speaker, text }, index) => {
    const y = top + size * 1.15 + index * step
    const indent = speaker ? textWidth(`${speaker}: `, size) : 0
    const name = speaker ? label(margin, y, `${speaker}:`, { size, fill: PAPER, weight: 'bold' }) : ''
    return name + label(margin + indent, y, text, { size, fill: PAPER })
  })
  return {
    svg: `<rect y="${top}" width="${width}" height="${band}" fill="${BACK}" fill-opacity="0.72"/>${words.join('')}`,
    height: band,
  }
}

function rowsOf({ description, lines }: AnimaticCaption, size: number, width: number): Row[] {
  const heard = lines.flatMap((line) => {
    const text = cleanText(line.text)
    return text ? [{ speaker: fitText(line.speaker, size, width * 0.3), text: `“${text}”` }] : []
  })
  if (heard.length === 0) return wrapText(description, size, width, 2).map((text) => ({ speaker: '', text }))
  const shown = heard.slice(0, SHOWN_LINES)
  const rows = shown.flatMap(({ speaker, text }) => {
    const room = width - (speaker ? textWidth(`${speaker}: `, size) : 0)
    const most = shown.length > 1 ? 1 : MAX_ROWS
    return wrapText(text, size, room, most).map((row, index) => ({
      speaker: index === 0 ? speaker : '',
      text: row,
    }))
  })
  const more = heard.length - SHOWN_LINES
  return more > 0 ? [...rows, { speaker: '', text: `+${more}` }] : rows
}
