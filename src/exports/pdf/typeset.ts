import { FALLBACK_FONTS, fallbackFor, fontFile } from '../../../assets/fonts'
import { visualOrder } from './visualOrder'

type Pdf = PDFKit.PDFDocument
export type Face = 'sans' | 'sansBold'

export interface TextBox {
  x: number
  y: number
  width: number
  size: number
  maxLines: number
  face?: Face
  colour?: string
  align?: 'left' | 'right' | 'center'
}

/** Registers the bundled fonts, so that every script they cover is embedded (as subsets). */
export function registerFonts(pdf: Pdf): void {
  for (const font of ['sans', 'sansBold', ...FALLBACK_FONTS] as const) pdf.registerFont(font, fontFile(font))
}

/** Longest text that is set: more could not fit in any box. */
const MAX_SOURCE = 3000

/** Removes what cannot be printed: controls, lone surrogates, bidirectional marks; white space collapses. */
export function cleanForPrint(text: string): string {
  return text
    .slice(0, MAX_SOURCE)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/\p{Variation_Selector}/gu, '')
    .trim()
}

interface Run {
  font: string
  text: string
}

/** Runs of one font, from left to right: the sans for nearly everything, a fallback for what it lacks. */
const runsOf = (text: string, face: Face): Run[] =>
  visualOrder([{ text }]).tokens.flatMap((token) => fontRuns(token.text, face))

function fontRuns(text: string, face: Face): Run[] {
  const runs: Run[] = []
  for (const character of text) {
    const font = fallbackFor(character) ?? face
    const last = runs[runs.length - 1]
    if (last?.font === font) last.text += character
    else runs.push({ font, text: character })
  }
  return runs
}

function widthOf(pdf: Pdf, text: string, face: Face, size: number): number {
  return runsOf(text, face).reduce(
    (sum, run) => sum + pdf.font(run.font).fontSize(size).widthOfString(run.text),
    0,
  )
}

/** Whether a text has room on one line. */
export const fitsLine = (pdf: Pdf, text: string, width: number, size: number, face: Face = 'sans'): boolean =>
  widthOf(pdf, cleanForPrint(text), face, size) <= width

/** Words, and every Han or kana character on its own: those lines break anywhere. */
const piecesOf = (text: string): string[] =>
  text.match(
    /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+\s*|\s+/gu,
  ) ?? []

/** The greatest length up to `most` that fits, by halving: measuring is what costs. */
function longest(most: number, fits: (length: number) => boolean): number {
  let low = 0
  let high = most
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  return low
}

/** Breaks text into at most `maxLines` lines; what is left over is an ellipsis. */
export function breakLines(
  pdf: Pdf,
  text: string,
  box: Pick<TextBox, 'width' | 'size' | 'maxLines' | 'face'>,
): string[] {
  const face = box.face ?? 'sans'
  const fits = (line: string) => widthOf(pdf, line.trimEnd(), face, box.size) <= box.width
  const lines: string[] = []
  let line = ''
  const queue = piecesOf(cleanForPrint(text))
  for (let index = 0; index < queue.length; index += 1) {
    const piece = queue[index] ?? ''
    if (fits(line + piece)) {
      line += piece
      continue
    }
    if (lines.length === box.maxLines - 1) {
      const characters = [...(line + piece)]
      const count = longest(characters.length, (length) =>
        fits(`${characters.slice(0, length).join('').trimEnd()}…`),
      )
      const cut = characters.slice(0, count).join('')
      // At the end of a word where one ends in the line: `revi…` reads as a fault.
      const space = characters[count] === ' ' ? cut.length : cut.lastIndexOf(' ')
      const kept = space > cut.length / 2 ? cut.slice(0, space) : cut
      return [...lines, `${kept.replace(/[\s,;:·–—-]+$/u, '')}…`]
    }
    if (line) {
      lines.push(line.trimEnd())
      line = ''
      index -= 1
    } else {
      // A word wider than the line breaks where it must.
      const characters = [...piece]
      const count = Math.max(
        1,
        longest(characters.length, (length) => fits(characters.slice(0, length).join(''))),
      )
      lines.push(characters.slice(0, count).join(''))
      queue[index] = characters.slice(count).join('')
      if (queue[index]) index -= 1
    }
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines
}

/** Sets text in a box and returns the y under its last line. */
export function setText(pdf: Pdf, text: string, box: TextBox): number {
  const face = box.face ?? 'sans'
  const leading = box.size * 1.28
  let y = box.y
  for (const line of breakLines(pdf, text, box)) {
    const { isRtl } = visualOrder([{ text: line }])
    const width = widthOf(pdf, line, face, box.size)
    const align = isRtl && !box.align ? 'right' : (box.align ?? 'left')
    let x = box.x + (align === 'right' ? box.width - width : align === 'center' ? (box.width - width) / 2 : 0)
    for (const run of runsOf(line, face)) {
      pdf
        .font(run.font)
        .fontSize(box.size)
        .fillColor(box.colour ?? '#29241f')
      // Baselines of the two fonts differ: place by baseline.
      pdf.text(run.text, x, y + box.size * 0.95, { lineBreak: false, baseline: 'alphabetic' })
      x += pdf.widthOfString(run.text)
    }
    y += leading
  }
  return y
}
