import { fold } from './fold'
import { languageTables, type TimeWord } from './language-tables'
import type { DayTime } from './languages/Language'

/** What tells which words are times where a word is several things. */
export interface TimeContext {
  /** The script's language. */
  language?: string | undefined
  /** True where a word that is also a kind of room cannot be one (EXT.). */
  isOutside?: boolean
}

const CLOCK =
  /^(\d{1,2})(?:[:.H](\d{2}))?\s*([AP]\.?M\.?|UHR|O'CLOCK|H|Ч|ЧАСОВ)$|^(\d{1,2}):(\d{2})(?::\d{2})?$/
/** `D1`, `N12`: the day and night numbers of a schedule. */
const STORY_DAY = /^([DN])\d{1,2}$/
const NUMBER = /^#?\d{1,4}(?:ST|ND|RD|TH|E|ER|º|ª)?$/

/** Characters. Also keeps the patterns below from crawling over a hostile heading. */
const LONGEST_TIME = 60

/** Times that say when without saying what the light is. */
const RELATIVE = new Set<DayTime>(['continuous', 'later', 'earlier', 'same'])

/** True for times that say what the light is: DAY and DUSK, not LATER. */
export function isAbsolute(time: DayTime): boolean {
  return !RELATIVE.has(time)
}

/**
 * What a part of a scene heading means as a time of day: a time word (`NIGHT`, `NACHT`, `夜`), a phrase in which each
 * word is a time or may stand beside one (`THE NEXT MORNING`, `FRÜHER MORGEN`, `3 HOURS LATER`), several
 * (`DAY/NIGHT`), a clock time with a colon or AM/PM, each with a number behind it (`DAY 2`).
 *
 * @returns null where it is none, such as `NIGHT MANAGER'S OFFICE`. Of several times the last that has a light.
 */
export function readTime(part: string, context: TimeContext = {}): DayTime | null {
  if (part.length > LONGEST_TIME) return null
  const bare = fold(part).replace(/^[\s.,:;]+|[\s.,:;!。]+$/g, '')
  if (bare === '') return null
  const whole = lookUp(bare, context)
  if (whole) return whole
  const clock = CLOCK.exec(bare)
  if (clock) return timeOfClock(clock)
  const story = STORY_DAY.exec(bare)
  if (story) return story[1] === 'D' ? 'day' : 'night'
  return readWords(bare.split(/[\s/,&+–—-]+/).filter(Boolean), context)
}

/** What a stored time of day means, whatever it was typed as: `SPÄTER - NACHT` is night. */
export function dayTimeOf(timeOfDay: string | null | undefined): DayTime | null {
  const parts = (timeOfDay ?? '').replace(/\([^()]*\)/g, ' ').split(/\s+[-–—]+\s+/)
  const times = parts.flatMap((part) => readTime(part, { isOutside: true }) ?? [])
  return pickTime(times)
}

function readWords(words: string[], context: TimeContext): DayTime | null {
  if (words.length === 0) return null
  const { besideTime } = languageTables()
  // `DAY 2`, `DAY #2`; a lone number is none.
  while (words.length > 1 && NUMBER.test(words.at(-1) as string)) words.pop()
  const times: DayTime[] = []
  for (let index = 0; index < words.length; ) {
    const phrase = longestPhrase(words, index, context)
    if (phrase) {
      times.push(phrase.time)
      index += phrase.length
      continue
    }
    const word = words[index] as string
    if (!besideTime.has(word) && !NUMBER.test(word)) return null
    index += 1
  }
  return pickTime(times)
}

function longestPhrase(
  words: readonly string[],
  from: number,
  context: TimeContext,
): { time: DayTime; length: number } | null {
  for (let length = Math.min(4, words.length - from); length > 0; length -= 1) {
    const time = lookUp(words.slice(from, from + length).join(' '), context)
    if (time) return { time, length }
  }
  return null
}

function pickTime(times: readonly DayTime[]): DayTime | null {
  return times.findLast(isAbsolute) ?? times.at(-1) ?? null
}

function lookUp(phrase: string, context: TimeContext): DayTime | null {
  const { times } = languageTables()
  const found = times.get(phrase) ?? times.get(phrase.replace(/(\p{L})\d{1,2}$/u, '$1'))
  return found && isMeant(found, context) ? found.time : null
}

function isMeant({ isAmbiguous, languages }: TimeWord, { language, isOutside }: TimeContext): boolean {
  return !isAmbiguous || isOutside === true || (language !== undefined && languages.includes(language))
}

function timeOfClock(clock: RegExpExecArray): DayTime {
  let hour = Number(clock[1] ?? clock[4]) % 24
  if (clock[3]?.startsWith('P') && hour < 12) hour += 12
  if (clock[3]?.startsWith('A') && hour === 12) hour = 0
  if (hour < 5 || hour >= 21) return 'night'
  if (hour < 7) return 'dawn'
  if (hour < 12) return 'morning'
  if (hour < 13) return 'noon'
  return hour < 18 ? 'afternoon' : 'evening'
}
