/** How many panels a message names; the rest is counted. */
const NAMED = 5

export const UNTITLED = 'A panel without a title'

/** Locked panels in a sentence: `a locked panel (scene 12, shot 3, version 2)`. */
export function lockedInWords(titles: readonly string[]): string {
  const named = titles.slice(0, NAMED)
  const rest = titles.length - named.length
  const list = (rest > 0 ? [...named, `${rest} more`] : named).join('; ')
  return `${titles.length === 1 ? 'a locked panel' : 'locked panels'} (${list})`
}
