import { type Action, type Diagnostic, setDiagnostics } from '@codemirror/lint'
import type { EditorState } from '@codemirror/state'
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { DoubtfulCue } from '@/screenplay'
import { canBePerson, markAsPerson } from '../people/cueMarks'
import { type Reading, readScript } from '../readScript'
import { replaceText } from './moves'
import { isNewReading, readingOf } from './readingField'

/** That who was taken for nobody is somebody: one step of the editor's history. */
function personAction({ name }: DoubtfulCue): Action {
  return {
    name: 'This is a person',
    apply(view: EditorView) {
      // The lines may have moved since the remark was made.
      const text = view.state.doc.toString()
      const cue = readScript(text).breakdown?.doubtfulCues.find((each) => each.name === name)
      const next = cue && markAsPerson(text, cue)
      if (next) replaceText(view, next)
    },
  }
}

function diagnosticsOf({ breakdown, problems }: Reading, state: EditorState): Diagnostic[] {
  const doubtful = new Map(
    (breakdown?.doubtfulCues ?? []).filter(canBePerson).map((cue) => [cue.lines[0] ?? null, cue]),
  )
  const listed = [
    ...problems.map((problem) => ({ ...problem, severity: 'error' as const })),
    ...(breakdown?.warnings ?? []).map((problem) => ({ ...problem, severity: 'warning' as const })),
  ]
  return listed.map(({ line, message, severity }) => {
    const { from, to } = state.doc.line(Math.min(Math.max(1, line ?? 1), state.doc.lines))
    const cue = severity === 'warning' ? doubtful.get(line) : undefined
    return { from, to, message, severity, ...(cue ? { actions: [personAction(cue)] } : {}) }
  })
}

/** What the breakdown has to say, at the lines it speaks of. */
export const scriptProblems = ViewPlugin.define((view) => {
  let isThere = true
  const show = () => {
    if (!isThere) return
    view.dispatch(setDiagnostics(view.state, diagnosticsOf(readingOf(view.state), view.state)))
  }
  // Not while the view is being made or brought up to date.
  queueMicrotask(show)
  return {
    update(update: ViewUpdate) {
      if (update.transactions.some(({ effects }) => effects.some(isNewReading))) queueMicrotask(show)
    },
    destroy() {
      isThere = false
    },
  }
})
