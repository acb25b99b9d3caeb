import { Worker } from 'node:worker_threads'

const EVERY_MS = 500

/**
 * Ends this process once its parent is gone, also while it counts on in a loop: a closed pipe is only heard between
 * two pieces of work, so a thread of its own looks.
 */
export function endWithParent(): void {
  const watch = `
    const { workerData } = require('node:worker_threads')
    setInterval(() => {
      if (process.ppid !== workerData.parent) process.kill(process.pid, 'SIGKILL')
    }, workerData.everyMs)`
  const workerData = { parent: process.ppid, everyMs: EVERY_MS }
  // The loaders of this process are none of its business.
  new Worker(watch, {
    eval: true,
    execArgv: [],
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 8 },
  }).unref()
}
