import { extensionMeaning } from './extensions'
import { fold } from './fold'
import { isKnownTransition } from './fountain/line-kinds'
import { plainText } from './fountain/plain-text'
import { languageTables } from './language-tables'
import { canonicalName, splitSpeaker } from './names'
import { readTime } from './time-of-day'
import type { Character } from './types'

/** Why a cue is nobody's: see {@link DoubtfulCue}. */
export type CueDoubt = 'marker' | 'shout' | 'sentence' | 'number' | 'too-long'

/** Characters (code points). Longer than any name: a paragraph that was typed in capitals. */
export const MAX_NAME_LENGTH = 200

/** A person's name may end in these with their dot. */
const ABBREVIATION =
  /(?:^|[\s.])(?:\p{L}|JR|SR|ESQ|PHD|MD|DR|MR|MRS|MS|ST|NO|LT|SGT|CPT|BROS|INC|ING|DIPL|SEN|FIL|ML|ST)\.$/u

/** What a cue says: who, and in which way. */
export interface ReadCue {
  /** Canonical. */
  name: string
  /** As typed, without notes, boneyard, emphasis and what is no part of a name. */
  typed: string
  extensions: string[]
  /** An age that was typed behind the name: `MIRA (30)`. */
  age: string | null
}

/** Reads a cue of the model: notes, boneyard and emphasis are no part of a name. */
export function readSpeaker(cue: Character): ReadCue {
  const split = splitSpeaker(plainText(cue.name).normalize('NFC').replace(/\s+/g, ' ').trim())
  const typed = cue.extensions.map((extension) => plainText(extension).replace(/\s+/g, ' ').trim())
  const all = [...split.extensions, ...typed].filter(Boolean)
  const ages = all.filter((each) => /^\d{1,3}$/.test(each))
  return {
    name: canonicalName(split.name),
    typed: split.name,
    extensions: all.filter((each) => !ages.includes(each)),
    age: ages[0] ?? null,
  }
}

/**
 * Why a cue is most likely no person: a marker (`CLOSE ON:`, `LATER`), a shout (`BANG!`), a sentence in capitals.
 * By the letter of the format each is a cue. Whoever was forced with `@`, is heard as voice-over, goes on
 * speaking, shares a page column or has a parenthetical is a person.
 *
 * @param isDirected a parenthetical stands below
 * @param isKnown whether somebody of that canonical name speaks elsewhere
 */
export function cueDoubt(
  cue: Character,
  isDirected: boolean,
  isKnown: (name: string) => boolean,
  language: string,
): CueDoubt | null {
  const { name, typed, extensions } = readSpeaker(cue)
  if ([...name].length > MAX_NAME_LENGTH) return 'too-long'
  if (cue.forced || cue.dual || isDirected) return null
  if (extensions.some((each) => extensionMeaning(each) !== null)) return null
  const whole = plainText(cue.name).replace(/\s+/g, ' ').trim()
  const folded = fold(whole).replace(/\s*[:：.–—-]+$/, '')
  if (isMarker(folded, language) || isKnownTransition(whole)) return 'marker'
  if (/^\d+\s?[A-Z]?\.?$/.test(folded)) return 'number'
  if (/[!?！？]["'”’]?$/.test(whole)) {
    return isKnown(canonicalName(whole.replace(/[!?！？"'”’]+$/, ''))) ? null : 'shout'
  }
  if (/(?:--|[–—…]|\.\.\.)$/.test(whole)) return 'sentence'
  if (whole.endsWith('.') && !ABBREVIATION.test(whole) && !/\p{L}\.\p{L}/u.test(typed)) return 'sentence'
  return null
}

/** A line that is a direction in some language, and neither a name nor a title: DARKNESS, `Ende`, `剧终`. */
export function isMarkerLine(text: string): boolean {
  return languageTables().markers.alone.has(fold(text).replace(/[\s:：.–—-]+$/, ''))
}

/** All in capitals, where the letters have any. */
export const isShouted = (name: string): boolean => name === name.toUpperCase() && name !== name.toLowerCase()

/** A cue for many who are nobody in particular. */
export function isGroup(name: string): boolean {
  return languageTables().groups.has(fold(name))
}

/** Marks between the names of several who speak at once. */
const SEVERAL = /\s*[/&+,，、＆／＋]\s*/
/** What can stand in no name of a script without capitals. */
const SURELY_SEVERAL = /\s*[/&、＆／]\s*/
/** The first letter decides: 路人A is one of these. */
const CASELESS = /^[^\p{Lu}\p{Ll}\p{Lt}]*\p{Lo}/u

/** True for a name in letters without capitals: a cue of such a script must be forced, so the @ says no more than that. */
export function isCaseless(name: string): boolean {
  return CASELESS.test(name)
}

/**
 * The parts of a cue for several in a script without capitals, where `王强、李梅` can be nothing else: no name holds
 * such a mark. Where a word joins them without a space (`王强和李梅`) each must be known.
 */
export function caselessParts(name: string, isKnown: (part: string) => boolean): string[] {
  if (!isCaseless(name)) return []
  const parts = name.split(SURELY_SEVERAL).filter(Boolean)
  if (parts.length > 1) return parts
  for (const word of languageTables().and) {
    const at = isCaseless(word) ? name.indexOf(word, 1) : -1
    const [left, right] = [name.slice(0, at).trim(), name.slice(at + word.length).trim()]
    if (at > 0 && isKnown(left) && isKnown(right)) return [left, right]
  }
  return []
}

/** The parts of a cue for several: `NORA AND BEN`, `NORA/BEN`, `NORA, BEN & ADA`; one part where there is none. */
export function partsOfCue(name: string): string[] {
  const { and } = languageTables()
  const parts: string[] = []
  for (const piece of name.split(SEVERAL)) {
    let part: string[] = []
    for (const word of piece.split(' ')) {
      if (part.length > 0 && and.has(fold(word))) {
        parts.push(part.join(' '))
        part = []
      } else part.push(word)
    }
    parts.push(part.join(' '))
  }
  return parts.filter(Boolean)
}

/** Markers count in English, which all scripts know, and in the script's language: SON is Turkish for THE END. */
function isMarker(folded: string, language: string): boolean {
  const { markers } = languageTables()
  const has = (table: ReadonlyMap<string, readonly string[]>, phrase: string) => {
    const languages = table.get(phrase)
    return languages !== undefined && (languages.includes('en') || languages.includes(language))
  }
  if (has(markers.alone, folded)) return true
  const words = folded.split(/[\s:]+/)
  // A single word may be somebody's name: DAWN, EVE.
  if (words.length > 1 && readTime(folded, { language }) !== null) return true
  for (let count = 1; count <= Math.min(3, words.length); count += 1) {
    // One word by itself is only a marker where the tables say so.
    if (words.length === 1) break
    if (has(markers.begins, words.slice(0, count).join(' '))) return true
    if (has(markers.ends, words.slice(-count).join(' '))) return true
  }
  return false
}
