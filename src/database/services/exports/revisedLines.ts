import { diffArrays } from 'diff'

/** Milliseconds after which two scripts have so little in common that looking for it is no use. */
const PATIENCE = 2_000

/**
 * The lines of a script that another version of it does not have in this place: what gets a revision mark. Blank
 * lines are never revised.
 *
 * @returns line numbers of `after`, from 1
 */
export function revisedLines(before: string, after: string): number[] {
  const linesOf = (text: string) => text.split('\n').map((line) => line.trimEnd())
  const now = linesOf(after)
  const changes = diffArrays(linesOf(before), now, { timeout: PATIENCE })
  if (!changes) {
    const known = new Set(linesOf(before))
    return now.flatMap((line, index) => (line !== '' && !known.has(line) ? [index + 1] : []))
  }
  const revised: number[] = []
  let line = 1
  for (const { added, removed, value } of changes) {
    if (removed) continue
    if (added) for (const [index, text] of value.entries()) if (text !== '') revised.push(line + index)
    line += value.length
  }
  return revised
}
