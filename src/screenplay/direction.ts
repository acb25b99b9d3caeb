const LETTER = /\p{L}/u
const RIGHT_TO_LEFT = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u

export type Direction = 'ltr' | 'rtl'

/**
 * The direction of a text: that of its first letter; left to right where it has none.
 *
 * @see https://www.unicode.org/reports/tr9/ rules P2 and P3
 */
export function directionOf(text: string): Direction {
  const first = LETTER.exec(text)?.[0]
  return first && RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr'
}
