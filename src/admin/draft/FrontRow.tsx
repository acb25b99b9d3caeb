'use client'

import { useState } from 'react'
import type { DraftFront } from '@/contracts'
import { WordText } from './WordText'

/** The title page and what else stands before the first scene. */
export function FrontRow({
  front,
  isAccepted,
  isSettled,
  onToggle,
}: {
  front: DraftFront
  isAccepted: boolean | null
  isSettled: boolean
  onToggle: (key: string) => void
}) {
  const [isOpen, setIsOpen] = useState(false)
  const words = front.words ?? [
    { kind: 'removed' as const, text: front.old },
    { kind: 'added' as const, text: front.new },
  ]
  const common = { words, isOpen, onOpen: () => setIsOpen(true) }
  return (
    <article
      className="sr-change"
      data-key={front.key}
      data-accepted={isAccepted ?? undefined}
      tabIndex={-1}
      aria-label="Title page"
    >
      <header className="sr-change__head">
        {isAccepted !== null && !isSettled && (
          <input
            type="checkbox"
            checked={isAccepted}
            aria-label="Accept the title page"
            onChange={() => onToggle(front.key)}
          />
        )}
        <h3>Title page and what stands before the first scene</h3>
      </header>
      <div className="sr-change__texts">
        <WordText {...common} side="old" />
        <WordText {...common} side="new" />
      </div>
    </article>
  )
}
