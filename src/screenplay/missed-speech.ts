import type { Speakers } from './speakers'
import type { ScreenplayElement } from './types'

/** Lines of action that begin as somebody's speech does where names stand before colons. */
export interface MissedSpeech {
  /** As typed. */
  name: string
  /** 1-based. */
  lines: number[]
}

/** A name, a direction in parentheses, a colon, words. Bounded, so that no long line makes it crawl. */
const SPEECH =
  /^\s*(\p{L}[\p{L}\p{M}\p{N} .'’-]{0,39}?)\s?(?:[(（][^()（）]{1,60}[)）])?\s?[:：](?!\/\/)\s*(\S.{0,2})/u

/** What is said begins as a sentence does, whatever mark stands before it. */
const opensSentence = (words: string) => /^["“”„«»‘'¿¡「『–—…-]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(words)

/** Each word of a name begins with a capital, or has none. */
const looksLikeName = (name: string) => {
  const words = name.split(/\s+/)
  return words.length <= 3 && words.every((word) => !/^\p{Ll}/u.test(word))
}

/**
 * Finds `Mary: You are late.` in a screenplay whose other speech stands below its cues: it is action by the format, and
 * its writer may have meant it as Mary's. Only who speaks elsewhere is looked for, as any sentence may hold a colon;
 * where nobody speaks at all, every name.
 */
export function missedSpeech(elements: readonly ScreenplayElement[], cues: Speakers): MissedSpeech[] {
  const isSilent = !elements.some(({ type }) => type === 'dialogue' || type === 'lyrics')
  const found = new Map<string, MissedSpeech>()
  let count = 0
  for (const element of elements) {
    if (element.type !== 'action' || !/[:：]/.test(element.text)) continue
    element.text.split('\n').forEach((line, offset) => {
      const [, name = '', words = ''] = SPEECH.exec(line) ?? []
      if (name === '' || !looksLikeName(name) || !opensSentence(words)) return
      if (!(isSilent ? cues.mayBePerson(name) : cues.knows(name))) return
      const key = name.toLowerCase()
      const entry = found.get(key) ?? { name, lines: [] }
      entry.lines.push(element.range.start + offset)
      found.set(key, entry)
      count += 1
    })
  }
  // One colon in a film without words is punctuation.
  return isSilent && count < 2 ? [] : [...found.values()]
}
