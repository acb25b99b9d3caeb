/** Lets everybody else have a turn who waits for this thread: arrived requests, timers, answers of other processes. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * For work of many small steps: asked after each, it gives way once some milliseconds have passed since it last did.
 *
 * @param mostMs that others wait
 * @returns what to wait for; undefined where it is no turn yet, for who has too many steps to wait after each
 */
export function turns(mostMs = 20): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < mostMs) return undefined
    return giveWay().then(() => {
      since = performance.now()
    })
  }
}
