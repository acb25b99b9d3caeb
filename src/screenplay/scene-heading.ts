import { fold } from './fold'
import { plainText } from './fountain/plain-text'
import { type MarginNumber, marginNumber, readPrefix } from './heading-prefix'
import { cutSegments, type Segment } from './heading-segments'
import { languageTables } from './language-tables'
import type { DayTime } from './languages/Language'
import { canonicalName } from './names'
import { isPlaceFirst, readPlaceFirst } from './place-first'
import { readShortHeading } from './short-headings'
import { isAbsolute, readTime, type TimeContext } from './time-of-day'
import type { InteriorExterior } from './types'

export interface HeadingParts {
  interiorExterior: InteriorExterior
  /** As typed; empty where the heading names no place (`MONTAGE`). */
  location: string
  /** As typed, upper case; null where none was typed. */
  timeOfDay: string | null
  /** What `timeOfDay` means, in whatever language it was typed. */
  dayTime: DayTime | null
  /** What stands beside the time and is none, upper case: FLASHBACK, 1944, RAIN. */
  timeModifiers: string[]
  isOmitted: boolean
}

/** What the rest of the script says about how its headings are to be read. */
export interface HeadingContext {
  /** The script's language. */
  language?: string
  /** Canonical names of places that other headings name: `BEACH DAY` is BEACH by day where BEACH is one. */
  places?: ReadonlySet<string>
  /** The writer sets times off by nothing (`INT. KITCHEN DAY`), heading after heading. */
  hasBareTimes?: boolean
}

