'use client'

import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { canBePerson, markAsNobody, markAsPerson } from '../people/cueMarks'
import { linesIn } from '../printedLines'
import type { Reading } from '../readScript'
import { CorrectionField, type OtherChoice } from './CorrectionField'
import { type Correctable as Element, isCorrectable } from './correctElement'
import './correcting.css'

interface Open {
  element: Element
  /** The printed line, and the page that it stands on. */
  line: HTMLElement
  page: HTMLElement
}

/**
 * Lets a person correct the lines of the pages within, where they stand: a double click, or the arrow keys and Enter.
 *
 * @param onSave gets the whole text. Until another reading comes of it, the field stays with what was typed.
 */
export function Correctable({
  reading,
  isSaving,
  onSave,
  children,
}: {
  reading: Reading
  isSaving: boolean
  onSave: (text: string) => void
  children: ReactNode
}) {
  const box = useRef<HTMLElement>(null)
  const [open, setOpen] = useState<Open | null>(null)

  const begin = (target: EventTarget | null) => {
    const line = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-line]') : null
    const page = line?.closest<HTMLElement>('.sr-page')
    const element = reading.screenplay.elements[Number(line?.dataset.element)]
    if (line && page && element && isCorrectable(element)) setOpen({ element, line, page })
  }
  const close = useCallback(() => {
    setOpen((before) => {
      const start = before?.element.range.start
      // The pages may have been drawn anew meanwhile.
      if (start) {
        requestAnimationFrame(() =>
          box.current
            ?.querySelector<HTMLElement>(`[data-line="${start}"]:not([data-continued])`)
            ?.focus({ preventScroll: true }),
        )
      }
      return null
    })
  }, [])
  // Saved: the pages are of another text now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is the reason to close
  useEffect(close, [reading.text, close])
  const onKeyDown = (event: KeyboardEvent) => {
    if (open || event.ctrlKey || event.metaKey || event.altKey || !box.current) return
    const target = event.target as HTMLElement
    if (target.closest('a, button, input, textarea')) return
    const lines = linesIn(box.current)
    const at = lines.indexOf(target)
    if (event.key === 'Enter' && at !== -1) begin(target)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const first = lines.find((line) => line.getBoundingClientRect().top > 0)
      const next = at === -1 ? first : lines[at + (event.key === 'ArrowDown' ? 1 : -1)]
      next?.focus()
    } else return
    event.preventDefault()
  }
  return (
    <section
      ref={box}
      className="sr-correctable"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the one stop of the Tab key for all lines
      tabIndex={0}
      title="Double-click a line to correct it"
      aria-label="Pages. Arrow keys go from line to line, Enter corrects one."
      onDoubleClick={(event) => {
        if (open || (event.target as HTMLElement).closest('a, textarea, input')) return
        window.getSelection()?.removeAllRanges()
        begin(event.target)
      }}
      onKeyDown={onKeyDown}
    >
      {children}
      {open &&
        createPortal(
          <CorrectionField
            key={open.element.range.start}
            text={reading.text}
            element={open.element}
            place={open.line}
            other={otherChoice(reading, open.element)}
            isSaving={isSaving}
            onSave={onSave}
            onCancel={close}
          />,
          open.page,
        )}
    </section>
  )
}

/** Of a cue: that it is somebody after all, or nobody. */
function otherChoice({ text, breakdown }: Reading, { type, range }: Element): OtherChoice | null {
  if (type !== 'character') return null
  const doubtful = breakdown?.doubtfulCues.find(({ lines }) => lines.includes(range.start))
  if (!doubtful) return { label: 'This is not a person', apply: () => markAsNobody(text, range.start) }
  if (!canBePerson(doubtful)) return null
  return { label: 'This is a person', apply: () => markAsPerson(text, doubtful) }
}
