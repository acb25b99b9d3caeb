import { acceptCompletion, completionStatus, startCompletion } from '@codemirror/autocomplete'
import type { EditorState } from '@codemirror/state'
import type { Command, EditorView, KeyBinding } from '@codemirror/view'
import { isAfterBlank, lineIntent } from './intent'

/** Longest line that Tab makes a cue of; what is longer is action. */
const LONGEST_NAME = 40

const hasCursorAtEnd = ({ selection, doc }: EditorState): boolean =>
  selection.main.empty && selection.main.head === doc.lineAt(selection.main.head).to

function insert(view: EditorView, text: string, cursor = text.length): true {
  const { from, to } = view.state.selection.main
  view.dispatch({
    changes: { from, to, insert: text },
    selection: { anchor: from + cursor },
    scrollIntoView: true,
    userEvent: 'input.type',
  })
  return true
}

/** After a cue comes speech; after everything else a blank line and something new. */
const nextElement: Command = (view) => {
  const { state } = view
  if (state.readOnly || !hasCursorAtEnd(state)) return false
  switch (lineIntent(state)) {
    case null:
    case 'boneyard':
    case 'note':
    case 'title-page-entry':
    case 'synopsis':
      return false
    case 'character':
    case 'parenthetical':
      return insert(view, '\n')
    default:
      return insert(view, '\n\n')
  }
}

/** A line break and nothing else. */
const lineBreak: Command = (view) => !view.state.readOnly && insert(view, '\n')

/** Speech or a blank line: who speaks? A short line: it is who speaks. A cue: how. */
const changeElement: Command = (view) => {
  const { state } = view
  if (state.readOnly || !hasCursorAtEnd(state)) return false
  const { head } = state.selection.main
  const line = state.doc.lineAt(head)
  if (line.text === '') return isAfterBlank(state, head) ? startCompletion(view) : insert(view, '()', 1)
  const intent = lineIntent(state)
  if (intent === 'character') return insert(view, '\n()', 2)
  if (intent !== 'action' || !isAfterBlank(state, head) || line.length > LONGEST_NAME) return false
  const cue = `${line.text.trim().toUpperCase()}\n`
  view.dispatch({
    changes: { from: line.from, to: line.to, insert: cue },
    selection: { anchor: line.from + cue.length },
    scrollIntoView: true,
    userEvent: 'input.type',
  })
  return true
}

/** Out of the parentheses that Tab opened, to what is said. */
const leaveParenthesis: Command = (view) => {
  const { state } = view
  const { head, empty } = state.selection.main
  if (!empty || state.readOnly || state.sliceDoc(head, head + 1) !== ')') return false
  if (lineIntent(state) !== 'parenthetical' || state.doc.lineAt(head).to !== head + 1) return false
  view.dispatch({
    changes: { from: head + 1, insert: '\n' },
    selection: { anchor: head + 2 },
    userEvent: 'input.type',
  })
  return true
}

const unlessChoosing =
  (command: Command): Command =>
  (view) =>
    completionStatus(view.state) !== 'active' && command(view)

/** How Enter and Tab lead from element to element. Esc, then Tab leaves the editor. */
export const flowKeymap: KeyBinding[] = [
  { key: 'Tab', run: acceptCompletion },
  { key: 'Tab', run: leaveParenthesis },
  { key: 'Tab', run: changeElement },
  { key: 'Enter', run: unlessChoosing(leaveParenthesis) },
  { key: 'Enter', run: unlessChoosing(nextElement) },
  { key: 'Shift-Enter', run: lineBreak },
]
