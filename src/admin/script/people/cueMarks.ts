import { type DoubtfulCue, parseFountain } from '@/screenplay'
import { readScript } from '../readScript'

/** What a person can say is somebody after all: a paragraph is nobody, whatever stands before it. */
export const canBePerson = ({ reason }: DoubtfulCue): boolean => reason !== 'too-long'

const mapLine = (lines: string[], number: number, change: (line: string) => string): void => {
  lines[number - 1] = change(lines[number - 1] ?? '')
}

/**
 * Makes everybody of that name a person: an `@` before each of its lines.
 *
 * @param text with `\n` line endings, as the doubtful cue was read of it
 * @returns the whole text; null where the mark alone does not make a person of it.
 */
export function markAsPerson(text: string, { lines }: DoubtfulCue): string | null {
  const next = text.split('\n')
  for (const number of lines) mapLine(next, number, (line) => line.replace(/^(\s*)@?/, '$1@'))
  const marked = next.join('\n')
  const stillDoubtful = new Set(readScript(marked).breakdown?.doubtfulCues.flatMap((cue) => cue.lines))
  return lines.some((number) => stillDoubtful.has(number)) ? null : marked
}

/**
 * Makes a cue, and what stands under it, action: a `!` before the line.
 *
 * @param line 1-based
 * @returns the whole text; null where the mark alone does not do it.
 */
export function markAsNobody(text: string, line: number): string | null {
  const next = text.split('\n')
  mapLine(
    next,
    line,
    (cue) =>
      `!${cue
        .trim()
        .replace(/^@/, '')
        .replace(/\s*\^$/, '')}`,
  )
  const marked = next.join('\n')
  const found = parseFountain(marked).elements.find(({ range }) => range.start === line)
  return found?.type === 'action' ? marked : null
}
