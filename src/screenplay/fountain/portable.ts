import type { Action, Character, SceneHeading, Screenplay, ScreenplayElement, Transition } from '../types'
import { oneLine } from './write-text'

/**
 * What every Fountain program knows by itself. The specification's prefixes, in Latin letters, with a full stop or a space.
 * @see https://fountain.io/syntax#section-slug
 */
const COMMON_HEADING = /^(?:INT\.?\/EXT|I\/E|INT|EXT|EST)[. ]/i
const NUMBER_AT_END = /#[^#\n]+#\s*$/
/** The specification's, and what every program adds to it, or sets as people typed it. */
const COMMON_TRANSITION = /(?:TO:|^(?:FADE|CUT) (?:OUT|TO BLACK)[.:]?)\s*$/
const LETTER = /\p{L}/u
const UPPER = /\p{Lu}/u
const LOWER = /\p{Ll}/u

/**
 * A script’s text as other programs read it: what is known here by the tables of languages, by numbers at the margins or
 * by columns, and to the specification is action, is marked as what it is (`.`, `@`, `>`), and a scene number stands
 * between `#`. Every other line stays as it is, to the letter; so does a script that needs none of this.
 *
 * @param text what the ranges of `screenplay` count lines in
 */
export function portableFountain(text: string, { elements }: Screenplay): string {
  let lines: string[] | null = null
  for (const element of elements) {
    // A heading or a cue of several lines has a note or a boneyard in it, and is left to its writer.
    if (element.type !== 'action' && element.range.start !== element.range.end) continue
    const at = element.range.start - 1
    lines ??= text.split('\n')
    const line = lines[at]
    const next = line === undefined ? null : portableLine(element, line)
    if (next !== null) lines[at] = next
  }
  return lines?.join('\n') ?? text
}

/** Null where the line is read alike everywhere. */
function portableLine(element: ScreenplayElement, line: string): string | null {
  switch (element.type) {
    case 'scene-heading':
      return portableHeading(element, line.trim())
    case 'character':
      return portableCue(element, line.trim())
    case 'transition':
      return portableTransition(element, line.trim())
    case 'action':
      return portableAction(element, line)
    default:
      return null
  }
}

function portableHeading({ text, sceneNumber }: SceneHeading, line: string): string | null {
  const isMarked = line.startsWith('.')
  const isNumberInPlace = sceneNumber === null || NUMBER_AT_END.test(line)
  if ((isMarked || COMMON_HEADING.test(line)) && isNumberInPlace) return null
  const number = sceneNumber === null ? '' : ` #${sceneNumber}#`
  const heading = oneLine(text)
  return `${COMMON_HEADING.test(heading) ? '' : '.'}${heading}${number}`
}

/** Letters without case are capitals to some programs and not to others. */
function portableCue({ name, extensions, forced }: Character, line: string): string | null {
  const cue = [name, ...extensions].join(' ')
  return forced || (UPPER.test(name) && !LOWER.test(cue)) ? null : `@${line}`
}

/** Over another line, a line of letters without case is a cue to who takes them for capitals. */
function portableAction({ text, forced, range }: Action, line: string): string | null {
  const isSafe = forced || range.start === range.end || !text.startsWith(line.trim())
  return isSafe || !LETTER.test(line) || UPPER.test(line) || LOWER.test(line) ? null : `!${line}`
}

function portableTransition({ forced }: Transition, line: string): string | null {
  return forced || COMMON_TRANSITION.test(line) ? null : `> ${line}`
}
