'use client'

import { useMemo, useState } from 'react'
import type { WordChange } from '@/contracts'
import { plural } from '../lib/format'
import { foldSame } from './foldSame'

/** One side of a changed text: what it lost or gained is marked, long stretches that are the same are folded. */
export function WordText({
  words,
  side,
  isOpen,
  onOpen,
}: {
  words: WordChange[]
  side: 'old' | 'new'
  /** Nothing folded. */
  isOpen: boolean
  onOpen: () => void
}) {
  const shown = useMemo(() => foldSame(words), [words])
  const hidden = side === 'old' ? 'added' : 'removed'
  return (
    <div className={`sr-words sr-words--${side}`}>
      {shown.map((word, index) => {
        // Words are known by their place alone.
        const key = index
        if (word.kind === hidden) return null
        if (word.kind === 'folded' && !isOpen) {
          return (
            <button key={key} type="button" className="sr-words__fold" onClick={onOpen}>
              {plural(word.lines, 'line')} the same
            </button>
          )
        }
        if (word.kind === 'removed')
          return (
            <del key={key} className="sr-words__removed">
              {word.text}
            </del>
          )
        if (word.kind === 'added')
          return (
            <ins key={key} className="sr-words__added">
              {word.text}
            </ins>
          )
        return <span key={key}>{word.text}</span>
      })}
    </div>
  )
}

const CLIPPED_LINES = 14

/** A text that is only on one side. */
export function WholeText({ text, kind }: { text: string; kind: 'added' | 'removed' }) {
  const [isOpen, setIsOpen] = useState(false)
  const lines = text.split('\n')
  const isClipped = !isOpen && lines.length > CLIPPED_LINES + 4
  const shown = isClipped ? lines.slice(0, CLIPPED_LINES).join('\n') : text
  return (
    <div className={`sr-words sr-words--${kind}${kind === 'added' ? ' sr-words--new' : ''}`}>
      {kind === 'added' ? (
        <ins className="sr-words__whole">{shown}</ins>
      ) : (
        <del className="sr-words__whole">{shown}</del>
      )}
      {isClipped && (
        <button type="button" className="sr-words__fold" onClick={() => setIsOpen(true)}>
          {plural(lines.length - CLIPPED_LINES, 'more line')}
        </button>
      )}
    </div>
  )
}
