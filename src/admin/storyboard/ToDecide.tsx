'use client'

import { useState } from 'react'

/** Leads to the shots that wait for a person's decision, one after the other. */
export function ToDecide({ shotIds }: { shotIds: string[] }) {
  /** The last one that was gone to. What is decided meanwhile leaves the list: then it begins again. */
  const [lastId, setLastId] = useState<string | null>(null)
  if (shotIds.length === 0) return null
  const next = lastId === null ? 0 : (shotIds.indexOf(lastId) + 1) % shotIds.length
  const go = () => {
    const id = shotIds[next] as string
    setLastId(id)
    const card = document.querySelector<HTMLElement>(`[data-shot-id="${CSS.escape(id)}"]`)
    card?.scrollIntoView({ block: 'center' })
    // So that keys go on from there.
    card?.querySelector<HTMLElement>('.sr-card__frame')?.focus({ preventScroll: true })
  }
  return (
    <button type="button" className="sr-link-button" onClick={go}>
      {lastId === null || next === 0
        ? 'Go to the first'
        : `Go to the next (${next + 1} of ${shotIds.length})`}
    </button>
  )
}
