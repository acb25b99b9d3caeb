import type { EditorState } from '@codemirror/state'
import { parseFountain } from '@/screenplay'
import { type LineKind, lineKinds } from './lineKinds'

/** Lines looked at above the cursor: no honest paragraph is longer. */
const MOST_LINES = 60

/**
 * What the line at the cursor is, or will be once something follows it: a name in capitals is a cue to the one who
 * types it, though to the parser it is action until somebody speaks. Reads the paragraph alone, so it is never late.
 */
export function lineIntent(state: EditorState, position = state.selection.main.head): LineKind | null {
  const line = state.doc.lineAt(position)
  if (line.text.trim() === '') return null
  let first = line.number
  while (first > 1 && line.number - first < MOST_LINES && state.doc.line(first - 1).text.trim() !== '')
    first -= 1
  const paragraph: string[] = []
  for (let number = first; number <= line.number; number += 1) paragraph.push(state.doc.line(number).text)
  const next = line.number < state.doc.lines ? state.doc.line(line.number + 1).text : ''
  const kind = kindOfLast(next.trim() === '' ? paragraph : [...paragraph, next], paragraph.length)
  if (kind !== 'action' || paragraph.length > 1) return kind
  return kindOfLast([...paragraph, 'Speech.'], 1) === 'character' ? 'character' : kind
}

/** The line before keeps the paragraph from being taken for a title page. */
function kindOfLast(paragraph: string[], count: number): LineKind | null {
  const text = ['FADE IN', '', ...paragraph]
  return lineKinds(parseFountain(text.join('\n')), text.length)[count + 1] ?? null
}

/** True where an element may begin: nothing on the line above. */
export function isAfterBlank(state: EditorState, position: number): boolean {
  const { number } = state.doc.lineAt(position)
  return number === 1 || state.doc.line(number - 1).text.trim() === ''
}
