import { type EditorState, type Range, RangeSetBuilder, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { emphasisIn, type InlineKind, spansIn } from './inlineMarks'
import { type LineKind, lineKinds } from './lineKinds'
import { isNewReading, readingOf } from './readingField'

const lineClasses = new Map<LineKind, Decoration>()
const markClasses = new Map<InlineKind, Decoration>()

function lineDecoration(kind: LineKind): Decoration {
  const known = lineClasses.get(kind) ?? Decoration.line({ class: `sr-ft-${kind}` })
  lineClasses.set(kind, known)
  return known
}

function markDecoration(kind: InlineKind): Decoration {
  const known = markClasses.get(kind) ?? Decoration.mark({ class: `sr-ft--${kind}` })
  markClasses.set(kind, known)
  return known
}

function decorate(state: EditorState): DecorationSet {
  const { screenplay, text } = readingOf(state)
  // The reading may be of a moment ago, when the text had other lines.
  const kinds = lineKinds(screenplay, text.split('\n').length)
  const ranges: Array<Range<Decoration>> = []
  for (let line = 1; line <= Math.min(state.doc.lines, kinds.length); line += 1) {
    const kind = kinds[line - 1]
    if (kind) ranges.push(lineDecoration(kind).range(state.doc.line(line).from))
  }
  for (const { from, to, kind } of spansIn(text, screenplay)) {
    if (to <= state.doc.length) ranges.push(markDecoration(kind).range(from, to))
  }
  return Decoration.set(ranges, true)
}

/** What each line is, as classes that the style sheet sets like a screenplay. */
export const elementHighlight = StateField.define<DecorationSet>({
  create: decorate,
  update(decorations, transaction) {
    if (transaction.effects.some(isNewReading)) return decorate(transaction.state)
    return transaction.docChanged ? decorations.map(transaction.changes) : decorations
  },
  provide: (field) => EditorView.decorations.from(field),
})

function emphasize(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at)
      const marks = emphasisIn(line.text, line.from)
      marks.sort((a, b) => a.from - b.from || b.to - a.to)
      for (const mark of marks) builder.add(mark.from, mark.to, markDecoration(mark.kind))
      at = line.to + 1
    }
  }
  return builder.finish()
}

/** Emphasis, in the lines that are in view. */
export const emphasisHighlight = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = emphasize(view)
    }

    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = emphasize(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)
