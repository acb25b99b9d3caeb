import { fontFile, hasCjk } from '../../../assets/fonts'

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
  pdf.registerFont('sans', fontFile('sans'))
  pdf.registerFont('sansBold', fontFile('sansBold'))
  pdf.registerFont('cjk', fontFile('cjk'))
}

/** Longest text that is set: more could not fit in any box. */
const MAX_SOURCE = 3000
const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** Removes what cannot be printed: controls, lone surrogates, bidirectional marks; white space collapses. */
export function cleanForPrint(text: string): string {
  return text
    .slice(0, MAX_SOURCE)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/\p{Variation_Selector}/gu, '')
    .trim()
}

interface Run {
  font: string
  text: string
}

/**
 * Splits into runs of one font: the sans for nearly everything, the fallback for Han and kana. Right-to-left
 * words are runs of their own, because the font engine would move the space behind them to their front.
 */
function runsOf(text: string, face: Face): Run[] {
  if (RTL.test(text)) return text.split(/(\s+)/).flatMap((word) => fontRuns(word, face))
  return fontRuns(text, face)
}

function fontRuns(text: string, face: Face): Run[] {
  const runs: Run[] = []
  for (const character of text) {
    const font = hasCjk(character) ? 'cjk' : face
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

/**
 * Visual order of a line: the font engine shapes right-to-left words, but sets words from left to right. A line
 * that begins right-to-left is reversed as a whole, elsewhere only its right-to-left passages are.
 */
export function visualOrder(line: string): { text: string; isRtl: boolean } {
  const words = line.split(' ')
  const isRtl = RTL.test(words[0] ?? '')
  if (!RTL.test(line)) return { text: line, isRtl }
  if (isRtl) return { text: reverseAround(words), isRtl }
  const out: string[] = []
  let passage: string[] = []
  for (const word of words) {
    if (RTL.test(word)) passage.unshift(word)
    else {
      out.push(...passage, word)
      passage = []
    }
  }
  return { text: [...out, ...passage].join(' '), isRtl }
}

/** Words of a right-to-left line from left to right; left-to-right passages in it keep their own order. */
function reverseAround(words: readonly string[]): string {
  const groups: string[][] = []
  for (const word of words) {
    const last = groups[groups.length - 1]
    if (last && !RTL.test(word) && !RTL.test(last[0] ?? '')) last.push(word)
    else groups.push([word])
  }
  return groups
    .reverse()
    .map((group) => group.join(' '))
    .join(' ')
}

/** Sets text in a box and returns the y under its last line. */
export function setText(pdf: Pdf, text: string, box: TextBox): number {
  const face = box.face ?? 'sans'
  const leading = box.size * 1.28
  let y = box.y
  for (const line of breakLines(pdf, text, box)) {
    const { text: visual, isRtl } = visualOrder(line)
    const width = widthOf(pdf, visual, face, box.size)
    const align = isRtl && !box.align ? 'right' : (box.align ?? 'left')
    let x = box.x + (align === 'right' ? box.width - width : align === 'center' ? (box.width - width) / 2 : 0)
    for (const run of runsOf(visual, face)) {
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
