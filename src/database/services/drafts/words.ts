import { diffArrays } from 'diff'
import type { MovedWords, WordChange } from '@/contracts'

/** A word with its apostrophes, a run of spaces, one Chinese or Japanese character, or any other single one. */
const TOKENS = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\p{L}\p{M}\p{N}'’]+|\s+|./gsu

/** More differences than this in one scene are no comparison any more: it was written anew. */
const MAX_EDITS = 3_000
/** Milliseconds for one scene. */
const TIMEOUT = 250

const tokens = (text: string): string[] => text.match(TOKENS) ?? []

/** A part of a text that is in another scene now, or was. */
export interface MovedPart {
  /** Where it stands in the text; the end exclusive. */
  start: number
  end: number
  /** As it is there. */
  other: string
  moved: MovedWords
}

export interface MovedParts {
  /** Of the text before, in order. */
  lost: readonly MovedPart[]
  /** Of the text after, in order. */
  came: readonly MovedPart[]
}

const NONE: MovedParts = { lost: [], came: [] }

/** A word, or a part that moved, which is no word of any other text. */
type Token = string | { text: string; part: MovedPart }

function tokensAround(text: string, parts: readonly MovedPart[]): Token[] {
  const ends = [0, ...parts.map(({ end }) => end)]
  return [
    ...parts.flatMap((part, index): Token[] => [
      ...tokens(text.slice(ends[index], part.start)),
      { text: text.slice(part.start, part.end), part },
    ]),
    ...tokens(text.slice(ends.at(-1))),
  ]
}

/**
 * What changed in a text, by word. Joined without `removed` it is the new text, without `added` the old one. Texts
 * that have next to nothing in common are given as one removed and one added.
 *
 * @param parts what moved into or out of another scene: of it only what is not there is new, or gone
 */
export function wordChanges(before: string, after: string, parts: MovedParts = NONE): WordChange[] {
  // A scene that is new, or gone, as most of a first script are: nothing has to be looked for.
  if (parts.lost.length === 0 && parts.came.length === 0) {
    if (before === '') return after === '' ? [] : [{ kind: 'added', text: after }]
    if (after === '') return [{ kind: 'removed', text: before }]
  }
  const old = tokensAround(before, parts.lost)
  const now = tokensAround(after, parts.came)
  const found = diffArrays<Token>(old, now, { maxEditLength: MAX_EDITS, timeout: TIMEOUT }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: now },
  ]
  const pieces = found.flatMap(({ added, removed, value }) =>
    value.flatMap((token) => piecesOf(added ? 'added' : removed ? 'removed' : 'same', token)),
  )
  return joined(withoutGaps(pieces))
}

/** A word; of a part that moved what is on both sides as moved, and what is not as it is. */
function piecesOf(kind: WordChange['kind'], token: Token): WordChange[] {
  if (typeof token === 'string') return [{ kind, text: token }]
  const { text, part } = token
  const inside = kind === 'added' ? wordChanges(part.other, text) : wordChanges(text, part.other)
  return inside.flatMap((word): WordChange[] =>
    word.kind === 'same'
      ? [{ kind, text: word.text, moved: part.moved }]
      : word.kind === kind
        ? [{ kind, text: word.text }]
        : [],
  )
}

/** Blank lines between what moved moved with it. */
function withoutGaps(pieces: readonly WordChange[]): WordChange[] {
  const nearest = (from: number, step: number): WordChange | undefined => {
    let at = from + step
    while (pieces[at] && !pieces[at]?.moved && pieces[at]?.text.trim() === '') at += step
    return pieces[at]
  }
  return pieces.map((piece, at) => {
    if (piece.kind === 'same' || piece.moved || piece.text.trim() !== '') return piece
    const sides = [nearest(at, -1), nearest(at, 1)]
    const moved = sides.find((each) => each?.moved && each.kind === piece.kind)?.moved
    return moved ? { ...piece, moved } : piece
  })
}

/** One after the other of the same kind as one. */
function joined(pieces: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last && last.kind === piece.kind && last.moved?.key === piece.moved?.key) last.text += piece.text
    else if (piece.text) result.push({ ...piece })
  }
  return result
}
