import { diffArrays } from 'diff'
import type { WordChange } from '@/contracts'

/** A word with its apostrophes, a run of spaces, one Chinese or Japanese character, or any other single one. */
const TOKENS = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\p{L}\p{M}\p{N}'’]+|\s+|./gsu

/** More differences than this in one scene are no comparison any more: it was written anew. */
const MAX_EDITS = 3_000
/** Milliseconds for one scene. */
const TIMEOUT = 250

const tokens = (text: string): string[] => text.match(TOKENS) ?? []

/**
 * What changed in a text, by word. Joined without `removed` it is the new text, without `added` the old one. Texts
 * that have next to nothing in common are given as one removed and one added.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const parts = diffArrays(tokens(before), tokens(after), { maxEditLength: MAX_EDITS, timeout: TIMEOUT })
  if (!parts)
    return [
      { kind: 'removed' as const, text: before },
      { kind: 'added' as const, text: after },
    ].filter(({ text }) => text !== '')
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}
