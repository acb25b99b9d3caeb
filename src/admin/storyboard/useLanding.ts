'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** How long after the whole board has come it may still grow above the place that somebody came for. */
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
 *
 * @param isWhole whether the board has all its shots: before that the one somebody came for may not be there.
 * @returns for the element that the board is in.
 */
export function useLanding(isWhole: boolean): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null)
  /** As it was when the page came: closing a shot takes it out of the address. Empty once somebody scrolls. */
  const hash = useRef<string | null>(null)
  useEffect(() => {
    hash.current ??= window.location.hash
    const board = ref.current
    if (!hash.current || !board) return
    const land = () => {
      const wanted = hash.current ?? ''
      placeOf(wanted)?.scrollIntoView({ block: wanted.startsWith('#shot-') ? 'center' : 'start' })
    }
    const observer = new ResizeObserver(land)
    const stop = () => {
      observer.disconnect()
      clearTimeout(timer)
      for (const event of TAKES_OVER) window.removeEventListener(event, takeOver)
    }
    const takeOver = () => {
      hash.current = ''
      stop()
    }
    const timer = isWhole ? setTimeout(takeOver, SETTLES_MS) : undefined
    for (const event of TAKES_OVER) window.addEventListener(event, takeOver, { passive: true })
    // Not the page's body: that is as tall as the window, whatever is in it. Calls once at the beginning, too.
    observer.observe(board)
    // What has come by now is in view before a key can close the dialog above it.
    land()
    return stop
  }, [isWhole])
  return ref
}
