import { foldService } from '@codemirror/language'
import type { Reading } from '../readScript'
import { readingOf } from './readingField'

/** First lines of what can be folded with the last line of each; 1-based. A scene ends before the next heading. */
function foldable({ screenplay, text }: Reading): Map<number, number> {
  const folds = new Map<number, number>()
  const lines = text.split('\n')
  const open: Array<{ line: number; depth: number }> = []
  const closeFrom = (depth: number, before: number) => {
    while ((open.at(-1)?.depth ?? -1) >= depth) {
      let end = before - 1
      while (end > 0 && lines[end - 1]?.trim() === '') end -= 1
      const { line } = open.pop() as { line: number }
      if (end > line) folds.set(line, end)
    }
  }
  for (const element of screenplay.elements) {
    // Scenes lie deeper than any section.
    const depth =
      element.type === 'section' ? element.depth : element.type === 'scene-heading' ? Number.MAX_VALUE : null
    if (depth === null) continue
    closeFrom(depth, element.range.start)
    open.push({ line: element.range.start, depth })
  }
  closeFrom(0, lines.length + 1)
  return folds
}

const known = new WeakMap<Reading, Map<number, number>>()

/** Scenes fold to their headings, acts and sequences to their titles. */
export const sceneFolding = foldService.of((state, lineStart, lineEnd) => {
  const reading = readingOf(state)
  const folds = known.get(reading) ?? foldable(reading)
  known.set(reading, folds)
  const last = folds.get(state.doc.lineAt(lineStart).number)
  if (!last || last > state.doc.lines) return null
  return { from: lineEnd, to: state.doc.line(last).to }
})
