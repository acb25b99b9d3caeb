import { countSpoken } from './words'

/** Words a second of unhurried English dialogue (about 155 a minute). */
export const WORDS_PER_SECOND = 2.6

/** Characters a second of spoken Chinese or Japanese. */
const CJK_CHARACTERS_PER_SECOND = 5

/** Seconds of breath around a speech, and for a parenthetical such as (beat). */
const PAUSE_SECONDS = 0.5

/**
 * How long a speech lasts when spoken: its words, a breath, and another for each parenthetical.
 *
 * @returns seconds, to a tenth; 0 for a cue under which nothing is said.
 */
export function spokenSeconds(text: string, parentheticals = 0): number {
  const { words, characters } = countSpoken(text)
  if (words + characters === 0) return 0
  const seconds = words / WORDS_PER_SECOND + characters / CJK_CHARACTERS_PER_SECOND
  return roundTenth(seconds + PAUSE_SECONDS * (1 + parentheticals))
}

/** A scene runs a minute a page, unless what is said in it takes longer. Seconds, to a tenth. */
export function sceneSeconds(pageEighths: number, spoken: number): number {
  return roundTenth(Math.max((pageEighths / 8) * 60, spoken))
}

export function roundTenth(seconds: number): number {
  return Math.round(seconds * 10) / 10
}
