'use client'

import { type ReactNode, useEffect, useReducer, useRef, useState } from 'react'
import { doubtsIn } from '@/script-files/printed/PageReading'
import { plural } from '../lib/format'
import { AlikePanel } from './AlikePanel'
import { KeyHelp } from './KeyHelp'
import { KindButtons } from './KindButtons'
import { LineList } from './LineList'
import { PageView } from './PageView'
import { readingReducer, startReading } from './readingState'
import type { ReadingChoices, ScriptReading } from './types'
import { usePdfDocument } from './usePdfDocument'
import { useReadingKeys } from './useReadingKeys'

/** Page and reading side by side, with the keys to go through them and to correct what was read wrongly. */
export function ConfirmReading({
  file,
  reading,
  isSending,
  problem,
  onDirty,
  onAccept,
}: {
  file: File
  reading: ScriptReading
  isSending: boolean
  problem: ReactNode
  onDirty: (isDirty: boolean) => void
  onAccept: (choices: ReadingChoices) => void
}) {
  const [state, dispatch] = useReducer(readingReducer, null, () => startReading(reading.pages, reading.rules))
  const [isEditing, setIsEditing] = useState(false)
  const [isAskingAlike, setIsAskingAlike] = useState(false)
  const [notice, setNotice] = useState<string | null>(null)
  const [isWarned, setIsWarned] = useState(false)
  const boxRef = useRef<HTMLDivElement>(null)
  const pdf = usePdfDocument(file)

  useEffect(() => boxRef.current?.focus(), [])
  const corrections = state.past.length
  useEffect(() => onDirty(corrections > 0), [corrections, onDirty])

  const line = state.lines[state.current]
  const page = state.shown.pages[(line?.page ?? 1) - 1]
  const doubts = doubtsIn(state.shown)
  const stays = () => boxRef.current?.focus({ preventScroll: true })
  const go = (id: string) => {
    dispatch({ type: 'go', to: state.lines.findIndex((each) => each.id === id) })
    stays()
  }
  const accept = () => {
    if (isSending) return
    if (doubts > 0 && !isWarned) {
      setIsWarned(true)
      setNotice(
        `${plural(doubts, 'line')} still in doubt. Press Enter again to import them as they are read.`,
      )
      return
    }
    onAccept(state.choices)
  }
  const onKeyDown = useReadingKeys({
    dispatch: (action) => {
      setNotice(null)
      dispatch(action)
    },
    confirm: () => {
      if (line) dispatch({ type: 'kind', kind: line.kind })
      dispatch({ type: 'doubt', by: 1 })
    },
    edit: () => setIsEditing(true),
    askAlike: () =>
      line && state.decided.has(line.id)
        ? setIsAskingAlike(true)
        : setNotice('Say first what this line is; then L makes the same of all lines like it.'),
    isAskingAlike,
    pickAlike: (likeness) => {
      setIsAskingAlike(false)
      if (likeness) dispatch({ type: 'alike', likeness })
      stays()
    },
    accept,
  })

  if (!line || !page) return null
  return (
    <div
      ref={boxRef}
      className="sr-reading__box"
      role="application"
      aria-label="Reading"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className="sr-reading__bar">
        <span>
          Page <strong>{page.number}</strong> of {state.shown.pages.length}
        </span>
        <span
          className={doubts > 0 ? 'sr-badge sr-badge--warn' : 'sr-badge sr-badge--approved'}
          data-doubts={doubts}
        >
          {doubts > 0 ? `${plural(doubts, 'line')} in doubt` : 'No line in doubt'}
        </span>
        {state.choices.rules.length > 0 && reading.ruledLines > 0 && (
          <span className="sr-reading__remembered">
            {plural(reading.ruledLines, 'line')} read as you decided before.{' '}
            <button type="button" className="sr-link-button" onClick={() => dispatch({ type: 'forget' })}>
              Read them anew
            </button>
          </span>
        )}
        <span className="sr-reading__notice" role="status">
          {notice}
        </span>
        <button
          type="button"
          className="sr-button"
          disabled={corrections === 0}
          onClick={() => dispatch({ type: 'undo' })}
        >
          Undo
        </button>
        <button
          type="button"
          className="sr-button sr-button--primary"
          disabled={isSending}
          onClick={() => onAccept(state.choices)}
        >
          {isSending ? 'Importing…' : doubts > 0 ? `Import with ${plural(doubts, 'doubt')}` : 'Import'}
        </button>
      </header>
      {problem}
      <div className="sr-reading__panes">
        <PageView document={pdf.document} problem={pdf.problem} page={page} currentId={line.id} onPick={go} />
        <LineList
          label={`Page ${page.label ?? page.number} as read`}
          lines={page.lines}
          currentId={line.id}
          decided={state.decided}
          editing={isEditing}
          onPick={go}
          onEdited={(text) => {
            if (!isEditing) return
            setIsEditing(false)
            if (text !== null) dispatch({ type: 'text', text })
            stays()
          }}
        />
      </div>
      <footer className="sr-reading__foot">
        {isAskingAlike ? (
          <AlikePanel
            state={state}
            onPick={(likeness) => {
              setIsAskingAlike(false)
              dispatch({ type: 'alike', likeness })
              stays()
            }}
          />
        ) : (
          <KindButtons kind={line.kind} onKind={(kind) => dispatch({ type: 'kind', kind })} />
        )}
        <KeyHelp />
      </footer>
    </div>
  )
}
