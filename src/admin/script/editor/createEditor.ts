import { autocompletion, closeCompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { codeFolding, foldGutter, foldKeymap } from '@codemirror/language'
import { lintGutter, lintKeymap } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, Prec } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import type { Reading } from '../readScript'
import { completeFountain } from './completion'
import { flowKeymap } from './flow'
import { sceneFolding } from './folding'
import { elementHighlight, emphasisHighlight } from './highlight'
import { scriptProblems } from './problems'
import { keepReading, readingField } from './readingField'
import type { Vocabulary } from './vocabulary'

export interface EditorOptions {
  parent: HTMLElement
  text: string
  vocabulary: Vocabulary
  onReading: (reading: Reading) => void
  /** With every change, before it is read. */
  onChange: (text: () => string) => void
  /** 1-based. */
  onCursor: (line: number) => void
  onSave: () => void
  onGoToScene: () => void
}

const reducesMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Makes the Fountain editor. The caller destroys it. */
export function createEditor(options: EditorOptions): EditorView {
  const { parent, text, vocabulary, onReading, onChange, onCursor, onSave, onGoToScene } = options
  const run = (act: () => void) => () => {
    act()
    return true
  }
  const state = EditorState.create({
    doc: text,
    extensions: [
      readingField,
      keepReading(onReading),
      elementHighlight,
      emphasisHighlight,
      scriptProblems,
      lineNumbers(),
      lintGutter(),
      foldGutter({ openText: '▾', closedText: '▸' }),
      codeFolding({ placeholderText: '…' }),
      sceneFolding,
      history(),
      drawSelection(reducesMotion() ? { cursorBlinkRate: 0 } : {}),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      search({ top: true }),
      autocompletion({ override: [completeFountain(vocabulary)], icons: false, maxRenderedOptions: 60 }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': 'Script in Fountain', spellcheck: 'true' }),
      Prec.high(
        keymap.of([
          { key: 'Mod-s', run: run(onSave), preventDefault: true },
          { key: 'Mod-Shift-o', run: run(onGoToScene), preventDefault: true },
          ...flowKeymap,
        ]),
      ),
      keymap.of([
        ...completionKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...lintKeymap,
        ...defaultKeymap,
      ]),
      EditorView.domEventHandlers({ blur: (_event, view) => void closeCompletion(view) }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(() => update.state.doc.toString())
        if (update.docChanged || update.selectionSet) {
          onCursor(update.state.doc.lineAt(update.state.selection.main.head).number)
        }
      }),
    ],
  })
  return new EditorView({ state, parent })
}
