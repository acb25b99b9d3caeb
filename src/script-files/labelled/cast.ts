import { isCastHeading } from '@/screenplay'
import { readSceneLine } from './heading'
import { key, labelOf, readLabelled, withoutMarkdown } from './lines'

/** A list of the characters before the first scene: the lines `[from, to)`, its heading first. */
export interface CastBlock {
  from: number
  to: number
}

/** `MARA: 40, a baker`, `MARA - a baker`, `Mara (40), a baker`, or a name alone. */
const ENTRY = /^[-*•]?\s*(\p{L}[^:：,，(（–—]{0,39}?)\s*(?:[:：,，(（–—].*|\s-\s.*)?$/u

/** Finds the list under `CHARACTERS` or what it is called in another language; null where there is none. */
export function findCast(lines: readonly string[]): CastBlock | null {
  const from = lines.findIndex((line) => isCastHeading(withoutMarkdown(line)) || isScene(line))
  if (from === -1 || isScene(lines[from] as string)) return null
  let to = from + 1
  for (; to < lines.length; to += 1) {
    const line = withoutMarkdown(lines[to] as string)
    if (line === '') continue
    const label = labelOf(readLabelled(line)?.name ?? '')
    if (isScene(line) || label || !ENTRY.test(line)) break
    // One blank line parts the heading from the list or its entries; behind two the list is over.
    if (to - from > 1 && lines[to - 1] === '' && !/[:：–—(（]|\s-\s|,/.test(line)) break
  }
  while (to > from && lines[to - 1] === '') to -= 1
  return to - from > 1 ? { from, to } : null
}

const isScene = (line: string) => readSceneLine(withoutMarkdown(line)) !== null

/** The names in the list, as {@link key}s. */
export function castNames(lines: readonly string[], cast: CastBlock | null): string[] {
  if (!cast) return []
  return lines.slice(cast.from + 1, cast.to).flatMap((line) => {
    const name = ENTRY.exec(withoutMarkdown(line))?.[1]
    return name ? [key(name)] : []
  })
}
