import { MAX_NAME_LENGTH } from './cue-kinds'
import { isOpening } from './fountain/line-kinds'
import { logicalLines } from './fountain/logical-lines'
import { missedSpeech } from './missed-speech'
import { ScriptError } from './ScriptError'
import type { Speakers } from './speakers'
import { missedHeadings } from './tight-headings'
import type { DoubtfulCue, SceneHeading, ScreenplayElement, ScriptProblem } from './types'

const HOW_A_HEADING_LOOKS =
  'A scene heading is a line of its own with a blank line before and after it, such as ' +
  '"INT. KITCHEN - DAY" or "EXT. HARBOUR - NIGHT"; a dot before any other line makes it one (".MONTAGE").'

const DOUBTS: Record<DoubtfulCue['reason'], string> = {
  marker: 'It reads like a direction',
  shout: 'It reads like a sound',
  sentence: 'It reads like a sentence',
  number: 'It reads like a number',
  'too-long': 'It is longer than any name',
}

/**
 * Looks for what a reader of the script should see.
 *
 * @param elements of the script by the letter of the format
 * @param isTight headings without blank lines are read as headings, see `readTightHeadings`
 * @returns warnings: lines that look like a scene heading and are none, cues that are nobody's or under which nobody
 * speaks, marks that never close, scene numbers without their second mark.
 */
export function checkScript(
  elements: readonly ScreenplayElement[],
  cues: Speakers,
  isTight = false,
): ScriptProblem[] {
  const warnings: ScriptProblem[] = []
  elements.forEach((element, index) => {
    // One by one: what is spread is put on the stack, and one paragraph may have more than fit there.
    for (const mark of openMarks(element)) warnings.push(mark)
    if (element.type === 'action') {
      for (const { offset, text } of missedHeadings(element)) {
        warnings.push({
          line: element.range.start + offset,
          message: isTight
            ? `A scene heading needs a blank line before and after it; this was read as one nevertheless: ${shorten(text)}`
            : `This looks like a scene heading, but a heading needs a blank line before and after it, so it was read as action: ${shorten(text)}`,
        })
      }
      if (/\{\{\s*INCLUDE:/i.test(element.text)) {
        warnings.push({
          line: element.range.start,
          message: 'Another file is included here; it was not read.',
        })
      }
    }
    if (
      element.type === 'scene-heading' &&
      element.sceneNumber === null &&
      /\s#[\p{L}\d.-]+$/u.test(element.text)
    ) {
      warnings.push({
        line: element.range.start,
        message: 'A scene number needs a # before and after it (#12#); this one was not taken for one.',
      })
    }
    if (element.type === 'scene-heading') warnings.push(...numberInside(element))
    if (element.type === 'character' && !isSpeech(elements[index + 1]) && cues.of(element).doubt === null) {
      warnings.push({
        line: element.range.start,
        message: `Nothing is said under the cue ${shorten(element.name)}.`,
      })
    }
  })
  for (const { name, shape, lines } of missedSpeech(elements, cues)) {
    const typed = `${shorten(name)}${{ colon: ': …', gap: '   …', above: '' }[shape]}`
    const mend =
      shape === 'above'
        ? 'Put an @ before it if it is the name of who says what stands below'
        : 'Put the name on a line of its own above the words, with an @ before it, if somebody says them'
    warnings.push({
      line: lines[0] ?? null,
      message: `“${typed}” reads like ${shape === 'above' ? 'a name above what is said' : 'something that is said'}${alsoIn(lines)}, and was read as action. ${mend}.`,
    })
  }
  for (const { name, reason, lines } of cues.doubtful) {
    const others = alsoIn(lines)
    const mend = reason === 'too-long' ? '' : ' Put an @ before it if somebody of that name speaks.'
    warnings.push({
      line: lines[0] ?? null,
      message: `${shorten(name)} stands where a name stands${others}. ${DOUBTS[reason]}, so no person was made of it.${mend}`,
    })
  }
  return warnings
}

/** The other lines of something that is said once. */
function alsoIn(lines: readonly number[]): string {
  if (lines.length < 2) return ''
  const named = lines.slice(1, 20).join(', ')
  return ` (also in ${lines.length > 2 ? 'lines' : 'line'} ${named}${lines.length > 20 ? ', …' : ''})`
}

/** `INT. ROOM #6# - DAY`: other programs look for the number at the end of the line alone. */
function numberInside({ isNumberInside, sceneNumber, text, range }: SceneHeading): ScriptProblem[] {
  const line = range.start
  if (isNumberInside) {
    return [
      {
        line,
        message: `The number #${sceneNumber}# stands inside the heading. It was taken for the scene's; put it at the end of the line, where other programs look for it.`,
      },
    ]
  }
  const left = sceneNumber === null ? null : /(?:^|\s)(#[\p{L}\p{N}.-]+#)(?=\s|$)/u.exec(text)?.[1]
  return left
    ? [
        {
          line,
          message: `The scene has the number ${sceneNumber}, so ${left} inside its heading was read as words.`,
        },
      ]
    : []
}

/**
 * @param elements as the breakdown reads them
 * @throws ScriptError where nothing in the file looks like a script: no heading, nobody who speaks, no transition;
 * and for a cue of one endless word, which nobody wrote. A paragraph in capitals is action, with a warning.
 */
export function refuseProse(elements: readonly ScreenplayElement[], cues: Speakers): void {
  for (const { reason, name, lines } of cues.doubtful) {
    if (reason !== 'too-long' || name.split(' ').every((word) => word.length <= MAX_NAME_LENGTH)) continue
    throw new ScriptError({
      line: lines[0] ?? null,
      message: `A character's name here has ${[...name].length} characters; at most ${MAX_NAME_LENGTH} are allowed.`,
    })
  }
  const isScript = elements.some(
    (element, index) =>
      element.type === 'scene-heading' ||
      element.type === 'transition' ||
      (element.type === 'action' && isOpening(element.text.trim())) ||
      (element.type === 'character' &&
        cues.of(element).doubt === null &&
        (element.forced || isSpeech(elements[index + 1]))),
  )
  if (isScript) return
  const expected = elements.find(({ type }) => type === 'action') ?? elements[0]
  throw new ScriptError({
    line: expected?.range.start ?? 1,
    message: `There is no scene heading in this file; one is expected before this line. ${HOW_A_HEADING_LOOKS}`,
  })
}

/** Notes and boneyard that open and never close are text; whoever wrote them did not mean that. */
function openMarks(element: ScreenplayElement): ScriptProblem[] {
  if (element.type === 'note' || element.type === 'boneyard' || element.type === 'page-break') return []
  const text = element.type === 'character' ? element.name : element.text
  if (!text.includes('[[') && !text.includes('/*')) return []
  return logicalLines(text.split('\n')).flatMap(({ visible, start }) => {
    const mark = visible.includes('/*') ? '/*' : visible.includes('[[') ? '[[' : null
    if (!mark) return []
    const [what, close] = mark === '/*' ? ['A boneyard', '*/'] : ['A note', ']]']
    return [
      {
        line: element.range.start + start - 1,
        message: `${what} begins here and never ends, so it was read as text: put ${close} where it ends.`,
      },
    ]
  })
}

function isSpeech(element: ScreenplayElement | undefined): boolean {
  return element?.type === 'dialogue' || element?.type === 'lyrics' || element?.type === 'parenthetical'
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
