/** Lets everybody else have a turn who waits for this thread: arrived requests, timers, answers of other processes. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * How long others wait at most, where nothing else is said. Who asks for something needs a dozen turns until it is answered,
 * and waits as long in each: health comes within a tenth of a second.
 */
export const MOST_MS = 8

/**
 * For work of many small steps: asked after each, it gives way once some milliseconds have passed since it last did.
 *
 * @param mostMs that others wait
 * @returns what to wait for; undefined where it is no turn yet, for who has too many steps to wait after each
 */
export function turns(mostMs = MOST_MS): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < mostMs) return undefined
    return giveWay().then(() => {
      since = performance.now()
    })
  }
}
