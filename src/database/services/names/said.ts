import type { NameSaidBy } from '@/contracts'
import { clip, splitSentences } from '@/scene-reading'
import { canonicalName, type NameChange, renameWords, saysName } from '@/screenplay'

/** Suggested shots give longer names up to here, with an ellipsis. */
const LONGEST_SUGGESTED = 30

const folded = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** A sentence as it can be found in a page: without what the machine puts before it, or cuts off behind it. */
const asQuoted = (sentence: string): string =>
  folded(sentence)
    .replace(/^(?:What is seen|Establishing): /, '')
    .replace(/[\s.!?…,;:–—-]+$/, '')

/** Whether a sentence is the page's own, rather than the machine's. */
export const isQuote = (sentence: string, page: string): boolean => {
  const words = asQuoted(sentence)
  return words !== '' && folded(page).includes(words)
}

/** Names in which an old one does not mean who was renamed: those of others, and their own new one (Nora, now Nora Lind). */
const longerNames = ({ new: next, others = [] }: NameChange): string[] => [...others, next]

/** Whether a text says an old name. */
export const saysOldName = (text: string, change: NameChange): boolean =>
  saysName(text, change.old, longerNames(change))

/** Whether a text can say a name at all: cheaper than {@link saysOldName}, and never wrong about a no. */
export function mayName(text: string | null | undefined, name: string): boolean {
  const [first = ''] = canonicalName(name).split(/[^\p{L}\p{M}\p{N}]/u)
  return (
    Boolean(text) &&
    folded(text as string)
      .toUpperCase()
      .includes(first.toUpperCase())
  )
}

function renameSentence(sentence: string, change: NameChange): string {
  const renamed = renameWords(sentence, change)
  const cut = clip(change.old, LONGEST_SUGGESTED)
  return cut === change.old ? renamed : renameWords(renamed, { ...change, old: cut })
}

/** What the machine wrote, with a new name. What it quotes stays as the page has it, until the script says otherwise. */
const renameSuggested = (text: string, page: string, change: NameChange): string =>
  splitSentences(text)
    .map((sentence) => (isQuote(sentence, page) ? sentence : renameSentence(sentence, change)))
    .join(' ')

/** Ways to call people that are tried for one sentence: of several who go by several names each. */
const MAX_TRIES = 60
/** So many people of one sentence are called otherwise at once. */
const MAX_CHANGES = 4

/**
 * A text as a page has it, where it only calls people otherwise. Null where the page does not have it either way.
 *
 * @param isOnPage of a text with other names
 */
export function asPageHas(
  text: string,
  changes: readonly NameChange[],
  isOnPage: (text: string) => boolean,
): string | null {
  const seen = new Set([text])
  let tries = [text]
  for (let depth = 0; depth < MAX_CHANGES && tries.length > 0; depth += 1) {
    const next: string[] = []
    for (const each of tries)
      for (const change of changes) {
        if (!mayName(each, change.old)) continue
        const renamed = renameWords(each, change)
        if (seen.has(renamed) || seen.size > MAX_TRIES) continue
        if (isOnPage(renamed)) return renamed
        seen.add(renamed)
        next.push(renamed)
      }
    tries = next
  }
  return null
}

export interface Said {
  /** The text as a renaming leaves it. */
  renamed: string
  by: NameSaidBy
}

/**
 * What a renaming makes of a text that says the old name, and whose turn it is where it goes on saying it. The one rule by
 * which names are changed and by which it is told where an old one still stands.
 *
 * @param page the action that the text may quote
 * @param isSuggested whether the machine wrote it
 * @returns null where the text does not say the name
 */
export function saidIn(
  text: string | null | undefined,
  page: string | null | undefined,
  change: NameChange,
  isSuggested: boolean,
): Said | null {
  if (!text) return null
  const renamed = isSuggested ? renameSuggested(text, page ?? '', change) : text
  if (isSuggested && renamed !== splitSentences(text).join(' '))
    return { renamed, by: saysOldName(renamed, change) ? 'script' : 'suggestion' }
  if (!saysOldName(text, change)) return null
  return { renamed: text, by: isSuggested ? 'script' : 'person' }
}
