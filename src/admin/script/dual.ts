import type { ScreenplayElement } from '@/screenplay'

const SPEECH = new Set<ScreenplayElement['type']>(['dialogue', 'parenthetical', 'lyrics'])

/** Index behind the speech whose cue stands at `index`. */
function speechEnd(elements: readonly ScreenplayElement[], index: number): number {
  let end = index + 1
  while (SPEECH.has(elements[end]?.type as ScreenplayElement['type'])) end += 1
  return end
}

/**
 * Where two speak at once, as the printed script sets them side by side: the cue at `index` and the one behind its
 * speech, which was typed with a caret. A third one stands by itself.
 *
 * @param elements what is printed, without notes and the like
 * @returns the indices of the second cue and behind its speech.
 */
export function dualAt(
  elements: readonly ScreenplayElement[],
  index: number,
): { second: number; end: number } | null {
  if (elements[index]?.type !== 'character') return null
  const second = speechEnd(elements, index)
  const next = elements[second]
  if (next?.type !== 'character' || !next.dual) return null
  return { second, end: speechEnd(elements, second) }
}

/** Things one after the other, or two columns of them. */
export type Column<Item> = { item: Item } | { columns: [Item[], Item[]] }

/** Gathers what is spoken at once into columns, everything else as it comes. */
export function inColumns<Item>(
  items: readonly Item[],
  elementOf: (item: Item) => ScreenplayElement,
): Array<Column<Item>> {
  const elements = items.map(elementOf)
  const gathered: Array<Column<Item>> = []
  for (let index = 0; index < items.length; index += 1) {
    const pair = dualAt(elements, index)
    if (!pair) {
      gathered.push({ item: items[index] as Item })
      continue
    }
    gathered.push({ columns: [items.slice(index, pair.second), items.slice(pair.second, pair.end)] })
    index = pair.end - 1
  }
  return gathered
}

const STRONG = /[\p{L}]/u
const RIGHT_TO_LEFT = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u

/** The direction of a text: that of its first letter. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = STRONG.exec(text)?.[0]
  return first && RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr'
}
