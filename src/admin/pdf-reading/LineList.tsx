'use client'

import { useEffect, useRef } from 'react'
import { styledLines } from '@/screenplay'
import { isIgnored, LINE_KIND_LABELS } from '@/script-files/printed/kinds'
import type { PageLine } from '@/script-files/printed/PageReading'
import { Emphasis } from '../script/Emphasis'
import { isMarginal } from './readingState'

/** The lines of a page as they were read and would be typed, one of them the current. */
export function LineList({
  label,
  lines,
  currentId,
  decided,
  editing,
  onPick,
  onEdited,
}: {
  label: string
  lines: PageLine[]
  currentId: string
  decided: ReadonlySet<string>
  /** Whether the current line's text is being edited. */
  editing: boolean
  onPick: (id: string) => void
  /** Null where the edit was given up. */
  onEdited: (text: string | null) => void
}) {
  const currentRef = useRef<HTMLLIElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the current line moves, it comes into view
  useEffect(() => {
    currentRef.current?.scrollIntoView({ block: 'nearest' })
  }, [currentId])
  return (
    <ol className="sr-reading__lines" aria-label={label}>
      {lines.map((line) => {
        const isCurrent = line.id === currentId
        if (isMarginal(line) && !isCurrent) return null
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the dialog's; a click only goes to the line
          <li
            key={line.id}
            ref={isCurrent ? currentRef : undefined}
            className={classOf(line, isCurrent)}
            aria-current={isCurrent || undefined}
            onClick={() => onPick(line.id)}
          >
            <span className="sr-reading__kind">
              {LINE_KIND_LABELS[line.kind]}
              {decided.has(line.id) && (
                <span className="sr-reading__decided" title="You decided this">
                  ✓<span className="sr-visually-hidden">decided</span>
                </span>
              )}
            </span>
            {isCurrent && editing ? (
              <EditLine text={line.text} onEdited={onEdited} />
            ) : (
              <span className="sr-reading__text">
                {line.kind === 'heading' && line.sceneNumber && (
                  <span className="sr-reading__number">{line.sceneNumber}</span>
                )}
                <Emphasis runs={styledLines(line.text).flat()} />
                {line.isRevised && (
                  <span className="sr-reading__star" title="Marked as revised">
                    *
                  </span>
                )}
              </span>
            )}
            {line.doubt && <span className="sr-reading__doubt">{line.doubt}</span>}
          </li>
        )
      })}
    </ol>
  )
}

const classOf = ({ kind, doubt, isStart, side }: PageLine, isCurrent: boolean): string =>
  [
    'sr-reading__line',
    isIgnored(kind) ? 'sr-reading__line--ignored' : `sr-reading__line--${kind}`,
    isStart && !isIgnored(kind) ? 'sr-reading__line--start' : '',
    side ? `sr-reading__line--${side}` : '',
    doubt ? 'sr-reading__line--doubt' : '',
    isCurrent ? 'sr-reading__line--current' : '',
  ].join(' ')

function EditLine({ text, onEdited }: { text: string; onEdited: (text: string | null) => void }) {
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return (
    <input
      ref={ref}
      className="sr-reading__edit"
      aria-label="Text of the line"
      defaultValue={text}
      spellCheck={false}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        // Else Escape would close the dialog.
        event.preventDefault()
        onEdited(event.key === 'Enter' ? event.currentTarget.value : null)
      }}
      onBlur={(event) => onEdited(event.currentTarget.value)}
    />
  )
}
