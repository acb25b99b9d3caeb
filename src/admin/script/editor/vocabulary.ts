import { canonicalName, readPrefix, usualTimes } from '@/screenplay'
import type { Reading } from '../readScript'

/** What the writer may mean: what the project knows, and what the text itself says. Capitals, as typed in a script. */
export interface Vocabulary {
  names: string[]
  places: string[]
}

/** Offered behind those that the script uses itself. */
const USUAL_PREFIXES = ['INT. ', 'EXT. ', 'INT./EXT. ', 'EST. ']

const unique = (words: Iterable<string>): string[] => [...new Set([...words].filter(Boolean))]

export function namesIn({ breakdown }: Reading, { names }: Vocabulary): string[] {
  const spoken = [...(breakdown?.characters ?? [])].sort((a, b) => b.lineCount - a.lineCount)
  return unique([...spoken.map(({ name }) => name), ...names.map(canonicalName)])
}

/** The words of a list, the most used first. */
function byUse(words: string[]): string[] {
  const uses = new Map<string, number>()
  for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1)
  return [...uses].sort((a, b) => b[1] - a[1]).map(([word]) => word)
}

/** Scenes but the one whose heading is being typed: half a word is no place. */
const otherScenes = ({ breakdown }: Reading, line: number) =>
  (breakdown?.scenes ?? []).filter(({ range }) => range.start !== line)

/** @param line 1-based; of the heading that is being typed. */
export function placesIn(reading: Reading, { places }: Vocabulary, line: number): string[] {
  const used = otherScenes(reading, line).map(({ location }) => canonicalName(location))
  return unique([...byUse(used), ...places.map(canonicalName)])
}

/** How headings begin: as those of the script do, then as most do. */
export function prefixesIn(reading: Reading, line: number): string[] {
  const language = languageOf(reading)
  const used = otherScenes(reading, line).flatMap(({ heading }) => {
    const end = readPrefix(heading, language)?.end
    return end ? `${heading.slice(0, end).trim().toUpperCase()} ` : []
  })
  return unique([...byUse(used), ...USUAL_PREFIXES])
}

export const languageOf = ({ breakdown }: Reading): string => breakdown?.language ?? 'en'

/** Those of the script, then the usual ones of its language. @param line 1-based; of the heading that is being typed. */
export function timesIn(reading: Reading, line: number): string[] {
  return unique([
    ...byUse(otherScenes(reading, line).flatMap(({ timeOfDay }) => timeOfDay ?? [])),
    ...usualTimes(languageOf(reading)),
  ])
}

/**
 * Who is likely to speak next, the likeliest first: in a dialogue of two the one before the last, then those who
 * spoke in the scene.
 *
 * @param line 1-based; where the cue is to stand.
 */
export function likelySpeakers({ breakdown }: Reading, line: number): string[] {
  const scene = breakdown?.scenes.findLast(({ range }) => range.start <= line)
  const spoken = (scene?.lines ?? [])
    .filter(({ range }) => range.end < line)
    .map(({ character }) => character)
  const recent = unique(spoken.reverse())
  const [last, other, ...rest] = recent
  return unique([other ?? '', ...rest, last ?? ''])
}
