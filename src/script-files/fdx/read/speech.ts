import type { FdxKind } from './paragraph-types'
import type { FdxParagraph } from './paragraphs'
import { allInside, inside } from './piece-order'
import type { Piece } from './runs'

/** Speech or song that the next paragraph may go on with. */
export interface Speech {
  kind: 'dialogue' | 'lyrics'
  pieces: Piece[]
  /** The first, and those that it goes on in. */
  paragraphs: [FdxParagraph, ...FdxParagraph[]]
  /** Empty paragraphs since. */
  blanks: number
  /** Notes behind the last of it. */
  apart: Piece[]
}

const SPEECH: ReadonlySet<FdxKind | undefined> = new Set(['dialogue', 'parenthetical', 'lyrics'])

/** True where a block of dialogue goes on with this paragraph; a song on a new page stands by itself. */
export const isSpeech = (next: FdxParagraph | undefined): boolean =>
  SPEECH.has(next?.type?.kind) && !(next?.type?.kind === 'lyrics' && next.startsPage)

/** Notes behind speech stand below it where nothing more is said. */
export function speechPieces(
  paragraph: FdxParagraph,
  next: FdxParagraph | undefined,
): { pieces: Piece[]; apart: Piece[] } {
  return isSpeech(next) ? { pieces: allInside(paragraph.pieces), apart: [] } : inside(paragraph.pieces)
}
