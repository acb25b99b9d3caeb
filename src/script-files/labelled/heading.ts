import { parseHeading } from '@/screenplay'
import { ACT_WORDS, EXTERIOR, INTERIOR, SCENE_WORDS } from './words'

const NUMBER = '\\d{1,4}[A-Za-z]?|[IVXLC]{1,7}|[一二三四五六七八九十]{1,3}|[०-९]{1,3}|[٠-٩]{1,3}'
/** `SCENE 1`, `Szene 2: Küche`, `Scene Three`? No: numbers only. Also `第3場` and `씬 4`, and `ACT I, SCENE 2`. */
const LINE = new RegExp(
  `^(?:(?<act>\\p{L}[\\p{L}\\p{M}]*)\\s+(?<actNumber>${NUMBER})\\s*[,.:;–—-]+\\s*)?(?<word>\\p{L}[\\p{L}\\p{M}]*)\\s*[#№]?\\s*(?<number>${NUMBER})(?:\\s*[.:：)–—-]+\\s*(?<rest>.*)|\\s+(?<title>\\S.*))?$`,
  'u',
)

export interface SceneLine {
  kind: 'scene' | 'act'
  number: string
  /** Of a scene whose line names its act. */
  act: string | null
  /** What stands behind the number. */
  rest: string
  /** For upper case. */
  language: string
}

/** `SCENE 3`, `Szene 4 – Küche`, `ACT II`, `Acte I, scène 2`; null for any other line. */
export function readSceneLine(line: string): SceneLine | null {
  if (line.length > 160) return null
  const { act, actNumber, word = '', number = '', rest, title } = LINE.exec(line)?.groups ?? {}
  const known = word.toLowerCase()
  const language = SCENE_WORDS.get(known)
  const isOfAct = act !== undefined && ACT_WORDS.has(act.toLowerCase())
  if (act !== undefined && !isOfAct) return null
  const behind = (rest ?? title ?? '').trim()
  // `Scene 2 was better` is prose; a title behind the number has a mark before it or is in capitals.
  if (title !== undefined && title !== title.toUpperCase()) return null
  if (language) return { kind: 'scene', number, act: actNumber ?? null, rest: behind, language }
  if (!isOfAct && ACT_WORDS.has(known))
    return { kind: 'act', number, act: null, rest: behind, language: 'en' }
  return null
}

/** A heading as labels describe it. */
export interface Described {
  places: string[]
  times: string[]
  side: 'INT' | 'EXT' | 'INT/EXT' | null
  language: string
}

/** Reads `INT`, `interior`, `Innen / Außen`, … */
export function sideOf(text: string): Described['side'] {
  const words = text
    .toLowerCase()
    .split(/[\s/,&+-]+/)
    .filter(Boolean)
  const isInterior = words.some((word) => INTERIOR.has(word))
  const isExterior = words.some((word) => EXTERIOR.has(word))
  return isInterior && isExterior ? 'INT/EXT' : isInterior ? 'INT' : isExterior ? 'EXT' : null
}

/** Takes a place as it stands behind its label apart: `INT. Kitchen`, `Kitchen (interior)`, `Harbour - night`. */
export function readPlace(text: string, into: Described): void {
  // No place has a name that long, and no pattern should have to crawl over it.
  if (text.length > 200) {
    into.places.push(text)
    return
  }
  let place = text.replace(/[.\s]+$/, '')
  const bracket = /^(.*?)\s*[(（]([^()（）]{1,40})[)）]$/.exec(place)
  const bracketSide = bracket ? sideOf(bracket[2] as string) : null
  if (bracket && bracketSide) {
    into.side ??= bracketSide
    place = bracket[1] as string
  }
  const [, first, others] = /^(\S+?)[\s.,:–—-]+(.+)$/.exec(place) ?? []
  const firstSide = first ? sideOf(first) : null
  if (first && others && firstSide) {
    into.side ??= firstSide
    place = others
  }
  const { location, timeOfDay } = parseHeading(`INT. ${place}`)
  if (timeOfDay && location) {
    into.times.push(timeOfDay)
    place = location
  }
  if (place) into.places.push(place)
}

/** `INT. KITCHEN - DAY`; without a prefix where nothing says whether it is inside. */
export function describe({ places, times, side, language }: Described): string {
  const prefix = side === null ? '' : `${side === 'INT/EXT' ? 'INT./EXT' : side}. `
  return `${prefix}${[...places, ...times].join(' - ').toLocaleUpperCase(language)}`
}
