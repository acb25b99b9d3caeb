import { isGroup, isShouted, titleRole } from '@/screenplay'
import { type CastBlock, castNames } from './cast'
import { readSceneLine } from './heading'
import { key, type Labelled, labelOf, namesIn, readLabelled, withoutMarkdown } from './lines'
import { NO_PERSON } from './words'

/** `once`: somebody who has a single line, and of whom only what stands around it tells that it is one. */
export type Evidence = 'sure' | 'once'

interface Candidate {
  /** As typed. */
  name: string
  count: number
  /** The only line, where it is one. */
  index: number
  value: string
}

/**
 * Finds who speaks. Sure are names in capitals, those that stand before a colon more than once, and those of a list of
 * characters. A name that stands there once needs other evidence: it looks like a name, what follows begins like
 * speech, and it has a speech beside it or is named elsewhere. A sentence that happens to hold a colon is no name, and
 * neither is a label that nobody knows (`Weather: rain`), which stands among the labels of its scene.
 */
export function findSpeakers(lines: readonly string[], cast: CastBlock | null): Map<string, Evidence> {
  const candidates = new Map<string, Candidate>()
  const listed = new Set(castNames(lines, cast))
  const labelled = lines.map((line, index) =>
    cast && index >= cast.from && index < cast.to ? null : readLabelled(withoutMarkdown(line)),
  )
  let isSceneHead = false
  let isAmongLabels = false
  labelled.forEach((found, index) => {
    const line = lines[index] as string
    const label = found && labelOf(found.name)
    if (readSceneLine(withoutMarkdown(line))) isSceneHead = true
    else if (line !== '' && !label && !(isAmongLabels && found)) isSceneHead = false
    if (!found) isAmongLabels = false
    else if (label) {
      isAmongLabels = isSceneHead && label !== 'action'
      if (label === 'people') for (const each of namesIn(found.value)) listed.add(each)
    } else if (found.value !== '' && mayBeName(found) && (!isAmongLabels || isShouted(found.name))) {
      count(candidates, found, index)
    }
  })
  const speakers = new Map<string, Evidence>()
  for (const [name, { count }] of candidates) if (count > 1 || listed.has(name)) speakers.set(name, 'sure')
  // Who is nobody in particular needs no other evidence than a sentence behind the colon.
  for (const [name, each] of candidates)
    if (isGroup(each.name) && opensSpeech(each.value)) speakers.set(name, 'sure')
  const singles = [...candidates].filter(([name, each]) => !speakers.has(name) && looksSpoken(each))
  const beside = neighbours(labelled, new Set([...speakers.keys(), ...singles.map(([name]) => name)]))
  const isNamed = singles.length > 0 ? mentions(lines, labelled) : () => false
  for (const [name, { index, name: typed }] of singles) {
    if (isNamed(typed)) speakers.set(name, 'sure')
    else if (beside(index, name)) speakers.set(name, 'once')
  }
  return speakers
}

/** What stands on title pages in any language is no name either. */
const mayBeName = ({ name }: Labelled) =>
  !NO_PERSON.has(key(name)) && titleRole(name) === null && name.split(/\s+/).length <= 4

function count(candidates: Map<string, Candidate>, { name, value }: Labelled, index: number): void {
  const candidate = candidates.get(key(name)) ?? { name, count: 0, index, value }
  // A name in capitals is as good as two that are not.
  candidate.count += isShouted(name) ? 2 : 1
  candidates.set(key(name), candidate)
}

/** Between the capitals of a name: Kapitän von Trott, María de la Luz. */
const PARTICLE = /^(?:von|van|der|den|de|del|della|di|da|dos|la|le|el|al|bin|ibn|y|of|the|zu|af|av)$/

/** Each word of a name begins with a capital, and so does what is said. */
function looksSpoken({ name, value }: Candidate): boolean {
  const words = name.split(/\s+/)
  return (
    words.length <= 3 &&
    words.every((word, at) => !/^\p{Ll}/u.test(word) || (at > 0 && PARTICLE.test(word))) &&
    opensSpeech(value)
  )
}

const opensSpeech = (value: string) => /^["“”„«»‘'¿¡(（「『–—…-]*(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}]|$)/u.test(value)

/** Whether the line above or below, but for blank ones, is somebody else's. */
function neighbours(labelled: ReadonlyArray<Labelled | null>, names: ReadonlySet<string>) {
  const spoken = labelled.map((found) => (found && names.has(key(found.name)) ? key(found.name) : null))
  return (index: number, name: string): boolean => {
    const isOther = (at: number) => typeof spoken[at] === 'string' && spoken[at] !== name
    // A line of speech may have a blank one between it and the next.
    return [-1, 1].some((step) => isOther(index + step) || isOther(index + 2 * step))
  }
}

/** Whether somebody is named in running text, where a capital is none of the beginning of a sentence. */
function mentions(lines: readonly string[], labelled: ReadonlyArray<Labelled | null>) {
  const prose = lines.filter((_, index) => labelled[index] === null).join('\n')
  const values = labelled.flatMap((found) => (found ? [found.value] : [])).join('\n')
  const named = new Set<string>()
  for (const [, word] of `${prose}\n${values}`.matchAll(
    /(?<=[\p{L}\p{N}][,;]?\s)(\p{Lu}[\p{L}\p{M}'’-]+)/gu,
  )) {
    if (word) named.add(key(word))
  }
  return (name: string) => named.has(key(name.split(/\s+/).at(-1) as string))
}
