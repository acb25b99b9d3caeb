import type { StyledRun } from '@/screenplay'
import { cellsOf, type Direction } from '@/screenplay/pages'
import { FALLBACK_FONTS, fallbackFor, fontFile } from '../../../assets/fonts'
import { visualOrder } from '../pdf/visualOrder'

type Pdf = PDFKit.PDFDocument

/** Points: ten characters an inch, six lines an inch. */
export const CELL = 7.2
export const LEADING = 12
const SIZE = 12

/** What Courier Prime has: Latin with its accents, and the punctuation of typesetters. */
const LATIN =
  /^[\u0020-\u007e\u00a0-\u017f\u0192\u0218-\u021b\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2039\u203a\u20ac\u2122]$/
/** What Cousine has in the same pitch. */
const MONO = /^[\u0180-\u058f\u0590-\u05ff\u1e00-\u1fff\u2000-\u206f\u20a0-\u20cf\u2100-\u25ff]$/u

const FACES = ['courier', 'courierBold', 'courierItalic', 'courierBoldItalic'] as const
const MONO_FACES = ['mono', 'monoBold', 'monoItalic', 'monoBoldItalic'] as const

/** Registers the faces of a screenplay; each is embedded, as a subset, only where it is used. */
export function registerScreenplayFonts(pdf: Pdf): void {
  for (const face of [...FACES, ...MONO_FACES, 'sans', 'sansBold', ...FALLBACK_FONTS] as const)
    pdf.registerFont(face, fontFile(face))
}

function faceOf(character: string, { isBold, isItalic }: StyledRun): string {
  const style = (isBold ? 1 : 0) + (isItalic ? 2 : 0)
  if (LATIN.test(character)) return FACES[style] as string
  if (MONO.test(character)) return MONO_FACES[style] as string
  return fallbackFor(character) ?? (isBold ? 'sansBold' : 'sans')
}

interface Piece {
  face: string
  text: string
  isUnderlined: boolean
}

/** Stretches of one face; an accent stays with its letter. */
function piecesOf(runs: readonly StyledRun[]): Piece[] {
  const pieces: Piece[] = []
  for (const run of runs) {
    // The fonts have letters with their accents, and few accents alone.
    for (const character of run.text.normalize('NFC')) {
      const last = pieces.at(-1)
      const face = last && /\p{M}/u.test(character) ? last.face : faceOf(character, run)
      if (last?.face === face && last.isUnderlined === run.isUnderlined) last.text += character
      else pieces.push({ face, text: character, isUnderlined: run.isUnderlined })
    }
  }
  return pieces
}

const FIXED = new Set<string>([...FACES, ...MONO_FACES])

/**
 * Sets one line: every piece begins at its cell, whatever the pitch of the face that has its letters.
 *
 * @param at where it begins, `x` or from right to left `right`, and its baseline; points. Without a direction it has
 *   that of its first letter.
 */
export function drawRuns(
  pdf: Pdf,
  runs: readonly StyledRun[],
  at: { x: number; y: number; right: number; direction?: Direction },
): void {
  const { tokens, isRtl } = visualOrder(runs, at.direction)
  const pieces = tokens.flatMap(({ text, run }) => piecesOf([{ ...run, text }]))
  let x = at.x
  if (isRtl) x = at.right - pieces.reduce((sum, piece) => sum + widthOf(pdf, piece), 0)
  for (const piece of pieces) {
    const width = widthOf(pdf, piece)
    pdf.text(piece.text, x, at.y, {
      lineBreak: false,
      baseline: 'alphabetic',
    })
    // The library's own underline is placed for another baseline.
    if (piece.isUnderlined)
      pdf
        .moveTo(x, at.y + 2)
        .lineTo(x + width, at.y + 2)
        .lineWidth(0.7)
        .stroke()
    x += width
  }
}

/** Points; leaves the piece's font chosen. */
function widthOf(pdf: Pdf, { face, text }: Piece): number {
  pdf.font(face).fontSize(SIZE)
  return FIXED.has(face) ? cellsOf(text) * CELL : pdf.widthOfString(text)
}
