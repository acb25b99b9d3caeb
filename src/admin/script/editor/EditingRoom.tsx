'use client'

import { openLintPanel } from '@codemirror/lint'
import type { EditorView } from '@codemirror/view'
import { toast } from '@payloadcms/ui'
import { type Ref, useDeferredValue, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { lineIn, sourceLineAt } from '../printedLines'
import { pagesOf } from '../printedPages'
import { type Reading, readScript } from '../readScript'
import { ScriptPages } from '../ScriptPages'
import type { StoredText } from '../saving/useSaving'
import { FountainEditor } from './FountainEditor'
import { GoToScene } from './GoToScene'
import { goToLine, replaceText } from './moves'
import { RestorePrompt } from './RestorePrompt'
import { StatusBar } from './StatusBar'
import { useLocalDraft } from './useLocalDraft'
import { useScrollInStep } from './useScrollInStep'
import type { Vocabulary } from './vocabulary'
import './editing-room.css'

export interface EditorHandle {
  text: () => string
  /** One step of the editor's history: it can be taken back there. */
  replace: (text: string) => void
}

interface Props {
  ref: Ref<EditorHandle>
  episodeId: string
  stored: StoredText
  /** 1-based: where the cursor begins. */
  line: number
  vocabulary: Vocabulary
  storyboardPath: string
  isSaving: boolean
  onSave: (text: string) => void
  /** With the line that the cursor was in. */
  onClose: (line: number) => void
}

/** The Fountain text and the pages it makes, side by side and in step. */
export default function EditingRoom(props: Props) {
  const { ref, episodeId, stored, vocabulary, storyboardPath, isSaving, onSave, onClose } = props
  const [view, setView] = useState<EditorView | null>(null)
  const [reading, setReading] = useState<Reading>(() => readScript(stored.text))
  const [line, setLine] = useState(props.line)
  const [isDirty, setIsDirty] = useState(false)
  const [isFinding, setIsFinding] = useState(false)
  const room = useRef<HTMLElement>(null)
  const pages = useRef<HTMLDivElement>(null)
  const shown = useDeferredValue(reading)
  const local = useLocalDraft(episodeId, stored)
  useScrollInStep(view, pages)

  const text = () => view?.state.doc.toString() ?? stored.text
  useImperativeHandle(ref, () => ({ text, replace: (next) => view && replaceText(view, next) }))

  // The page is as high as it will be only when the editor is in it.
  useEffect(() => {
    if (view) room.current?.scrollIntoView({ block: 'start' })
  }, [view])

  const startLine = useRef(props.line)
  useEffect(() => {
    if (view) goToLine(view, startLine.current)
  }, [view])

  // What was saved is no draft any more.
  const { forget } = local
  useEffect(() => {
    if (!view) return
    const isSame = view.state.doc.toString() === stored.text
    setIsDirty(!isSame)
    if (isSame && !local.found) forget()
  }, [stored, view, forget, local.found])

  // The cursor's element stands out on the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn pages have new elements
  useEffect(() => {
    const here = pages.current ? lineIn(pages.current, line) : undefined
    here?.setAttribute('data-here', '')
    return () => here?.removeAttribute('data-here')
  }, [line, shown])

  const save = () => {
    if (!isSaving && text() !== stored.text) onSave(text())
  }
  const leave = () => {
    if (text() !== stored.text && local.isKept) {
      toast.info('Not saved yet. This browser keeps what you typed: open the editor to go on.')
    }
    onClose(line)
  }
  const kept = isSaving
    ? 'Saving…'
    : !isDirty
      ? `Version ${stored.version}`
      : local.isKept
        ? 'Unsaved, kept in this browser'
        : 'Unsaved'

  return (
    <section className="sr-edit" ref={room} aria-label="Edit the script">
      <header className="sr-edit__bar">
        <button type="button" className="sr-button" onClick={leave}>
          Done
        </button>
        <button type="button" className="sr-button" onClick={() => setIsFinding(true)}>
          Go to scene
        </button>
        <span className="sr-edit__hint sr-muted">
          Tab: who speaks, how · Enter: what comes next · Ctrl+F: find and replace · Esc, then Tab: leave
        </span>
        <button
          type="button"
          className="sr-button sr-button--primary"
          disabled={isSaving || !isDirty}
          title="Ctrl+S or ⌘S"
          onClick={save}
        >
          {isSaving ? 'Saving…' : 'Save'}
        </button>
      </header>
      {local.found && (
        <RestorePrompt
          draft={local.found}
          version={stored.version}
          onRestore={() => {
            if (view && local.found) replaceText(view, local.found.text)
            local.dismiss()
          }}
          onDiscard={forget}
        />
      )}
      <div className="sr-edit__panes">
        <FountainEditor
          text={stored.text}
          vocabulary={vocabulary}
          onView={setView}
          onReading={setReading}
          onChange={(read) => {
            setIsDirty(true)
            // Until it is decided about, what an earlier visit left is not written over.
            if (!local.found) local.keep(read, stored)
          }}
          onCursor={setLine}
          onSave={save}
          onGoToScene={() => setIsFinding(true)}
        />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the editor has keys of its own for going to a line */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a short way for those who point */}
        <div
          className="sr-edit__pages"
          ref={pages}
          onClick={(event) => {
            const target = event.target as HTMLElement
            const to = sourceLineAt(target)
            if (to && view && !target.closest('a') && !window.getSelection()?.toString()) goToLine(view, to)
          }}
        >
          <ScriptPages reading={shown} storyboardPath={storyboardPath} />
        </div>
      </div>
      <StatusBar
        reading={reading}
        pages={pagesOf(shown).length}
        line={line}
        kept={kept}
        onRemarks={() => view && openLintPanel(view)}
      />
      {isFinding && (
        <GoToScene
          scenes={reading.breakdown?.scenes ?? []}
          onGo={(to) => {
            setIsFinding(false)
            // The dialog gives the focus back first.
            if (view) requestAnimationFrame(() => goToLine(view, to))
          }}
          onClose={() => setIsFinding(false)}
        />
      )}
    </section>
  )
}
