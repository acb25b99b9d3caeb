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
    if (isParenthetical(text)) {
      elements.push({ type: 'parenthetical', text: text.slice(1, -1).trim(), range })
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
