import { splitSentences } from '@/scene-reading'
import { listEntries } from '../planAction'

/** What says of a shot which sentences of its paragraphs it shows. */
export interface Describing {
  /** The paragraphs of action that it was suggested from. */
  action: readonly string[]
  /** What is in frame, in words. Not given, nobody knows which sentences it shows. */
  description?: string | null
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** The sentences of a paragraph of action, each entry of a list by itself, as they are compared. */
export const sentencesOf = (paragraph: string): string[] =>
  (listEntries(paragraph) ?? [paragraph]).flatMap(splitSentences).map(folded)

/**
 * The sentences of a paragraph that stand word for word in a description. Empty also where somebody described it in
 * words of their own: then nobody can tell which are shown.
 */
export function wordsShown(paragraph: string, description: string | null | undefined): string[] {
  const words = folded(description ?? '')
  return words ? sentencesOf(paragraph).filter((sentence) => words.includes(sentence)) : []
}

/** The sentences that a shot shows of all its paragraphs, be they on the page or not. */
export const ownWords = ({ action, description }: Describing): string[] =>
  action.flatMap((paragraph) => wordsShown(paragraph, description))

/**
 * Whether all that a shot says of paragraphs which are gone stands on the page still, as only other sentences of them
 * changed. False where it cannot be told.
 */
export function isSaidStill(gone: readonly string[], shot: Describing, page: readonly string[]): boolean {
  if (gone.length === 0 || shot.description?.includes('…')) return false
  const there = new Set(page.flatMap(sentencesOf))
  return gone.every((paragraph) => {
    const words = wordsShown(paragraph, shot.description)
    return words.length > 0 && words.every((sentence) => there.has(sentence))
  })
}

/**
 * The sentences of a paragraph that none of its shots shows. Empty where it cannot be told of one of them what it shows:
 * its description is in other words, or was cut short.
 */
export function wordsInNone(paragraph: string, shots: readonly Describing[]): string[] {
  const shown = new Set<string>()
  for (const { action, description } of shots) {
    if (!action.includes(paragraph)) continue
    const words = wordsShown(paragraph, description)
    if (words.length === 0 || description?.includes('…')) return []
    for (const sentence of words) shown.add(sentence)
  }
  return shown.size === 0 ? [] : sentencesOf(paragraph).filter((sentence) => !shown.has(sentence))
}
