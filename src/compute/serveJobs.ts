import os from 'node:os'
import { endWithParent } from './endWithParent'
import { toPlainError } from './plainError'
import type { FromProcess, JobPorts, RunJob, ToProcess } from './protocol'

/** Behind whatever answers people: on a machine with few cores a page must not wait for a drawing. */
const NICENESS = 15

/** Does the jobs that the parent process sends, one after another, until the parent goes or lets go. */
export function serveJobs(runJob: RunJob): void {
  if (!process.connected) process.exit(0)
  endWithParent()
  try {
    os.setPriority(NICENESS)
  } catch {
    // Not everywhere allowed, and nothing depends on it.
  }
  // A terminal's Ctrl-C and a service's stop go to the whole group: the parent says what becomes of the work.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit(0))

  let aborter: AbortController | undefined
  const answer = (message: FromProcess) => {
    // The parent may be gone, which `disconnect` is about to say.
    if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
  }
  process.on('message', async (message: ToProcess) => {
    if (message.type === 'abort') return aborter?.abort()
    aborter = new AbortController()
    const ports: JobPorts = {
      signal: aborter.signal,
      onProgress: (fraction) => answer({ type: 'progress', fraction }),
    }
    try {
      const output = await runJob(message.kind as never, message.input as never, ports)
      answer({ type: 'done', output })
    } catch (error) {
      answer({ type: 'failed', error: toPlainError(error) })
    }
  })
}
