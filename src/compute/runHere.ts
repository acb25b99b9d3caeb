import type { RunOptions } from './ComputePool'
import { STALLED_MS } from './ComputePool'
import { ComputeStalled } from './ComputeStalled'
import type { JobPorts } from './protocol'
import { watchProgress } from './watchProgress'

/**
 * Does a job in this process. One that comes no further is told to end and waited for no longer: what hears nothing goes
 * on, as there is no process of its own to end, but whoever asked is answered.
 */
export async function runHere<Output>(
  run: (ports: JobPorts) => Promise<Output>,
  { signal, onProgress, stalledAfterMs = STALLED_MS }: RunOptions,
): Promise<Output> {
  const stalled = new AbortController()
  const leftBehind = new Promise<never>((_, reject) => {
    stalled.signal.addEventListener('abort', () => reject(stalled.signal.reason), { once: true })
  })
  const watch = watchProgress(stalledAfterMs, (reached) =>
    stalled.abort(new ComputeStalled(stalledAfterMs, reached)),
  )
  const ports: JobPorts = {
    signal: signal ? AbortSignal.any([signal, stalled.signal]) : stalled.signal,
    onProgress: (fraction) => {
      watch.tell(fraction)
      onProgress?.(fraction)
    },
  }
  try {
    return await Promise.race([run(ports), leftBehind])
  } finally {
    watch.end()
  }
}
