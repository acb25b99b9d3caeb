'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { OVERLAY_NAMES, type Overlay, type OverlaySet } from '@/contracts'

const keyOf = (projectId: string): string => `showrunner:overlays:${projectId}`

/** Only what differs from the project's own: where that changes, the rest follows it. */
function readChoice(projectId: string): Partial<OverlaySet> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(projectId)) ?? 'null')
    if (typeof found !== 'object' || found === null) return {}
    return Object.fromEntries(
      OVERLAY_NAMES.flatMap((name) => {
        const value = (found as Record<string, unknown>)[name]
        return typeof value === 'boolean' ? [[name, value]] : []
      }),
    )
  } catch {
    // Private windows may have no storage: the choice lasts as long as the page.
    return {}
  }
}

function keepChoice(projectId: string, choice: Partial<OverlaySet>): void {
  try {
    if (Object.keys(choice).length > 0) localStorage.setItem(keyOf(projectId), JSON.stringify(choice))
    else localStorage.removeItem(keyOf(projectId))
  } catch {
    // As above.
  }
}

export interface OverlayChoice {
  shown: OverlaySet
  toggle: (name: Overlay) => void
}

/** What is drawn over the pictures of a board: what its project says, and what this person shows and hides here. */
export function useOverlays(projectId: string, own: OverlaySet): OverlayChoice {
  const [choice, setChoice] = useState<Partial<OverlaySet>>({})
  // Not before the page is there: the server knows nothing of it.
  useEffect(() => setChoice(readChoice(projectId)), [projectId])

  // By its parts: a board that was read again has an equal one, and must not draw every card again.
  const { slate, arrows, caption } = { ...own, ...choice }
  const shown = useMemo(() => ({ slate, arrows, caption }), [slate, arrows, caption])
  const toggle = useCallback(
    (name: Overlay) => {
      const { [name]: _, ...others } = choice
      const next = shown[name] === own[name] ? { ...others, [name]: !own[name] } : others
      setChoice(next)
      keepChoice(projectId, next)
    },
    [choice, own, projectId, shown],
  )
  return { shown, toggle }
}
