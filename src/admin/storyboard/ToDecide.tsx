'use client'

import { useState } from 'react'
import './to-decide.css'

/**
 * Leads to the shots that wait for a person's decision, one after the other. Whoever is at one of them has the way to the
 * next at the foot of the window: the head of the board is far away there.
 */
export function ToDecide({ shotIds }: { shotIds: string[] }) {
  /** The one that was gone to last. What is decided meanwhile leaves the list. */
  const [last, setLast] = useState<{ id: string; index: number } | null>(null)
  const count = shotIds.length
  if (count === 0) return null
  const found = last ? shotIds.indexOf(last.id) : -1
  // Where it was decided, what came behind it is at its place.
  const next = found >= 0 ? found + 1 : (last?.index ?? 0)
  const before = (found >= 0 ? found : (last?.index ?? 0)) - 1
  const go = (to: number) => {
    const index = (to + count) % count
    const id = shotIds[index] as string
    setLast({ id, index })
    const card = document.querySelector<HTMLElement>(`[data-shot-id="${CSS.escape(id)}"]`)
    card?.scrollIntoView({ block: 'center' })
    // So that keys go on from there.
    card?.querySelector<HTMLElement>('.sr-card__frame')?.focus({ preventScroll: true })
  }
  if (!last)
    return (
      <button type="button" className="sr-link-button" onClick={() => go(0)}>
        {count === 1 ? 'Go to it' : 'Go to the first'}
      </button>
    )
  return (
    <section className="sr-to-decide" aria-label="Shots to decide on">
      <span>{found >= 0 ? `${found + 1} of ${count} to decide on` : `${count} left to decide on`}</span>
      {(count > 1 || found < 0) && (
        <>
          <button type="button" className="sr-button" onClick={() => go(before)}>
            ← Previous
          </button>
          <button type="button" className="sr-button" onClick={() => go(next)}>
            Next →
          </button>
        </>
      )}
      <button type="button" className="sr-link-button" onClick={() => setLast(null)}>
        Close
      </button>
    </section>
  )
}
