import type { ScreenplayElement } from './types'

const LETTER = /\p{L}/u
const LETTERS = /\p{L}/gu
const RIGHT_TO_LEFT = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u

export type Direction = 'ltr' | 'rtl'

/**
 * The direction of a text: that of its first letter.
 *
 * @param otherwise the direction of what has no letters
 * @see https://www.unicode.org/reports/tr9/ rules P2 and P3
 */
export function directionOf(text: string, otherwise: Direction = 'ltr'): Direction {
  const first = LETTER.exec(text)?.[0]
  if (!first) return otherwise
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr'
}

/** {@link mainDirection} of what is written in a screenplay, names on cues aside. */
export const directionOfScript = (elements: readonly ScreenplayElement[]): Direction =>
  mainDirection(elements.map((element) => ('text' in element ? element.text : '')))

/** The direction of most letters. */
export function mainDirection(texts: Iterable<string>): Direction {
  let balance = 0
  for (const text of texts)
    for (const [letter] of text.matchAll(LETTERS)) balance += RIGHT_TO_LEFT.test(letter) ? 1 : -1
  return balance > 0 ? 'rtl' : 'ltr'
}
