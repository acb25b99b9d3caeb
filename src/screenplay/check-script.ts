import { hasScenePrefix } from './fountain/line-kinds'
import { ScriptError } from './ScriptError'
import type { ScreenplayElement, ScriptProblem } from './types'

const HOW_A_HEADING_LOOKS =
  'A scene heading is a line of its own with a blank line before and after it, such as ' +
  '"INT. KITCHEN - DAY" or "EXT. HARBOUR - NIGHT"; a dot before any other line makes it one (".MONTAGE").'

/**
 * Checks what a breakdown cannot do without.
 *
 * @returns warnings: lines that look like a scene heading and are none, and cues under which nobody speaks.
 * @throws ScriptError where there is no scene heading, or speech before the first.
 */
export function checkScript(elements: readonly ScreenplayElement[]): ScriptProblem[] {
  const warnings: ScriptProblem[] = []
  const first = elements.findIndex(({ type }) => type === 'scene-heading')
  elements.forEach((element, index) => {
    if (element.type === 'action' && !element.forced)
      warnings.push(...missedHeadings(element.text, element.range.start))
    if (element.type === 'character' && !isSpeech(elements[index + 1])) {
      warnings.push({
        line: element.range.start,
        message: `Nothing is said under the cue ${shorten(element.name)}.`,
      })
    }
  })
  const spoken = elements.findIndex(({ type }) => type === 'character' || type === 'dialogue')
  if (first === -1) throw new ScriptError(noHeading(elements, spoken, warnings))
  const cue = elements[spoken]
  if (cue && spoken < first) {
    const heading = elements[first] as ScreenplayElement
    throw new ScriptError({
      line: cue.range.start,
      message:
        `Somebody speaks here, but the first scene heading comes only in line ${heading.range.start}. ` +
        `Put a heading before this line. ${HOW_A_HEADING_LOOKS}`,
    })
  }
  return warnings
}

function noHeading(
  elements: readonly ScreenplayElement[],
  spoken: number,
  warnings: ScriptProblem[],
): ScriptProblem {
  const missed = warnings.find(({ message }) => message.startsWith(MISSED))
  if (missed)
    return { line: missed.line, message: `There is no scene heading in this file. ${missed.message}` }
  const expected = elements[spoken] ?? elements.find(({ type }) => type === 'action') ?? elements[0]
  return {
    line: expected?.range.start ?? 1,
    message: `There is no scene heading in this file; one is expected before this line. ${HOW_A_HEADING_LOOKS}`,
  }
}

const MISSED = 'This looks like a scene heading'

function missedHeadings(text: string, firstLine: number): ScriptProblem[] {
  // A paragraph of one line with the prefix of a heading would have been a heading.
  if (!text.includes('\n')) return []
  return text.split('\n').flatMap((line, index) =>
    hasScenePrefix(line.trim()) && line.trim() === line.trim().toUpperCase()
      ? [
          {
            line: firstLine + index,
            message: `${MISSED}, but a heading needs a blank line before and after it, so it was read as action: ${shorten(line.trim())}`,
          },
        ]
      : [],
  )
}

function isSpeech(element: ScreenplayElement | undefined): boolean {
  return element?.type === 'dialogue' || element?.type === 'lyrics' || element?.type === 'parenthetical'
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