/** Headings that name a way of telling, not a place. */
const NO_PLACE =
  /^(?:(?:END|BACK|BEGIN|START|RETURN|SERIES|INTERCUT|RESUME|CLOSE ON|ANGLE ON|INSERT)\b|(?:.*\b)?(?:MONTAGE|INTERCUT|FLASHBACK|FLASH-?FORWARD|TITLES?|CREDITS|SUPER|INSERT|BLACK SCREEN|DREAM SEQUENCE|TITLE CARD|P\.?O\.?V\.?)(?:$|[\s:(-]))|:$/iu

/** A year or a decade of a story: room numbers are not set off. */
const YEAR = /^(?:1[5-9]|20|21)\d\d(?:'?S)?$/

/** Scene numbers that were not typed as the format wants: `# #`, `##`, `#3`; and macros of Highland. */
/** No place and time are that long; the patterns that part them would crawl over a hostile line. */
const LONGEST_PARTED = 1000
const NUMBER_REST = /\s*(?:#\s*#|\{\{#\}\})\s*$|\s+#[\p{L}\d.-]+$/u

/**
 * Parts a scene heading: `INT./EXT. MARA'S FLAT - KITCHEN - NIGHT (RAIN)` is INT/EXT, `MARA'S FLAT - KITCHEN`,
 * NIGHT and RAIN. A time is read behind a dash, a comma, a full stop, a slash or in brackets, in any of the
 * languages, and only where the whole part is one: `EXT. MORNING STAR INN - NIGHT` has one time. What stands
 * behind the time, and known words before it (FLASHBACK), are modifiers.
 *
 * Where nothing sets it off, the last word is the time if the prefix has no dot either (`INT HOUSE DAY`), or
 * if the rest of the script says so: `EXT. GROUNDHOG DAY` by itself is a place.
 */
export function parseHeading(heading: string, context: HeadingContext = {}): HeadingParts {
  const whole = plainText(heading).replace(/\s+/g, ' ').trim()
  let text = whole.replace(NUMBER_REST, '')
  const margin = marginNumber(text)
  if (margin && isHeadingBehind(text.slice(margin.end), margin)) text = text.slice(margin.end)
  const prefix = prefixOf(text, context)
  const rest = (prefix ? text.slice(prefix.end) : text).trim()
  const interiorExterior = prefix?.interiorExterior ?? 'OTHER'
  if (isOmittedText(rest)) {
    return {
      interiorExterior,
      location: '',
      timeOfDay: null,
      dayTime: null,
      timeModifiers: [],
      isOmitted: true,
    }
  }
  const short = prefix ? null : readShortHeading(rest, context.language)
  if (short) {
    const { interiorExterior, dayTime, timeOfDay, language } = short
    const parts = splitTime(rest.slice(short.end), { language: language ?? context.language }, context, false)
    const typed = [timeOfDay, parts.timeOfDay].filter(Boolean).join(' - ')
    return {
      ...parts,
      interiorExterior,
      timeOfDay: upperCase(typed, context.language),
      dayTime: parts.dayTime && isAbsolute(parts.dayTime) ? parts.dayTime : dayTime,
      timeModifiers: parts.timeModifiers.map((each) => upperCase(each, context.language)),
      isOmitted: false,
    }
  }
  const language = context.language ?? prefix?.language ?? undefined
  const times: TimeContext = { language, isOutside: interiorExterior === 'EXT' }
  const behind = prefix ? null : readPlaceFirst(rest, times)
  if (behind) {
    const timeOfDay = behind.timeOfDay && upperCase(behind.timeOfDay, language)
    return { ...behind, timeOfDay, timeModifiers: [], isOmitted: false }
  }
  const parts = splitTime(rest, times, context, prefix !== null && !prefix.hasDot)
  const isPlace = prefix !== null || !namesNoPlace(parts.location)
  return {
    interiorExterior,
    ...parts,
    location: isPlace ? parts.location : '',
    timeOfDay: parts.timeOfDay && upperCase(parts.timeOfDay, language),
    timeModifiers: parts.timeModifiers.map((each) => upperCase(each, language)),
    isOmitted: false,
  }
}

/** True for `OMITTED` in any language, with whatever marks around it. */
export function isOmittedText(text: string): boolean {
  return text.length < 40 && languageTables().omitted.has(fold(text.replace(/^[\s.([-]+|[\s.)\]-]+$/g, '')))
}

/** True where a line that opens with a word (INTERIOR, INNEN, 内景) is a heading: a mark behind it, or a time. */
export function isWordHeading(text: string): boolean {
  const prefix = readPrefix(text)
  if (!prefix || prefix.strength === 'sure') return prefix !== null
  if (text.length > LONGEST_PARTED) return false
  const hasNoLower = !/\p{Ll}/u.test(text)
  if (prefix.strength === 'marked-word' && hasNoLower) return text.length > prefix.end
  const rest = text
    .slice(prefix.end)
    .replace(NUMBER_REST, '')
    .replace(/\s*#[^#]+#\s*$/, '')
  if (!hasNoLower && prefix.strength === 'word') return false
  const { timeOfDay } = splitTime(rest, { language: prefix.language ?? undefined }, {}, true)
  return timeOfDay !== null || readTime(rest) !== null
}

/**
 * True where what stands behind a number in the margin is a heading: it opens like one, or says last whether it is
 * inside; behind a word for a scene (`S#1.`, `CENA 5`) a time is enough.
 */
export function isHeadingBehind(text: string, { hasWord }: Pick<MarginNumber, 'hasWord'>): boolean {
  const prefix = readPrefix(text)
  if (prefix && (prefix.strength === 'sure' || isWordHeading(text.trimEnd()))) return true
  if (isPlaceFirst(text, true)) return true
  if (text.length <= 120 && readShortHeading(text) !== null) return true
  if (!hasWord || text.length > 120 || /\p{Ll}/u.test(text)) return false
  return splitTime(text.trim(), {}, {}, false).timeOfDay !== null
}

function prefixOf(text: string, { language }: HeadingContext) {
  const prefix = readPrefix(text, language)
  return prefix && (prefix.strength === 'sure' || isWordHeading(text)) ? prefix : null
}

function namesNoPlace(location: string): boolean {
  const { markers, transitions, openings } = languageTables()
  if (NO_PLACE.test(location)) return true
  const folded = fold(location).replace(/[.:]$/, '')
  return markers.alone.has(folded) || transitions.has(folded) || openings.has(folded)
}

type TimeParts = Pick<HeadingParts, 'location' | 'timeOfDay' | 'dayTime' | 'timeModifiers'>

function splitTime(
  rest: string,
  times: TimeContext,
  context: HeadingContext,
  isUndotted: boolean,
): TimeParts {
  if (rest.length > LONGEST_PARTED)
    return { location: rest, timeOfDay: null, dayTime: null, timeModifiers: [] }
  const segments = cutSegments(rest, times, isModifier)
  const timeAt = (index: number) => readTime(segments[index]?.text ?? '', times)
  // Where nothing but a time stands behind the prefix (`INT. NIGHT`), it is the place's name.
  let last = segments.length - 1
  while (last > 0 && timeAt(last) === null) last -= 1
  if (last <= 0) return withoutTime(rest, segments, times, context, isUndotted)
  let first = last
  while (first > 1 && (timeAt(first - 1) !== null || isModifier(segments[first - 1]?.text ?? ''))) first -= 1
  const between = segments.slice(first, last + 1)
  const typed = between.filter(({ text }) => readTime(text, times) !== null)
  const found = typed.map(({ text }) => readTime(text, times) as DayTime)
  return {
    // Cut from the text itself, so that the dashes inside the location stay as they were typed.
    location: tidy(rest.slice(0, segments[first - 1]?.end)),
    timeOfDay: typed.map(({ text }) => tidy(text)).join(' - '),
    dayTime: found.findLast(isAbsolute) ?? (found.at(-1) as DayTime),
    timeModifiers: [...between.filter((part) => !typed.includes(part)), ...segments.slice(last + 1)]
      .map(({ text }) => tidy(text))
      // An asterisk at the margin marks a revised line.
      .filter((text) => /[\p{L}\p{N}]/u.test(text)),
  }
}

function withoutTime(
  rest: string,
  segments: readonly Segment[],
  times: TimeContext,
  context: HeadingContext,
  isUndotted: boolean,
): TimeParts {
  // French scripts often say when before they say where: `INT. JOUR - CUISINE`.
  const early = segments.length > 1 ? readTime(segments[0]?.text ?? '', times) : null
  if (early && segments[1] && !isModifier(segments[1].text)) {
    const timeOfDay = tidy(segments[0]?.text ?? '')
    return { location: tidy(rest.slice(segments[1].start)), timeOfDay, dayTime: early, timeModifiers: [] }
  }
  let to = segments.length
  while (to > 1 && isModifier(segments[to - 1]?.text ?? '')) to -= 1
  const timeModifiers = segments.slice(to).map(({ text }) => tidy(text))
  const place = tidy(to === segments.length ? rest : rest.slice(0, segments[to - 1]?.end))
  const bare = bareTime(place, times)
  const isBare =
    bare && (isUndotted || context.hasBareTimes || context.places?.has(canonicalName(bare.location)) === true)
  return { ...(isBare ? bare : { location: place, timeOfDay: null, dayTime: null }), timeModifiers }
}

/** Where the last words are a time that nothing sets off: `KITCHEN LATE NIGHT`. Only times with a light. */
export function bareTime(
  place: string,
  times: TimeContext = {},
): { location: string; timeOfDay: string; dayTime: DayTime } | null {
  if (place.length > LONGEST_PARTED) return null
  const words = place.split(' ')
  for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
    const timeOfDay = words.slice(-count).join(' ')
    const dayTime = readTime(timeOfDay, times)
    const opens = fold(words.at(-count) as string)
    // `A TIME OF NIGHT`: a phrase does not begin with what must have something before it.
    if (dayTime && isAbsolute(dayTime) && !/^(?:OF|TO|OR|AND|FOR|\d+)$/.test(opens)) {
      return { location: tidy(words.slice(0, -count).join(' ')), timeOfDay, dayTime }
    }
  }
  return null
}

/** What stands beside a time and is none, by the tables; a year counts too. */
export function isModifier(text: string): boolean {
  if (text.length > 40) return false
  const { modifiers, besideTime } = languageTables()
  const folded = fold(text).replace(/^[\s.,:]+|[\s.,:]+$/g, '')
  if (folded === '') return false
  if (modifiers.has(folded) || YEAR.test(folded)) return true
  const words = folded.split(/[\s/,&+-]+/).filter(Boolean)
  if (words.length < 2 || !modifiers.has(words[0] as string)) return false
  return words.every((word) => modifiers.has(word) || besideTime.has(word) || YEAR.test(word))
}

function tidy(text: string): string {
  return text.replace(/^[\s,;/~–—-]+|[\s,;/~–—-]+$/g, '').trim()
}

function upperCase(text: string, language: string | undefined): string {
  const upper = language === 'tr' ? text.toLocaleUpperCase('tr') : text.toUpperCase()
  return upper.replace(/[.。]+$/, (dots) => (/(?:^|[.\s])\p{L}\.$/u.test(upper) ? dots : ''))
}
