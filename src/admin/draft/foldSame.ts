import type { WordChange } from '@/contracts'

export type ShownWords =
  | WordChange
  | {
      kind: 'folded'
      of: WordChange['kind']
      text: string
      lines: number
      moved?: WordChange['moved']
      /** Words that moved along with it are shown before it. */
      isMore: boolean
    }

/** Lines that stay on either side of a change. */
const MARGIN = 2
/** A stretch shorter than this is not worth folding. */
const SHORTEST_FOLD = 3

const hasWords = (lines: readonly string[]): boolean => lines.some((line) => line.trim() !== '')

/** Whether what moved here goes on with what moved along with it, with nothing between them but what is new or gone. */
function isGoingOn(words: readonly WordChange[], index: number): boolean {
  const { kind, moved } = words[index] as WordChange
  for (let at = index - 1; at >= 0; at--) {
    const before = words[at] as WordChange
    if (before.kind === 'same' || (before.kind === kind && before.moved && before.moved.key !== moved?.key))
      return false
    if (before.kind === kind && before.moved && hasWords([before.text])) return true
  }
  return false
}

/**
 * Folds long stretches that are the same, here or in the scene that they moved to, so that what changed in a scene of
 * pages is seen at once.
 */
export function foldSame(words: WordChange[]): ShownWords[] {
  return words.flatMap((word, index): ShownWords[] => {
    const { moved } = word
    if (word.kind !== 'same' && !moved) return [word]
    const lines = word.text.split('\n')
    // The first lines of what moved are shown wherever it stands: by them one knows what it is.
    const head = index === 0 && !moved ? 0 : MARGIN
    const tail = index === words.length - 1 ? 0 : MARGIN
    const hidden = lines.slice(head, lines.length - tail)
    if (lines.length - head - tail < SHORTEST_FOLD) return [word]
    const shown: ShownWords[] = []
    const isMore = moved !== undefined && (hasWords(lines.slice(0, head)) || isGoingOn(words, index))
    const join = (part: string[]) => part.join('\n')
    if (head > 0) shown.push({ ...word, text: `${join(lines.slice(0, head))}\n` })
    const isLast = tail === 0
    shown.push({
      kind: 'folded',
      of: word.kind,
      text: join(hidden) + (isLast ? '' : '\n'),
      lines: hidden.filter((line) => line.trim() !== '').length,
      ...(moved ? { moved } : {}),
      isMore,
    })
    if (!isLast) shown.push({ ...word, text: join(lines.slice(lines.length - tail)) })
    return shown
  })
}
