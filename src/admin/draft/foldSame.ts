import type { WordChange } from '@/contracts'

export type ShownWords = WordChange | { kind: 'folded'; text: string; lines: number }

/** Lines that stay on either side of a change. */
const MARGIN = 2
/** A stretch shorter than this is not worth folding. */
const SHORTEST_FOLD = 3

/** Folds long stretches that are the same, so that what changed in a scene of pages is seen at once. */
export function foldSame(words: WordChange[]): ShownWords[] {
  return words.flatMap((word, index): ShownWords[] => {
    if (word.kind !== 'same') return [word]
    const lines = word.text.split('\n')
    const head = index === 0 ? 0 : MARGIN
    const tail = index === words.length - 1 ? 0 : MARGIN
    const hidden = lines.slice(head, lines.length - tail)
    if (lines.length - head - tail < SHORTEST_FOLD) return [word]
    const shown: ShownWords[] = []
    const join = (part: string[]) => part.join('\n')
    if (head > 0) shown.push({ kind: 'same', text: `${join(lines.slice(0, head))}\n` })
    const isLast = tail === 0
    shown.push({
      kind: 'folded',
      text: join(hidden) + (isLast ? '' : '\n'),
      lines: hidden.filter((line) => line.trim() !== '').length,
    })
    if (!isLast) shown.push({ kind: 'same', text: join(lines.slice(lines.length - tail)) })
    return shown
  })
}
