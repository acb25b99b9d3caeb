import { isCaseless, isShouted } from './cue-kinds'
import type { Speakers } from './speakers'
import type { Action, ScreenplayElement } from './types'

/** Lines of action that begin as somebody's speech does where names do not stand in capitals above it. */
export interface MissedSpeech {
  /** As typed. */
  name: string
  /** What stands behind the name: a colon, a gap, or the end of the line. */
  shape: 'colon' | 'gap' | 'above'
  /** 1-based. */
  lines: number[]
}

/** A number as radio plays have it, a name, what is in parentheses, and a colon or a gap. Bounded, so that no long line makes it crawl. */
const BEFORE =
  /^\s{0,40}(?:\d{1,4}[.)]\s{1,8})?(\p{L}[\p{L}\p{M}\p{N} .'’-]{0,39}?)\s?(?:[(（][^()（）]{1,60}[)）])?(?:\s?([:：])(?!\/\/)\s*|(?:\s{2,}|\t|　))(\S.{0,2})?/u
/** A name alone on its line, in letters that have no capitals. */
const ABOVE = /^\s{0,40}(\p{Lo}[\p{L}\p{M}\p{N} ]{0,19}?)\s?(?:[(（][^()（）]{1,30}[)）])?\s*$/u

/** What is said begins as a sentence does, whatever mark stands before it. */
const opensSentence = (words: string) => /^["“”„«»‘'¿¡(（「『–—…-]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(words)

/** Each word of a name begins with a capital, or has none. */
const looksLikeName = (name: string) => {
  const words = name.split(/\s+/)
  return words.length <= 3 && words.every((word) => !/^\p{Ll}/u.test(word))
}

/**
 * Finds speech that is action by the format and that its writer may have meant otherwise: `Mary: You are late.`,
 * `DOT   You are late.`, and a name in letters without capitals above what is said (`수진` / `늦었네.`). Only who speaks elsewhere is
 * looked for, as any sentence may hold a colon; where nobody speaks at all, every name.
 */
export function missedSpeech(elements: readonly ScreenplayElement[], cues: Speakers): MissedSpeech[] {
  const isSilent = !elements.some(({ type }) => type === 'dialogue' || type === 'lyrics')
  const isPerson = (name: string) => (isSilent ? cues.mayBePerson(name) : cues.knows(name))
  const found = new Map<string, MissedSpeech>()
  let count = 0
  elements.forEach((element, index) => {
    if (element.type !== 'action') return
    // Where paragraphs are single lines, what is said is the next one.
    const below = isSilent && elements[index + 1]?.type === 'action'
    for (const { name, shape, line } of candidates(element, below)) {
      if (!looksLikeName(name) || !isPerson(name)) continue
      const key = `${shape} ${name.toLowerCase()}`
      const entry = found.get(key) ?? { name, shape, lines: [] }
      entry.lines.push(line)
      found.set(key, entry)
      count += 1
    }
  })
  // One colon in a film without words is punctuation.
  return isSilent && count < 2 ? [] : [...found.values()]
}

type Candidate = Pick<MissedSpeech, 'name' | 'shape'> & { line: number }

function candidates({ text, range }: Action, hasBelow: boolean): Candidate[] {
  const lines = text.split('\n')
  return lines.flatMap((typed, offset): Candidate[] => {
    const line = range.start + offset
    const next = lines[offset + 1] ?? ''
    const [, name = '', colon, words = ''] = BEFORE.exec(typed) ?? []
    // Behind a colon words may stand below it; a gap is one where a name is told from words before it.
    if (colon && opensSentence(words || next.trim())) return [{ name, shape: 'colon', line }]
    if (!colon && words !== '' && (isShouted(name) || isCaseless(name)) && opensSentence(words))
      return [{ name, shape: 'gap', line }]
    const isAbove = offset === 0 && (next.trim() !== '' || (hasBelow && lines.length === 1))
    const alone = isAbove ? ABOVE.exec(typed)?.[1] : undefined
    return alone && isCaseless(alone) ? [{ name: alone, shape: 'above', line }] : []
  })
}
