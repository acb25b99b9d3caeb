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
  const lines = text.split('\n')
  return warnings
    .filter((warning) => !known.has(keyOf(warning)))
    .map(({ line, message }) => ({
      line,
      message,
      words: line === null ? null : (lines[line - 1]?.trim() ?? null),
    }))
}
