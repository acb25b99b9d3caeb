/** Characters of one query. What asks for the whole schema has 2,000. */
export const MAX_SOURCE = 20_000
/** Brackets within brackets, of fields, lists and filters: a parser calls itself for each. */
export const MAX_BRACKETS = 60

/** A text in quotes, a block of text, or a comment: what stands in them opens and closes nothing. */
const QUIET = /"""(?:[^"\\]|\\[\s\S]|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*/g

/** Why a query is not even parsed; null where it is. Linear in its length. */
export function sourceProblem(source: string): string | null {
  if (source.length > MAX_SOURCE) return `has more than ${MAX_SOURCE} characters`
  let depth = 0
  for (const bracket of source.replace(QUIET, '').match(/[{}[\]()]/g) ?? []) {
    depth += '{[('.includes(bracket) ? 1 : -1
    if (depth > MAX_BRACKETS) return `has brackets within brackets, more than ${MAX_BRACKETS} deep`
  }
  return null
}
