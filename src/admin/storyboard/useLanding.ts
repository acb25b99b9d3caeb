'use client'

import { useEffect } from 'react'

/** How long after the page has come it may still grow above the place that somebody came for. */
const SETTLES_MS = 8_000
/** With these a person takes the page into their own hands. */
const TAKES_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** The scene (`#scene-13`) or the shot (`#shot-…`) that an address names, where it is on the page yet. */
function placeOf(hash: string): Element | null {
  const name = decodeURIComponent(hash.slice(1))
  if (name.startsWith('shot-')) return document.querySelector(`[data-shot-id="${CSS.escape(name.slice(5))}"]`)
  return document.getElementById(name)
}

/**
 * Brings the scene or shot of the address into view, and keeps it there while pictures, fonts and the rest of the board
 * arrive above it: what a browser does once would leave people some scenes off. Until somebody scrolls.
 */
export function useLanding(): void {
  useEffect(() => {
    const { hash } = window.location
    if (!hash) return
    const land = () =>
      placeOf(hash)?.scrollIntoView({ block: hash.startsWith('#shot-') ? 'center' : 'start' })
    const observer = new ResizeObserver(land)
    const stop = () => {
      observer.disconnect()
      clearTimeout(timer)
      for (const event of TAKES_OVER) window.removeEventListener(event, stop)
    }
    const timer = setTimeout(stop, SETTLES_MS)
    for (const event of TAKES_OVER) window.addEventListener(event, stop, { passive: true })
    // Calls at once, too.
    observer.observe(document.body)
    return stop
  }, [])
}
