'use client'

import { useEffect, useRef } from 'react'

/**
 * Calls `poll` every `intervalMs` while the page is visible, never twice at once, and right away when the page
 * comes back into view. Stops for good while `intervalMs` is null.
 */
export function usePolling(poll: (signal: AbortSignal) => Promise<void>, intervalMs: number | null): void {
  const latest = useRef(poll)
  useEffect(() => {
    latest.current = poll
  })
  useEffect(() => {
    if (intervalMs === null) return
    const controller = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let isBusy = false
    const tick = async () => {
      if (isBusy || controller.signal.aborted) return
      clearTimeout(timer)
      if (document.visibilityState === 'visible') {
        isBusy = true
        // What goes wrong once may work the next time: the caller shows it, the loop goes on.
        await latest.current(controller.signal).catch(() => undefined)
        isBusy = false
      }
      if (!controller.signal.aborted) timer = setTimeout(tick, intervalMs)
    }
    const onVisible = () => {
      if (document.visibilityState === 'visible') void tick()
    }
    timer = setTimeout(tick, intervalMs)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      controller.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [intervalMs])
}
