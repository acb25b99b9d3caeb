import { applyPatch, createTwoFilesPatch } from 'diff'

/** Ends each text with a line break, so that a last line is like any other. */
const closed = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`)

/**
 * Both changes to one text, where they do not touch the same lines.
 *
 * @returns null where they do: a person has to choose.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  const patch = createTwoFilesPatch('base', 'mine', closed(base), closed(mine), '', '', { context: 1 })
  const merged = applyPatch(closed(theirs), patch)
  return merged === false ? null : merged
}
