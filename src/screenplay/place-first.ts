import { fold } from './fold'
import { languageTables, type PrefixKind } from './language-tables'
import type { DayTime } from './languages/Language'
import { readTime, type TimeContext } from './time-of-day'
import type { InteriorExterior } from './types'

/** A heading that says first where, and behind it whether that is inside, and when. */
export interface PlaceFirst {
  location: string
  interiorExterior: InteriorExterior
  timeOfDay: string | null
  dayTime: DayTime | null
}

/** Longer lines are no headings. */
const LONGEST = 120
/** What parts a place from what is said of it; a space alone only where a slash stands between the two words behind it. */
const BREAKS = /\s+[-–—]\s*|[.。．,，、・·‧•･]\s*|\s*[/|]\s*|\s*[(（[]\s*|\s+/gu
/** At least one of these is in every such line. */
const BREAK = /[-–—.。．,，、・·‧•･/|(（[]/
const WORDS = /[\s./,，、・·‧•･|()（）[\]–—-]+/u

/**
 * Reads `KÜCHE - INNEN/NACHT`, `CUISINE. INT. JOUR`, `MUTFAK İÇ/GECE`, `教室・中（昼）`: what German, French, Italian,
 * Spanish, Brazilian, Turkish and Japanese scripts print where others begin with INT.
 *
 * @returns null where the text does not end in interior or exterior, with or without a time beside it.
 */
export function readPlaceFirst(text: string, times: TimeContext = {}): PlaceFirst | null {
  if (text.length > LONGEST) return null
  const { sides, sideEnds } = languageTables()
  if (!sideEnds.has(lastLetter(text))) return null
  // The first break behind which all is side and time.
  for (const found of text.matchAll(BREAKS)) {
    if (found.index === 0) continue
    const tail = text.slice(found.index + found[0].length)
    const words = tail.split(WORDS).filter(Boolean)
    if (words.length === 0 || words.length > 6) continue
    const isSpace = found[0].trim() === ''
    const kinds = words.flatMap((word) => sides.get(fold(word)) ?? [])
    if (kinds.length === 0) continue
    if (isSpace && !/[/.]/.test(tail)) continue
    const rest = words.filter((word) => !sides.has(fold(word)))
    const typed = rest.join(' ')
    // Beside a side a word is a time, whatever else it is in other languages (GÜN, JOUR).
    const dayTime = typed === '' ? null : readTime(typed, { ...times, isOutside: true })
    if (typed !== '' && dayTime === null) continue
    return {
      location: text.slice(0, found.index).replace(/^[\s.,/–—-]+|[\s.,/–—-]+$/g, ''),
      interiorExterior: sideOf(kinds),
      timeOfDay: typed || null,
      dayTime,
    }
  }
  return null
}

/** The last character but for brackets, dots and spaces, folded; of a sentence its mark. */
function lastLetter(text: string): string {
  let end = text.length - 1
  while (end > 0 && ' .)）]'.includes(text[end] as string)) end -= 1
  const last = text[end] ?? ''
  // Folding is for accents and small letters; this runs on every line.
  return last >= '\u2e80' || (last >= 'A' && last <= 'Z') ? last : fold(last).slice(-1)
}

/**
 * True for a line that is a heading of that kind by its looks: no small letters, a place, interior or exterior, and
 * a time. Without a time it needs a number in front, which the caller knows.
 */
export function isPlaceFirst(visible: string, isNumbered = false): boolean {
  if (visible.length > LONGEST || visible.length < 5 || !BREAK.test(visible) || /\p{Ll}/u.test(visible))
    return false
  const found = readPlaceFirst(visible.replace(/\s*#[^#]+#\s*$/, '').trim())
  return found !== null && found.location !== '' && (isNumbered || found.timeOfDay !== null)
}

function sideOf(kinds: readonly PrefixKind[]): InteriorExterior {
  const set = new Set(kinds)
  return set.size > 1 || set.has('both') ? 'INT/EXT' : set.has('interior') ? 'INT' : 'EXT'
}
