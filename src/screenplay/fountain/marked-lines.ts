import type {
  Action,
  Centered,
  Lyrics,
  PageBreak,
  Section,
  SourceRange,
  Synopsis,
  Transition,
} from '../types'
import { cutOut, isPageBreak, trimmedEnd } from './line-kinds'
import type { LogicalLine } from './logical-lines'

type MarkedElement = Action | Centered | Lyrics | PageBreak | Section | Synopsis | Transition

/**
 * Reads the lines that a mark at their start makes what they are, wherever they stand outside dialogue:
 * `#` section, `=` synopsis, `===` page break, `>` transition, `> <` centred, `~` lyrics, `!` action.
 *
 * @returns null for every other line. A dot and an at sign are not looked at here: they only count where
 * an element may begin.
 */
export function readMarkedLine(line: LogicalLine, range: SourceRange): MarkedElement | null {
  const raw = line.raw.trimStart()
  const rest = raw.slice(1)
  switch (raw[0]) {
    case '#': {
      const depth = (/^#+/.exec(raw) as RegExpExecArray)[0].length
      return { type: 'section', depth, text: raw.slice(depth).trim(), range }
    }
    case '=':
      return isPageBreak(raw) ? { type: 'page-break', range } : { type: 'synopsis', text: rest.trim(), range }
    case '~':
      return { type: 'lyrics', text: rest.trim(), range }
    case '!':
      // Indentation is kept in action, so only what stands before the mark goes.
      return { type: 'action', text: rest, forced: true, range }
    case '>': {
      const mask = line.mask.slice(line.mask.length - rest.length)
      const end = trimmedEnd(mask)
      return mask[end - 1] === '<'
        ? { type: 'centered', text: cutOut(rest, end - 1, end), range }
        : { type: 'transition', text: rest.trim(), forced: true, range }
    }
    default:
      return null
  }
}
