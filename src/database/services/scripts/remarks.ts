import type { Remark } from '@/contracts'

const keyOf = ({ line, message }: { line: number | null; message: string }) => `${line}\n${message}`

/**
 * What of an import's warnings is kept with the episode: what no later reading of its text says again. Each is kept
 * with the words of its line, by which the line is found again after others were typed above it.
 *
 * Linear.
 *
 * @param text what the lines count in
 * @param said what a reading of the text alone says
 */
export function remarksOf(
  warnings: Array<{ line: number | null; message: string }>,
  text: string,
  said: Array<{ line: number | null; message: string }> = [],
): Remark[] {
  const known = new Set(said.map(keyOf))
  const kept = warnings.filter((warning) => !known.has(keyOf(warning)))
  const words = wordsOf(text, new Set(kept.map(({ line }) => line)))
  return kept.map(({ line, message }) => ({
    line,
    message,
    words: line === null ? null : (words.get(line) ?? null),
  }))
}

/** The words of some lines. Cutting up a text of ten million lines for one or none of them takes most of a second. */
function wordsOf(text: string, wanted: ReadonlySet<number | null>): Map<number, string> {
  const words = new Map<number, string>()
  let missing = wanted.size - (wanted.has(null) ? 1 : 0)
  for (let line = 1, from = 0; missing > 0 && from <= text.length; line += 1) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    if (wanted.has(line)) {
      words.set(line, text.slice(from, to).trim())
      missing -= 1
    }
    from = to + 1
  }
  return words
}
