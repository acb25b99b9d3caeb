/**
 * What is not seen: spaces of every width, controls, and what Unicode gives no picture (zero-width characters, soft
 * hyphens, marks of direction, fillers, selectors of variants, tags); the empty Braille cell and the anchors of notes,
 * which have one of nothing.
 */
const UNSEEN = /[\s\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/gu

/** What is seen of a text, without the spaces. */
export const seenOf = (text: string): string => text.replace(UNSEEN, '')

/** True where nothing of a text can be seen: then it says as much as an empty one. */
export function isBlank(text: string): boolean {
  return seenOf(text) === ''
}
