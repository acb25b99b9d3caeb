import type { ScreenplayElement } from '../types'
import { type LogicalLine, logicalLines } from './logical-lines'

/** The logical lines of an element's text: breaks inside a note or boneyard are not breaks of the element. */
export function linesOf(text: string): LogicalLine[] {
  return logicalLines(text.replace(/\r\n?/g, '\n').split('\n'))
}

/** For elements that have one line: breaks outside notes and boneyard become spaces. */
export function oneLine(text: string): string {
  const lines = linesOf(text)
  return lines
    .map(({ raw }) => raw.trim())
    .filter(Boolean)
    .join(' ')
}

/** True where an element writes a closing boneyard mark. */
export function closesBoneyard(element: ScreenplayElement): boolean {
  if (element.type === 'boneyard') return true
  if (element.type === 'character')
    return element.name.includes('*/') || element.extensions.some((extension) => extension.includes('*/'))
  return 'text' in element && element.text.includes('*/')
}

/** Escapes the opening marks that nothing in the element itself closes. */
export function escapeOpenBoneyard(element: ScreenplayElement): ScreenplayElement {
  if (element.type === 'boneyard' || element.type === 'note') return element
  if (element.type === 'character') {
    const extensions = element.extensions.map(escapeOpen)
    return { ...element, name: escapeOpen(element.name), extensions }
  }
  return 'text' in element && element.text.includes('/*')
    ? { ...element, text: escapeOpen(element.text) }
    : element
}

function escapeOpen(text: string): string {
  if (!text.includes('/*')) return text
  return linesOf(text)
    .map(({ raw, mask }) => {
      let escaped = ''
      let position = 0
      for (let open = mask.indexOf('/*'); open !== -1; open = mask.indexOf('/*', position)) {
        escaped += `${raw.slice(position, open)}/\\*`
        position = open + 2
      }
      return escaped + raw.slice(position)
    })
    .join('\n')
}

/** As {@link escapeOpen} for notes, where a block of dialogue would join what belongs apart. */
export function escapeNoteMarks(text: string): string {
  return text.replaceAll('[[', '[\\[').replaceAll(']]', ']\\]')
}
