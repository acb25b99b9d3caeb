import { fold } from './fold'
import { languageTables, type PrefixKind, type PrefixWord } from './language-tables'
import type { InteriorExterior } from './types'

export interface HeadingPrefix {
  interiorExterior: InteriorExterior
  /** Where the rest of the heading begins, behind marks and spaces. */
  end: number
  /** True where a dot belongs to it: `INT.`; without one the last word of a heading may be its time. */
  hasDot: boolean
  /** `sure`: nothing else looks like that. `word`: a heading where the line has a time or a mark behind the word. */
  strength: 'sure' | 'marked-word' | 'word'
  /** Languages of words that are only in one: they tell the script's. */
  language: string | null
}

/** A scene number at the left margin: `12`, `12A.`, `A12`, `13-15`, `5 -`, `６`. */
const NUMBER =
  /^([\p{Lu}]{0,2}\p{Nd}{1,4}[\p{L}]{0,3}(?:-[\p{Lu}]?\p{Nd}{1,4}[\p{Lu}]?)?)(?:[.)．]?\s+(?:[-–—/:]\s+)?|[.)．]?\s?[-–—/:]\s+)(?=\S)/u
/** With a word before it: `BILD 5 -`, `SÉQ. 3.`, `S#1.`, `مشهد (1)`. */
const WORD_NUMBER =
  /^([\p{L}\p{M}]{1,10})\.?\s?(?:[#№]\s?|[(（]\s?|[nN][.º°]{1,2}\s?)?(\p{Nd}{1,4}[\p{L}]{0,2}(?:[-.]\p{Nd}{1,4}[\p{Lu}]?)?)\s?[)）]?(?:\s*[.:：,،/–—-])?\s*(?=\S)/u
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?/uy
const JOINER = /\s*[/&+–—-]\s*/y
const DOT = /[.。．]/
/** What parts a prefix from the place: at least one of these, or the end. */
const SEPARATOR = /[.。．\s:：,，、\-–—/]/

export interface MarginNumber {
  number: string
  /** Where the line goes on. */
  end: number
  /** A word says that it is a scene's number. */
  hasWord: boolean
}

/** Characters in which the digit of a number must stand, behind a word and its marks. */
const DIGIT_WITHIN = 14

/** Most lines are told by this: no digit near their beginning, in any script. */
function hasDigitEarly(text: string): boolean {
  for (let index = 0; index < DIGIT_WITHIN && index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 48 && code <= 57) return true
    // Digits of Arabic and Indian scripts, and full-width ones.
    if ((code >= 0x660 && code <= 0xe60) || (code >= 0xff10 && code <= 0xff19)) {
      if (/^\p{Nd}/u.test(text[index] as string)) return true
    }
  }
  return false
}

/** The number at the left margin of a line; null where none stands there. */
export function marginNumber(text: string): MarginNumber | null {
  if (!hasDigitEarly(text)) return null
  const digit = NUMBER.exec(text)
  if (digit?.[1]) return { number: digit[1].normalize('NFKC'), end: digit[0].length, hasWord: false }
  const found = /^[\p{L}\p{M}]{1,10}\.?\s?[#№(（nN\p{Nd}]/u.test(text) ? WORD_NUMBER.exec(text) : null
  if (!found?.[1] || !found[2] || !languageTables().sceneWords.has(fold(found[1]))) return null
  return { number: found[2].normalize('NFKC'), end: found[0].length, hasWord: true }
}

/**
 * Reads INT., EXT., INT./EXT., INNEN/AUSSEN, ИНТ., 内景 … at the start of a text without leading space.
 *
 * @param language of the script, where it is known: EST. is a street in Italian and a view elsewhere.
 */
export function readPrefix(text: string, language?: string): HeadingPrefix | null {
  const tables = languageTables()
  if (!tables.prefixStarts.has(text[0] ?? '')) return null
  const kinds: PrefixKind[] = []
  let end = 0
  let hasDot = false
  let isJoined = false
  let last: PrefixWord | null = null
  let form: PrefixWord['form'] = 'word'
  let own: string | null = null
  for (;;) {
    const word = wordAt(text, end)
    if (!word) break
    const followed = text[word.end] ?? ''
    last = word.entry
    // The strictest word of those that are joined does not matter: beside another each is sure.
    form = last.form
    own ??=
      last.kinds.length === 1 && last.kinds[0]?.language !== 'en' ? (last.kinds[0]?.language ?? null) : null
    kinds.push((last.kinds.find((each) => each.language === language) ?? last.kinds[0])?.kind as PrefixKind)
    end = word.end
    const isDotted = DOT.test(followed)
    if (isDotted) {
      hasDot = true
      end += 1
    }
    const next = joinedWord(text, end, isDotted)
    if (next === -1) break
    isJoined = true
    end = next
  }
  if (!last) return null
  const rest = text.slice(end)
  const behind = rest[0] ?? ''
  const isDotted = DOT.test(text[end - 1] ?? '')
  if (!isDotted && behind !== '' && !SEPARATOR.test(behind)) return null
  if (form === 'letter' && !isJoined) return null
  if (form === 'abbreviation' && !isDotted && !isJoined) return null
  // `EST-CE`, `INT-ERNATIONAL`: a hyphen in a word.
  if (behind === '-' && /^-\p{Ll}/u.test(rest)) return null
  if (behind === '-' && /^-\p{L}/u.test(rest) && kinds[0] === 'establishing') return null
  if (behind === '/' && !isDotted && form !== 'loose' && form !== 'word') return null
  const isWord = form === 'word'
  const isMarked = isDotted || /^\s*[:：,，、\-–—/]/.test(rest)
  return {
    interiorExterior: combine(kinds),
    end: end + (/^[.。．\s:：,，、\-–—/]*/.exec(rest)?.[0].length ?? 0),
    hasDot,
    strength: isWord ? (isMarked ? 'marked-word' : 'word') : behind === '/' ? 'word' : 'sure',
    language: own,
  }
}

function wordAt(text: string, at: number): { entry: PrefixWord; end: number } | null {
  const { prefixes } = languageTables()
  WORD.lastIndex = at
  const first = WORD.exec(text)?.[0]
  if (!first || first.length > 24) return null
  const end = at + first.length
  if (text[end] === ' ') {
    WORD.lastIndex = end + 1
    const second = WORD.exec(text)?.[0]
    const pair = second && second.length < 12 ? prefixes.get(fold(`${first} ${second}`)) : undefined
    if (pair && second) return { entry: pair, end: end + 1 + second.length }
  }
  const entry = prefixes.get(fold(first))
  return entry ? { entry, end } : null
}

/** Where the next word of `INT. / EXT.` begins; -1 where no other prefix is joined on. */
function joinedWord(text: string, at: number, isDotted: boolean): number {
  JOINER.lastIndex = at
  const joiner = JOINER.exec(text)?.[0]
  const from = joiner ? at + joiner.length : isDotted && text[at] === ' ' ? at + 1 : -1
  if (from === -1) return -1
  const next = wordAt(text, from)
  if (!next || (next.entry.form === 'word') !== (wordBefore(text, at)?.form === 'word')) return -1
  const behind = text[next.end] ?? ''
  // Without a mark between (`INT. EXT. CAR`) both need their dots.
  if (!joiner && !DOT.test(behind)) return -1
  return behind === '' || SEPARATOR.test(behind) || /[&+]/.test(behind) ? from : -1
}

function wordBefore(text: string, at: number): PrefixWord | undefined {
  const before = /([\p{L}\p{M}]+)[.。．]?$/u.exec(text.slice(Math.max(0, at - 26), at))?.[1]
  return before ? languageTables().prefixes.get(fold(before)) : undefined
}

function combine(kinds: readonly PrefixKind[]): InteriorExterior {
  const set = new Set(kinds)
  if (set.size > 1 || set.has('both')) return 'INT/EXT'
  const names = { interior: 'INT', exterior: 'EXT', establishing: 'EST', both: 'INT/EXT' } as const
  return names[kinds[0] as PrefixKind]
}
