import { numberedHeading, opensHeading, sceneNumberIn } from './marks'
import type { PlacedPage } from './placed'
import { characterWidth } from './rows'

/** What a document's pages have in common. Points. */
export interface Measure {
  /** Of most of the text. */
  size: number
  /** From a line to the next where no blank one is between. */
  pitch: number
  /** Of most characters. */
  character: number
  /** Of a Latin letter, in which the columns of a page are counted: those of Chinese are wider, the page is not. */
  cell: number
  /** Where headings and action begin. */
  left: number
}

/** Points from the left of the page: in no program action begins further in. */
const FARTHEST_ACTION = 150
/** Speech begins an inch further in than action. */
const SPEECH_FROM_ACTION = 72

/** Measures the type of a document, from the text that most of it is. */
export function measure(pages: readonly PlacedPage[]): Measure {
  const sizes = new Count()
  const characters = new Count()
  const steps = new Count()
  const edges = new Count()
  const headings = new Count()
  for (const page of pages) {
    let above: number | null = null
    for (const row of page.rows) {
      if (above !== null) steps.add(round(row.y - above, 0.5))
      above = row.y
      row.items.forEach(({ segment }, index) => {
        for (const run of segment.runs) {
          sizes.add(round(run.size, 0.5), run.text.length)
          characters.add(round(characterWidth(run), 0.1), run.text.length)
        }
        if (index === 0) edges.add(round(segment.x, 1), segment.plain.length)
        const isMarginal = index === 0 && row.items.length > 1 && sceneNumberIn(segment.plain) !== null
        if (!isMarginal && (opensHeading(segment.plain) || numberedHeading(segment.plain)))
          headings.add(round(segment.x, 1))
      })
    }
  }
  const size = sizes.most() ?? 12
  const near = steps.entries().filter(([step]) => step > size * 0.7 && step < size * 1.7)
  const total = near.reduce((sum, [, count]) => sum + count, 0)
  const pitch = near.filter(([, count]) => count >= total * 0.1).map(([step]) => step)
  const character = characters.most() ?? size * 0.6
  return {
    size,
    pitch: pitch.length > 0 ? Math.min(...pitch) : size,
    character,
    cell: Math.min(character, size * 0.6),
    left: headings.most() ?? leftOf(edges) ?? 108,
  }
}

/**
 * Where action would begin in a document without headings. Where nearly all is speech its column is the left-most: known
 * by standing further in than any action, with names 0.8 to 1.5 inches beside it.
 */
function leftOf(edges: Count): number | null {
  const most = edges.most()
  if (most === null || most < FARTHEST_ACTION) return most
  const isSpeech = edges.entries().some(([x]) => x > most + 58 && x < most + 108)
  return isSpeech ? most - SPEECH_FROM_ACTION : most
}

const round = (value: number, to: number): number => Math.round(value / to) * to

class Count {
  private readonly counts = new Map<number, number>()

  add(value: number, weight = 1): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + weight)
  }

  entries(): Array<[number, number]> {
    return [...this.counts]
  }

  most(): number | null {
    let best: [number, number] | null = null
    for (const entry of this.counts) if (!best || entry[1] > best[1]) best = entry
    return best?.[0] ?? null
  }
}
