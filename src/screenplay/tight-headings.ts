import { looksLikeHeading, splitSceneNumber } from './fountain/line-kinds'
import { logicalLines } from './fountain/logical-lines'
import { parseBody } from './fountain/parse'
import { marginNumber } from './heading-prefix'
import type { Action, ScreenplayElement } from './types'

/** Lines of a paragraph of action that look like headings and lack a blank line: offsets from its first line. */
export function missedHeadings(action: Action): Array<{ offset: number; text: string }> {
  // A paragraph of one line with the prefix of a heading would have been a heading.
  if (action.forced || !action.text.includes('\n')) return []
  return action.text.split('\n').flatMap((line, offset) => {
    const text = line.trim()
    return text === text.toUpperCase() && opensScene(text) ? [{ offset, text }] : []
  })
}

/** With a number before it, too: `SC. 1 INT. CAFE - DAY` above those who are in it. */
function opensScene(text: string): boolean {
  if (looksLikeHeading(text)) return true
  const number = marginNumber(text)
  return number !== null && looksLikeHeading(text.slice(number.end))
}

/**
 * Reads a script whose writer sets headings without blank lines: where more headings are missed that way than
 * read, or those who are in the scene are listed right below its heading as sitcoms have it, each becomes one, and what
 * stands below it is read anew. By the letter of the format it is action, so
 * a script with its headings set off keeps the odd one as it is.
 *
 * @returns the elements as given where there is nothing to mend.
 */
export function readTightHeadings(elements: readonly ScreenplayElement[]): readonly ScreenplayElement[] {
  const headings = elements.filter(({ type }) => type === 'scene-heading').length
  const missed = elements.reduce(
    (sum, element) => sum + (element.type === 'action' ? missedHeadings(element).length : 0),
    0,
  )
  if (missed <= headings && !elements.some(listsCastBelow)) return elements
  return elements.flatMap((element) => (element.type === 'action' ? splitAction(element) : [element]))
}

/** `INT. LIVING ROOM - DAY` above `(Maggie, Oz)` or `[MAGGIE, OZ]`. */
function listsCastBelow(element: ScreenplayElement): boolean {
  if (element.type !== 'action') return false
  const lines = element.text.split('\n')
  return missedHeadings(element).some(({ offset }) =>
    /^\s*(?:\([^()]{2,200}\)|\[[^[\]]{2,200}\])\s*$/.test(lines[offset + 1] ?? ''),
  )
}

function splitAction(action: Action): ScreenplayElement[] {
  const found = missedHeadings(action)
  if (found.length === 0) return [action]
  const lines = action.text.split('\n')
  const first = action.range.start
  const read = (from: number, to: number): ScreenplayElement[] =>
    parseBody(logicalLines(lines.slice(from, to))).map((element) => ({
      ...element,
      range: { start: element.range.start + first + from - 1, end: element.range.end + first + from - 1 },
    }))
  const result = read(0, found[0]?.offset ?? 0)
  found.forEach(({ offset }, index) => {
    const line = lines[offset] as string
    const range = { start: first + offset, end: first + offset }
    const alone = parseBody(logicalLines([line]))[0]
    result.push(
      alone?.type === 'scene-heading'
        ? { ...alone, range }
        : { type: 'scene-heading', ...splitSceneNumber(line, line), forced: false, range },
    )
    for (const each of read(offset + 1, found[index + 1]?.offset ?? lines.length)) result.push(each)
  })
  return result
}
