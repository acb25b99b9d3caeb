import { plainText } from './fountain/plain-text'
import { isTimeOfDay, LAST_WORD_TIMES } from './time-of-day'
import type { InteriorExterior } from './types'

export interface HeadingParts {
  interiorExterior: InteriorExterior
  /** As typed; empty where the heading names no place (`MONTAGE`). */
  location: string
  /** Upper case; null where none was typed. */
  timeOfDay: string | null
}

const PREFIX =
  /^(?<first>INT|EXT|EST|I|E|ИНТ|НАТ|ЭКСТ)(?<dot>\.?)(?:\s*\/\s*(?<second>INT|EXT|I|E|ИНТ|НАТ|ЭКСТ)(?<secondDot>\.?))?(?=[.。\s–—-]|$|(?<=\.))[.。\s–—-]*/iu

/** Headings that name a way of telling, not a place. */
const NO_PLACE =
  /^(?:(?:END|BACK|BEGIN|START|RETURN|SERIES|INTERCUT|RESUME)\b|(?:.*\b)?(?:MONTAGE|INTERCUT|FLASHBACK|FLASH-?FORWARD|TITLES?|CREDITS|SUPER|INSERT|BLACK SCREEN|DREAM SEQUENCE|TITLE CARD)(?:$|[\s:(-]))/iu

/** A hyphen or dash set off by spaces, however long: ` - `, ` -- `, ` – `, ` — `. */
const SEPARATOR = /\s+[-–—]+(?:\s+|$)/

/**
 * Parts a scene heading: `INT./EXT. MARA'S FLAT - KITCHEN - NIGHT` is INT/EXT, `MARA'S FLAT - KITCHEN` and
 * NIGHT. The last part is the time of day where it reads like one ({@link isTimeOfDay}); what stands behind
 * the time, as in `DAY - FLASHBACK (1944)`, belongs to neither and stays in the heading.
 *
 * Without any dash the last word may be the time (`INT HOUSE DAY`), but only where the prefix has no dot
 * either: `EXT. GROUNDHOG DAY` is a place.
 */
export function parseHeading(heading: string): HeadingParts {
  const text = plainText(heading).replace(/\s+/g, ' ').trim()
  const prefix = PREFIX.exec(text)
  const isPlain = prefix !== null && isKindPrefix(prefix)
  const rest = isPlain ? text.slice(prefix[0].length) : text
  const interiorExterior = isPlain ? kindOf(prefix) : 'OTHER'
  const { location, timeOfDay } = splitTime(rest, isPlain && !prefix[0].includes('.'))
  const isPlace = isPlain || !NO_PLACE.test(location)
  return { interiorExterior, location: isPlace ? location : '', timeOfDay }
}

/** A lone I or E is a letter, not a prefix. */
function isKindPrefix({ groups = {} }: RegExpExecArray): boolean {
  return (groups.first?.length ?? 0) > 1 || groups.second !== undefined
}

function kindOf({ groups = {} }: RegExpExecArray): InteriorExterior {
  const kinds = [groups.first, groups.second].filter(Boolean).map((word) => kindOfWord(word as string))
  return new Set(kinds).size > 1 ? 'INT/EXT' : (kinds[0] as InteriorExterior)
}

function kindOfWord(word: string): InteriorExterior {
  switch (word.toUpperCase()) {
    case 'I':
    case 'INT':
    case 'ИНТ':
      return 'INT'
    case 'EST':
      return 'EST'
    default:
      return 'EXT'
  }
}

function splitTime(rest: string, mayStandAlone: boolean): { location: string; timeOfDay: string | null } {
  const parts = rest.split(SEPARATOR).filter(Boolean)
  // Where nothing but a time stands behind the prefix (`INT. NIGHT`), it is the place's name.
  let to = parts.length - 1
  while (to > 0 && !isTimeOfDay(parts[to] as string)) to -= 1
  if (to > 0) {
    let from = to
    while (from > 1 && isTimeOfDay(parts[from - 1] as string)) from -= 1
    // Cut from the text itself, so that the dashes inside the location stay as they were typed.
    return {
      location: locationBefore(rest, parts.slice(0, from)),
      timeOfDay: parts
        .slice(from, to + 1)
        .join(' - ')
        .toUpperCase(),
    }
  }
  const unspaced = /^(.+\S)[-–—](\p{L}{1,3})$/u.exec(rest)
  if (unspaced?.[2] && /[^\p{ASCII}]/u.test(unspaced[2]) && isTimeOfDay(unspaced[2])) {
    return { location: unspaced[1] as string, timeOfDay: unspaced[2] }
  }
  const lastSpace = rest.lastIndexOf(' ')
  const lastWord = rest.slice(lastSpace + 1).toUpperCase()
  if (mayStandAlone && lastSpace > 0 && parts.length === 1 && LAST_WORD_TIMES.has(lastWord)) {
    return { location: rest.slice(0, lastSpace).trim(), timeOfDay: lastWord }
  }
  return { location: rest.trim(), timeOfDay: null }
}

function locationBefore(rest: string, parts: readonly string[]): string {
  let end = 0
  for (const part of parts) end = rest.indexOf(part, end) + part.length
  return rest.slice(0, end).trim()
}
