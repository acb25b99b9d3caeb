/** Lets everybody else have a turn who waits for this thread: arrived requests, timers, answers of other processes. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * For work of many small steps: asked after each, it gives way once some milliseconds have passed since it last did.
 *
 * @param mostMs that others wait
 */
export function turns(mostMs = 20): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < mostMs) return
    await giveWay()
    since = performance.now()
  }
}
