'use client'

import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { keepToastsAbove } from './toastsAbove'
import './ui.css'

/**
 * A modal dialog on the browser's own `<dialog>`: focus stays inside, Esc closes, and focus goes back to where
 * it was. Toasts are above it.
 */
export function Dialog({
  title,
  size = 'medium',
  onClose,
  footer,
  children,
}: {
  title: string
  size?: 'medium' | 'large'
  onClose: () => void
  /** Stays at the bottom edge, whatever scrolls above it. */
  footer?: ReactNode
  children: ReactNode
}) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Before anything in the dialog takes the focus.
  const [opener] = useState(() => (typeof document === 'undefined' ? null : document.activeElement))

  // In step with the page: the toasts have to be out of the dialog before it is taken away.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (!dialog.open) dialog.showModal()
    return keepToastsAbove(dialog)
  }, [])
  useEffect(() => {
    document.documentElement.classList.add('sr-has-dialog')
    return () => {
      document.documentElement.classList.remove('sr-has-dialog')
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    }
  }, [opener])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop; Esc does the same
    <dialog
      ref={ref}
      className={`sr-dialog sr-dialog--${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose()
      }}
    >
      <div className="sr-dialog__box">
        <header className="sr-dialog__header">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="sr-icon-button" aria-label="Close" onClick={onClose}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
            </svg>
          </button>
        </header>
        <div className="sr-dialog__body">{children}</div>
        {footer && <footer className="sr-dialog__footer">{footer}</footer>}
      </div>
    </dialog>
  )
}
