import type { StyledRun } from '@/screenplay/fountain/styled-text'
import { attribute, isElement, textContent, type XmlElement } from '../xml/tree'

/** A stretch of a paragraph in one style, with what else its `Text` element says. */
export interface FdxRun extends StyledRun {
  /** Typed in any case, printed in capitals. */
  isAllCaps: boolean
  /** A number of a revision set; null: as in the first draft. */
  revision: string | null
  /** Numbers of breakdown tags. */
  tags: string[]
  /** What Fountain has no form for: colour, highlight, strikeout, another font. As attributes of `Text`. */
  look: Record<string, string>
  /** True where none of the three above is there. */
  isPlain: boolean
}

/** A note in a paragraph, in the order of the page. */
export interface NotePiece {
  note: XmlElement
}
export type Piece = FdxRun | NotePiece

export const isRun = (piece: Piece): piece is FdxRun => 'text' in piece

const STYLES = ['bold', 'italic', 'underline', 'allcaps']
/** Looks of every document: nobody chose them. */
const USUAL: Record<string, RegExp> = {
  Color: /^#0{12}$/,
  Background: /^#F{12}$/i,
  Font: /^Courier/i,
  Size: /^12$/,
}

export const plainFdxRun = (text: string): FdxRun => ({
  text,
  isBold: false,
  isItalic: false,
  isUnderlined: false,
  isAllCaps: false,
  revision: null,
  tags: [],
  look: {},
  isPlain: true,
})

/** Reads a `Text` element. */
export function readRun(element: XmlElement): FdxRun {
  const run = plainFdxRun(textContent(element))
  if (Object.keys(element.attributes).length === 0) return run
  const styles = (attribute(element, 'Style') ?? '')
    .toLowerCase()
    .split(/[+,\s]+/)
    .filter(Boolean)
  run.isBold = styles.includes('bold')
  run.isItalic = styles.includes('italic')
  run.isUnderlined = styles.includes('underline')
  run.isAllCaps = styles.includes('allcaps')
  const revision = attribute(element, 'RevisionID')?.trim()
  if (revision && revision !== '0') run.revision = revision
  run.tags = (attribute(element, 'TagNumber') ?? '').split(/[\s,;]+/).filter((tag) => /^[1-9]\d*$/.test(tag))
  for (const [name, usual] of Object.entries(USUAL)) {
    const value = attribute(element, name)
    if (value && !usual.test(value)) run.look[name] = value
  }
  const others = styles.filter((style) => !STYLES.includes(style) && style !== '0')
  if (others.length > 0)
    run.look.Style = others.map((style) => style[0]?.toUpperCase() + style.slice(1)).join('+')
  run.isPlain = run.revision === null && run.tags.length === 0 && Object.keys(run.look).length === 0
  return run
}

/**
 * The text of a paragraph in order: `Text` elements, text that stands without one, and notes. Whatever else has
 * text is read by its name elsewhere.
 */
export function readPieces(paragraph: XmlElement): Piece[] {
  const pieces: Piece[] = []
  for (const node of paragraph.children) {
    if (typeof node === 'string') {
      // Between elements stands only the indentation of the file.
      if (node.trim() !== '') pieces.push(plainFdxRun(node))
    } else if (isElement(node, 'Text')) pieces.push(readRun(node))
    else if (isElement(node, 'ScriptNote')) pieces.push({ note: node })
  }
  return pieces
}

/** Capitals as a page shows them; a sharp s stays one letter. */
export const inCapitals = (text: string): string =>
  text
    .split('ß')
    .map((part) => part.toUpperCase())
    .join('ß')

/**
 * Line breaks and spaces at both ends go: programs indent text in their files, and writers type spaces.
 *
 * @param keepsIndent for text whose first line may be set in, as that of action in Fountain: blanks that a writer put
 * before it stay. Behind a line break they are the file's, and a single space is a slip.
 */
export function trimPieces(pieces: readonly Piece[], keepsIndent = false): Piece[] {
  const trimmed = pieces.map((piece) => (isRun(piece) ? { ...piece } : piece))
  for (const piece of trimmed) {
    if (!isRun(piece)) continue
    const text = piece.text.trimStart()
    const indent = piece.text.slice(0, piece.text.length - text.length)
    piece.text = keepsIndent && text !== '' && indent !== ' ' && !/[\r\n]/.test(indent) ? piece.text : text
    if (piece.text !== '') break
  }
  for (const piece of trimmed.toReversed()) {
    if (!isRun(piece)) continue
    piece.text = piece.text.trimEnd()
    if (piece.text !== '') break
  }
  return trimmed
}

export const textOfPieces = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (isRun(piece) ? piece.text : '')).join('')
