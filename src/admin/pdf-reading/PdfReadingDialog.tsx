'use client'

import { type ReactNode, useState } from 'react'
import { Dialog } from '../ui/Dialog'
import { Progress } from '../ui/Progress'
import { ConfirmReading } from './ConfirmReading'
import type { ReadingChoices, ReadingTarget } from './types'
import { useReading } from './useReading'
import './pdf-reading.css'

/**
 * Shows a PDF beside its reading until a person accepts it.
 *
 * @param onAccept is given what they decided: to be sent with the same file.
 */
export function PdfReadingDialog({
  file,
  target,
  isSending,
  problem,
  onAccept,
  onClose,
}: {
  file: File
  target: ReadingTarget
  /** While the import goes on. */
  isSending: boolean
  /** Why the import was refused; null where it was not. */
  problem: ReactNode
  onAccept: (choices: ReadingChoices) => void
  onClose: () => void
}) {
  const answer = useReading(file, target)
  const [isDirty, setIsDirty] = useState(false)
  const [isLeaving, setIsLeaving] = useState(false)
  const leave = () => {
    if (isSending) return
    if (isDirty && !isLeaving) setIsLeaving(true)
    else onClose()
  }
  return (
    <Dialog title={`Confirm the reading of ${file.name}`} size="large" onClose={leave}>
      <div className="sr-reading">
        {isLeaving && (
          <div
            className="sr-reading__leaving"
            role="alertdialog"
            aria-label="Leave without your corrections?"
          >
            <span>Your corrections of this file are lost if you leave.</span>
            <button type="button" className="sr-button" onClick={onClose}>
              Leave
            </button>
            <button
              type="button"
              className="sr-button sr-button--primary"
              onClick={() => setIsLeaving(false)}
            >
              Stay
            </button>
          </div>
        )}
        {answer.state === 'reading' && (
          <div className="sr-reading__waiting" role="status">
            <p>Reading the pages…</p>
            <Progress value={100} label="Reading the pages" tone="active" />
          </div>
        )}
        {answer.state === 'refused' && (
          <div className="sr-import__problems" role="alert">
            <strong>This file cannot be read</strong>
            <ul>
              {(answer.problems.length > 0 ? answer.problems : [{ message: answer.message }]).map(
                ({ message }) => (
                  <li key={message}>{message}</li>
                ),
              )}
            </ul>
            <p>Nothing was changed.</p>
          </div>
        )}
        {answer.state === 'read' && (
          <ConfirmReading
            file={file}
            reading={answer.reading}
            isSending={isSending}
            problem={problem}
            onDirty={setIsDirty}
            onAccept={onAccept}
          />
        )}
      </div>
    </Dialog>
  )
}
