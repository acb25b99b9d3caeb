import { residentBytes } from './residentBytes'

/** A loop that fills memory as fast as it can takes some fifty megabytes meanwhile. Where a program has to be asked, less often. */
const LOOK_EVERY_MS = process.platform === 'linux' ? 20 : 250

/**
 * Looks at the memory of another process until it is told to stop. From outside: what counts on in a loop hears no timer
 * of its own, and what libraries and buffers hold is not bounded by any setting of Node.
 *
 * @param onExceeded called once, at which the watch is over
 * @returns ends the watch
 */
export function watchMemory(pid: number, maxBytes: number, onExceeded: () => void): () => void {
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  const look = async () => {
    const bytes = await residentBytes(pid)
    if (isOver) return
    if (bytes !== null && bytes > maxBytes) {
      isOver = true
      onExceeded()
      return
    }
    timer = setTimeout(look, LOOK_EVERY_MS).unref()
  }
  void look()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
