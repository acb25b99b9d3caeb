import { phrasesOf } from './language-tables'
import { LANGUAGES } from './languages/index'
import type { DayTime } from './languages/Language'

/** The most used first. */
const ORDER: readonly DayTime[] = [
  'day',
  'night',
  'morning',
  'evening',
  'dawn',
  'dusk',
  'later',
  'continuous',
  'same',
  'afternoon',
  'noon',
  'midnight',
  'earlier',
]

/**
 * The time words that a heading in this language usually ends in, the most used first: DAY, NIGHT; TAG, NACHT.
 *
 * @param language as a breakdown names it; English where nobody knows it
 */
export function usualTimes(language: string): string[] {
  const { times } = LANGUAGES.find(({ code }) => code === language) ?? (LANGUAGES[0] as (typeof LANGUAGES)[0])
  return ORDER.flatMap((time) => phrasesOf(times[time]).slice(0, 1))
}
