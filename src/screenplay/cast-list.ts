import { fold } from './fold'
import { languageTables } from './language-tables'
import { canonicalSpeaker } from './names'
import type { BreakdownCharacter } from './types'

/** What a list of characters says of one of them. */
export type CastEntry = Pick<BreakdownCharacter, 'age' | 'gender' | 'looks'>

/** More lines than any cast has. */
const MAX_ENTRIES = 500
/** `NAME: what`, `NAME - what`, `NAME, what`, `NAME (what) what`; a name of a few words. */
const ENTRY = /^[-*•·]?\s*([^:：,，(（–—]{1,40}?)\s*(?:[:：,，–—]|\s-\s|(?=[(（]))\s*(.+)$/u
const AGE = /^(?:\p{L}{0,2}\s?)(\d{1,3}(?:\s?[-–~～]\s?\d{1,3})?(?:'?s)?)\s*(.*)$/u

/** True for the line over a list of characters, in any language: `人物表`, `CHARACTERS:`, `【登場人物】`. */
export function isCastHeading(line: string): boolean {
  if (line.length > 60) return false
  return languageTables().castList.headings.has(
    fold(line.replace(/^[\s【[(（#*_]+|[\s】\])）:：.*_]+$/g, '')),
  )
}

/**
 * Reads the lists of characters among a script's notes: a note whose first line heads such a list, and a person a line
 * below it. What the list says of age and gender by the words of the tables is taken out, the rest describes.
 *
 * @returns by canonical name.
 */
export function readCastLists(notes: readonly string[]): Map<string, CastEntry> {
  const cast = new Map<string, CastEntry>()
  for (const note of notes) {
    const [heading = '', ...lines] = note.split('\n')
    if (!isCastHeading(heading)) continue
    for (const line of lines.slice(0, MAX_ENTRIES)) {
      const [, name, said] = ENTRY.exec(line.trim().slice(0, 500)) ?? []
      if (name && said) cast.set(canonicalSpeaker(name), describe(said))
    }
  }
  return cast
}

/** Canonical names of everybody in a list of characters among a script's notes, also where it says no more of them. */
export function listedNames(notes: readonly string[]): Set<string> {
  const names = new Set<string>()
  for (const note of notes) {
    const [heading = '', ...lines] = note.split('\n')
    if (!isCastHeading(heading)) continue
    for (const line of lines.slice(0, MAX_ENTRIES)) {
      const typed = line.trim().slice(0, 500)
      names.add(canonicalSpeaker(ENTRY.exec(typed)?.[1] ?? typed))
    }
  }
  return names
}

function describe(said: string): CastEntry {
  const { female, male } = languageTables().castList
  let age: string | null = null
  let gender: CastEntry['gender'] = null
  const looks: string[] = []
  for (const part of said.split(/\s*[,，、;；:：()（）|/]\s*|[.。]\s*$/).filter(Boolean)) {
    const folded = fold(part)
    const own = ageOf(part)
    if (gender === null && female.has(folded)) gender = 'female'
    else if (gender === null && male.has(folded)) gender = 'male'
    else if (age === null && own !== null) age = own
    else looks.push(part)
  }
  return { age, gender, looks: looks.join(', ').slice(0, 300) || null }
}

/** `四十岁左右`: figures in words, which only a word for years makes an age. */
const SPELT = /^[约約近]?[一二三四五六七八九十百两兩]{1,5}(\p{L}+)$/u

function ageOf(part: string): string | null {
  const spelt = SPELT.exec(part)?.[1]
  if (spelt) return languageTables().castList.years.has(fold(spelt)) ? part : null
  const [, age, unit = ''] = AGE.exec(part) ?? []
  if (!age) return null
  return unit === '' || languageTables().castList.years.has(fold(unit.replace(/\.$/, ''))) ? age : null
}
