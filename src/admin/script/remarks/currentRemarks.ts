import type { DraftWarning, Remark } from '@/contracts'
import type { Reading } from '../readScript'

/**
 * All there is to say about a script now: what its file and its import said, at the lines where those words stand
 * by now, and what the text itself says. What was said of a line that is gone is settled.
 */
export function currentRemarks(kept: Remark[], { text, breakdown, problems }: Reading): DraftWarning[] {
  const lines = text.split('\n').map((line) => line.trim())
  const found = kept.flatMap(({ line, message, words }): DraftWarning[] => {
    if (line === null || words === null) return [{ line: null, message }]
    const at = nearest(lines, words, line - 1)
    return at === null ? [] : [{ line: at + 1, message }]
  })
  const all = [...problems, ...found, ...(breakdown?.warnings ?? [])].map(({ line, message }) => ({
    line,
    message,
  }))
  const unique = new Map(all.map((remark) => [`${remark.line}\n${remark.message}`, remark]))
  return [...unique.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

/** The line with these words that stands nearest to where they stood; from 0. */
function nearest(lines: string[], words: string, place: number): number | null {
  for (let step = 0; step < lines.length + place; step += 1) {
    if (lines[place - step] === words) return place - step
    if (lines[place + step] === words) return place + step
  }
  return null
}
