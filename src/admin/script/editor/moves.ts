import type { EditorView } from '@codemirror/view'

/** Pixels that stay above a line that was gone to. */
const ABOVE = 80

/** Puts the cursor at the end of a line, the line near the top of the view, and the focus into the editor. */
export function goToLine(view: EditorView, line: number): void {
  const { from, to } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines))
  view.dispatch({ selection: { anchor: line === 1 ? from : to } })
  view.contentDOM.focus({ preventScroll: true })
  // By hand, because the editor's own way would move the whole page, too. Twice, because what is far away has only
  // been estimated until it is in view.
  const scroll = () => {
    view.scrollDOM.scrollTop = view.lineBlockAt(from).top - ABOVE
  }
  scroll()
  requestAnimationFrame(() => view.dom.isConnected && scroll())
}

/** Makes the text another one by the smallest change, so that cursor and history keep their meaning. */
export function replaceText(view: EditorView, text: string): void {
  const before = view.state.doc.toString()
  if (before === text) return
  let start = 0
  const shorter = Math.min(before.length, text.length)
  while (start < shorter && before[start] === text[start]) start += 1
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === text[text.length - 1 - end]) end += 1
  view.dispatch({
    changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) },
    userEvent: 'input.replace',
  })
}
