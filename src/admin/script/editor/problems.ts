import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import type { EditorState } from '@codemirror/state'
import { ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { Reading } from '../readScript'
import { isNewReading, readingOf } from './readingField'

function diagnosticsOf({ breakdown, problems }: Reading, state: EditorState): Diagnostic[] {
  const listed = [
    ...problems.map((problem) => ({ ...problem, severity: 'error' as const })),
    ...(breakdown?.warnings ?? []).map((problem) => ({ ...problem, severity: 'warning' as const })),
  ]
  return listed.map(({ line, message, severity }) => {
    const { from, to } = state.doc.line(Math.min(Math.max(1, line ?? 1), state.doc.lines))
    return { from, to, message, severity }
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
