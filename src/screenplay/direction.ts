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

/** The direction of most letters. */
export function mainDirection(texts: Iterable<string>): Direction {
  let balance = 0
  for (const text of texts)
    for (const [letter] of text.matchAll(LETTERS)) balance += RIGHT_TO_LEFT.test(letter) ? 1 : -1
  return balance > 0 ? 'rtl' : 'ltr'
}
