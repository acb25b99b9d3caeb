import { fold } from './fold'
import { languageTables, type PrefixKind } from './language-tables'
import type { DayTime } from './languages/Language'
import { readTime } from './time-of-day'
import type { InteriorExterior } from './types'

export interface ShortHeading {
  interiorExterior: InteriorExterior
  /** In a whole word, which means something without its heading: TAG of `A/T`. */
  timeOfDay: string
  dayTime: DayTime
  language: string | null
  /** Where the place begins. */
  end: number
}

/** `A/T HAFEN`, `I/A/N AUTO`, `INT/NUIT CUISINE`: capitals with slashes, and a place. */
const HEAD = /^(\p{Lu}{1,12}\.?(?:\s?\/\s?\p{Lu}{1,12}\.?){1,3})[\s:,–—-]+(?=[\p{Lu}\p{N}])/u

/**
 * Reads side and time as productions shorten them before a place, by the tables of one language at a time. Only for
 * what is known to be a heading, as behind a number: by itself `I/N` may be anything.
 *
 * @param language of the script, where it is known: D is day in English and dusk in German.
 */
export function readShortHeading(text: string, language?: string): ShortHeading | null {
  const [whole, head] = HEAD.exec(text) ?? []
  if (!whole || !head) return null
  const words = head.split('/').map((word) => fold(word.trim().replace(/\.$/, '')))
  const { shortHeadings, sides } = languageTables()
  const own = shortHeadings.filter(({ code }) => code === language)
  for (const { code, kinds, times } of [...own, ...shortHeadings]) {
    const found: PrefixKind[] = []
    let at = 0
    for (; at < words.length; at += 1) {
      const word = words[at] as string
      const kind = kinds.get(word) ?? sides.get(word)
      if (!kind) break
      found.push(kind)
    }
    const [last] = words.slice(at)
    if (found.length === 0 || last === undefined || at !== words.length - 1) continue
    const short = times.get(last)
    const dayTime = short?.time ?? (last.length > 2 ? readTime(last, { isOutside: true }) : null)
    if (!dayTime) continue
    const isBoth = new Set(found).size > 1 || found.includes('both')
    return {
      interiorExterior: isBoth ? 'INT/EXT' : found[0] === 'interior' ? 'INT' : 'EXT',
      timeOfDay: short?.word ?? head.slice(head.lastIndexOf('/') + 1).trim(),
      dayTime,
      language: short ? code : null,
      end: whole.length,
    }
  }
  return null
}
