import os from 'node:os'
import { Worker } from 'node:worker_threads'
import { toPlainError } from './plainError'
import type { FromProcess, JobPorts, RunJob, ToProcess } from './protocol'

/** Behind whatever answers people: on a machine with few cores a page must not wait for a drawing. */
const NICENESS = 15

const WATCH_MS = 1_000

/** Of another thread, which hears what one that counts on in a loop does not. Who lost its parent has another. */
const WATCH = `setInterval(() => {
  if (process.ppid !== ${process.ppid}) process.kill(process.pid, 'SIGKILL')
}, ${WATCH_MS})`

/** Where the parent is killed nobody is left to kill this: a file that takes for ever would take for ever. */
function endWithParent(): void {
  const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 }
  new Worker(WATCH, { eval: true, execArgv: [], resourceLimits }).unref()
}

/** Does the jobs that the parent process sends, one after another, until the parent goes or lets go. */
export function serveJobs(runJob: RunJob): void {
  if (!process.connected) process.exit(0)
  try {
    os.setPriority(NICENESS)
  } catch {
    // Not everywhere allowed, and nothing depends on it.
  }
  // A terminal's Ctrl-C and a service's stop go to the whole group: the parent says what becomes of the work.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit(0))
  endWithParent()

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
