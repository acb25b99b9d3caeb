'use client'

import { useEffect, useRef, useState } from 'react'
import { messageOf } from './api'

/**
 * Calls `poll` every `intervalMs` while the page is visible, never twice at once, and right away when the page
 * comes back into view. While `intervalMs` is null only the latter: who comes back sees what others did meanwhile.
 *
 * @param isImmediate calls it for the first time at once instead of after an interval.
 * @param subject what is asked about: where it changes, asking starts over.
 * @returns why the last call failed, in words that can be shown; null where it did not, or nothing is asked now.
 */
export function usePolling(
  poll: (signal: AbortSignal) => Promise<void>,
  intervalMs: number | null,
  { isImmediate = false, subject = '' } = {},
): string | null {
  const [problem, setProblem] = useState<string | null>(null)
  const latest = useRef(poll)
  useEffect(() => {
    latest.current = poll
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another subject nothing was asked yet
  useEffect(() => {
    const controller = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let isBusy = false
    const schedule = (ms = intervalMs) => {
      if (ms !== null && !controller.signal.aborted) timer = setTimeout(tick, ms)
    }
    const tick = async () => {
      if (isBusy || controller.signal.aborted) return
      clearTimeout(timer)
      if (document.visibilityState === 'visible') {
        isBusy = true
        // What goes wrong once may work the next time: it is shown, and the loop goes on.
        const failure = await latest.current(controller.signal).then(() => null, messageOf)
        isBusy = false
        if (!controller.signal.aborted) setProblem(failure)
      }
      schedule()
    }
    const onVisible = () => {
      if (document.visibilityState === 'visible') void tick()
    }
    schedule(isImmediate ? 0 : intervalMs)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      controller.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [intervalMs, isImmediate, subject])
  return intervalMs === null ? null : problem
}
