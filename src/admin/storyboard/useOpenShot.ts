'use client'

import { useCallback, useEffect, useState } from 'react'
import type { EpisodeBoard } from '@/contracts'

const BEGINS = '#shot-'

/** Changes the address without a step in the history: Back leads to where one came from, not through every shot. */
function nameInAddress(shotId: string | null): void {
  const { pathname, search } = window.location
  window.history.replaceState(
    window.history.state,
    '',
    `${pathname}${search}${shotId ? BEGINS + shotId : ''}`,
  )
}

/**
 * The shot that is open close up. The address names it, so that whoever goes from it to its form and back finds it open
 * again, and a link leads to it.
 */
export function useOpenShot(board: EpisodeBoard): [string | null, (shotId: string | null) => void] {
  const [openShotId, setOpenShotId] = useState<string | null>(null)
  /** Named by the address, and perhaps not on the board yet. */
  const [wanted, setWanted] = useState<string | null>(null)
  useEffect(() => {
    const { hash } = window.location
    if (hash.startsWith(BEGINS)) setWanted(hash.slice(BEGINS.length))
  }, [])
  const isThere = wanted !== null && board.scenes.some(({ shots }) => shots.some(({ id }) => id === wanted))
  useEffect(() => {
    if (!isThere) return
    setOpenShotId(wanted)
    setWanted(null)
  }, [isThere, wanted])
  const open = useCallback((shotId: string | null) => {
    setWanted(null)
    setOpenShotId(shotId)
    nameInAddress(shotId)
  }, [])
  return [openShotId, open]
}
