import type { MovedWords } from '@/contracts'
import type { ShownWords } from './foldSame'

export interface WordsOnWay {
  word: ShownWords
  /** Said above it: where what begins here moved to, or from. */
  way?: MovedWords
}

const BLANK_LINE = '\n\n'

/**
 * Says where moved text begins which scene it went to, or came from: once for all of it, whatever is new or gone in
 * between, and above a paragraph whose first word is another now.
 *
 * @param words of one side
 */
export function withWays(words: readonly ShownWords[]): WordsOnWay[] {
  const result: WordsOnWay[] = []
  let key: string | undefined
  for (const word of words) {
    const { moved } = word
    const isBeginning = moved !== undefined && moved.key !== key
    if (moved || word.kind === 'same' || word.kind === 'folded') key = moved?.key
    if (!isBeginning) {
      result.push({ word })
      continue
    }
    const last = result.at(-1)?.word
    const isOpen =
      last && last.kind !== 'same' && last.kind !== 'folded' && !last.moved && !/\n\s*$/.test(last.text)
    if (!isOpen || word.text.startsWith('\n')) {
      result.push({ word: { ...word, text: word.text.replace(/^\n+/, '') }, way: moved })
      continue
    }
    const at = last.text.lastIndexOf(BLANK_LINE)
    const start = at < 0 ? 0 : at + BLANK_LINE.length
    result.pop()
    if (start > 0) result.push({ word: { ...last, text: last.text.slice(0, start) } })
    result.push({ word: { ...last, text: last.text.slice(start) }, way: moved }, { word })
  }
  return result
}
