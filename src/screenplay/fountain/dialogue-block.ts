import type { Dialogue, Lyrics, ScreenplayElement } from '../types'
import { isParenthetical } from './cue'
import { isKeptBlank, isPageBreak } from './line-kinds'
import { isBlank, type LogicalLine } from './logical-lines'

/**
 * Reads what is said under a cue, from `lines[from]` on. Everything up to the next blank line belongs to
 * the block, whatever it looks like (the specification: "any text following a Character or Parenthetical
 * element"), except a page break. A line of exactly two spaces is a blank line within the speech.
 *
 * @returns the index of the first line behind the block.
 */
export function readDialogueBlock(
  lines: readonly LogicalLine[],
  from: number,
  elements: ScreenplayElement[],
): number {
  let current = null as Dialogue | Lyrics | null
  let keptBlanks = 0
  let index = from
  for (; index < lines.length; index += 1) {
    const line = lines[index] as LogicalLine
    if (isKeptBlank(line)) {
      keptBlanks += 1
      continue
    }
    if (isBlank(line) || isPageBreak(line.raw)) break
    const text = line.raw.trim()
    const range = { start: line.start, end: line.end }
    const aside = readAside(lines, index)
    if (aside) {
      elements.push({ type: 'parenthetical', text: aside.text, range: { start: line.start, end: aside.end } })
      index = aside.last
      current = null
    } else {
      const type: 'lyrics' | 'dialogue' = text.startsWith('~') ? 'lyrics' : 'dialogue'
      const said = type === 'lyrics' ? text.slice(1).trim() : text
      if (current?.type === type) {
        current.text += `${'\n'.repeat(keptBlanks + 1)}${said}`
        current.range.end = line.end
      } else {
        const speech: Dialogue | Lyrics = { type, text: said, range }
        current = speech
        elements.push(speech)
      }
    }
    keptBlanks = 0
  }
  return index
}

/** Lines that a parenthetical may be broken over: what word processors do to long ones. */
const ASIDE_LINES = 4

/**
 * Reads a parenthetical at `lines[from]`: a line in brackets, or a few lines of which the first opens a bracket
 * and the last ends in the one that closes it. Line breaks in it are none of the writer's.
 */
export function readAside(
  lines: readonly LogicalLine[],
  from: number,
): { text: string; last: number; end: number } | null {
  const first = (lines[from] as LogicalLine).raw.trim()
  if (first[0] !== '(' && first[0] !== '（') return null
  let whole = ''
  for (let last = from; last < Math.min(lines.length, from + ASIDE_LINES); last += 1) {
    const line = lines[last] as LogicalLine
    if (isBlank(line) || isPageBreak(line.raw) || line.raw.trim().startsWith('~')) return null
    whole = whole === '' ? line.raw.trim() : `${whole} ${line.raw.trim()}`
    if (isParenthetical(whole)) return { text: whole.slice(1, -1).trim(), last, end: line.end }
    // Closed in the middle: `(one) and two`.
    if (closesInside(whole)) return null
  }
  return null
}

function closesInside(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '(' || character === '（') depth += 1
    else if (character === ')' || character === '）') depth -= 1
    if (depth === 0) return true
  }
  return false
}
