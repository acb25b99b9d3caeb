'use client'

import { lazy, Suspense, useEffect, useRef } from 'react'
import { Dialog } from '../../ui/Dialog'
import type { Conflict } from './useSaving'
import './conflict.css'

const SideBySide = lazy(() => import('./SideBySide'))

/** Somebody else saved meanwhile: both texts side by side, and nothing is lost whatever is chosen. */
export function ConflictDialog({
  conflict,
  isInEditor,
  onChoose,
  onClose,
}: {
  conflict: Conflict
  /** Whether one goes on with what is chosen in the editor; else it is saved. */
  isInEditor: boolean
  /** With the text to go on with, on top of their version. */
  onChoose: (text: string) => void
  onClose: () => void
}) {
  const { mine, theirs, merged } = conflict
  const first = useRef<HTMLButtonElement>(null)
  // After the dialog gave the focus to its first button.
  useEffect(() => first.current?.focus(), [])
  return (
    <Dialog
      title="Somebody changed the script meanwhile"
      size="large"
      onClose={onClose}
      footer={
        <div className="sr-conflict__choice">
          <button type="button" className="sr-button" onClick={() => onChoose(theirs.text)}>
            Take theirs
          </button>
          <button type="button" className="sr-button" onClick={() => onChoose(mine)}>
            Keep mine
          </button>
          {merged !== null && (
            <button
              type="button"
              className="sr-button sr-button--primary"
              ref={first}
              onClick={() => onChoose(merged)}
            >
              Take both changes
            </button>
          )}
        </div>
      }
    >
      <div className="sr-conflict">
        <p>
          The script is at version {theirs.version} now; yours was begun on version {conflict.base.version}.{' '}
          {merged !== null
            ? 'The two changes are in different places, so both can be kept.'
            : 'Both changed the same lines, so one has to be chosen.'}{' '}
          {isInEditor
            ? 'You go on in the editor; nothing is saved until you save again.'
            : 'What you choose is saved as the next version, which can be undone. Closed with Esc, nothing is saved.'}
        </p>
        <div className="sr-conflict__heads" aria-hidden="true">
          <h3>Theirs, version {theirs.version}</h3>
          <h3>Yours, unsaved</h3>
        </div>
        <Suspense fallback={<p className="sr-muted">Comparing…</p>}>
          <SideBySide before={theirs.text} after={mine} labels={['Theirs', 'Yours']} />
        </Suspense>
      </div>
    </Dialog>
  )
}
