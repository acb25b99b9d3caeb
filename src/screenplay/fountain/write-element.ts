import type { Action, Note, SceneHeading, ScreenplayElement, Transition } from '../types'
import { breaksParagraph, isForcedHeading } from './line-kinds'
import { isBlank, isSpansOnly, type LogicalLine, logicalLines } from './logical-lines'
import { parseBody } from './parse'
import { sameElements } from './same-screenplay'
import { linesOf, oneLine } from './write-text'

/** Writes any element but a cue with its speech. */
export function writeElement(element: ScreenplayElement): string {
  switch (element.type) {
    case 'scene-heading':
      return writeHeading(element)
    case 'action':
      return writeAction(element)
    case 'transition':
      return writeTransition(element)
    case 'centered':
      return `> ${oneLine(element.text)} <`
    case 'page-break':
      return '==='
    case 'section':
      return `${'#'.repeat(Math.max(1, element.depth))} ${oneLine(element.text)}`.trimEnd()
    case 'synopsis':
      return `= ${oneLine(element.text)}`.trimEnd()
    case 'lyrics':
      return linesOf(element.text)
        .map(({ raw }) => `~${raw.trim()}`)
        .join('\n')
    case 'note':
      return writeNote(element)
    case 'boneyard':
      return `/*${element.text.replaceAll('*/', '* /')}*/`
    case 'character':
    case 'dialogue':
    case 'parenthetical': {
      // Speech outside a block of dialogue: there is nobody to give it to.
      const text = element.type === 'character' ? element.name : element.text
      return writeAction({ type: 'action', text, forced: false, range: element.range })
    }
  }
}

function writeHeading(heading: SceneHeading): string {
  const text = oneLine(heading.text)
  const number = heading.sceneNumber === null ? '' : `#${oneLine(heading.sceneNumber).replaceAll('#', '')}#`
  const line = [text, number].filter(Boolean).join(' ')
  if (!heading.forced && readsAs(line, heading)) return line
  // `.` and a space, or two dots, do not make a heading.
  const dotted = isForcedHeading(`.${line}`) ? `.${line}` : `.\\${line}`
  const isNumbered = heading.sceneNumber === null && parsedNumber(dotted) !== null
  return isNumbered ? dotted.replace(/(?<!\\)#(?=[^#]*#)/g, '\\#') : dotted
}

function parsedNumber(line: string): string | null {
  const element = parseText(line)[0]
  return element?.type === 'scene-heading' ? element.sceneNumber : null
}

function writeTransition(transition: Transition): string {
  const line = oneLine(transition.text)
  return !transition.forced && readsAs(line, transition) ? line : `> ${line}`.trimEnd()
}

function writeAction(action: Action): string {
  if (!action.forced && readsAs(action.text, action)) return action.text
  const lines = linesOf(action.text)
  const paragraphs: LogicalLine[][] = [[]]
  for (const line of lines) {
    const current = paragraphs.at(-1) as LogicalLine[]
    if (isBlank(line) && lines.length > 1 && !(action.forced && line === lines[0])) {
      if (current.length > 0) paragraphs.push([])
    } else if (current.length > 0 && (isSpansOnly(line) || breaksParagraph(line.raw))) {
      paragraphs.push([line])
    } else {
      current.push(line)
    }
  }
  return paragraphs
    .filter((paragraph, index) => paragraph.length > 0 || index === 0)
    .map((paragraph) => writeParagraph(paragraph, action.forced))
    .join('\n\n')
}

function writeParagraph(lines: readonly LogicalLine[], isForced: boolean): string {
  const text = lines.map(({ raw }) => raw).join('\n')
  const isReadAsAction = () => {
    const [first, ...rest] = parseText(text)
    return rest.length === 0 && first?.type === 'action' && !first.forced && first.text === text
  }
  return !isForced && isReadAsAction() ? text : `!${text}`
}

/** Empty lines need two spaces; a closing mark inside is parted, and so is one that would form at the end. */
function writeNote({ text }: Note): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replaceAll(']]', '] ]')
    .split('\n')
    .map((line) => (line.trim() === '' ? '  ' : line))
  const body = lines.length === 1 && text.trim() === '' ? '' : lines.join('\n')
  return `[[${body}${body.endsWith(']') ? ' ' : ''}]]`
}

function readsAs(text: string, element: ScreenplayElement): boolean {
  return sameElements(parseText(text), [element])
}

function parseText(text: string): ScreenplayElement[] {
  return parseBody(logicalLines(text.split('\n')))
}
