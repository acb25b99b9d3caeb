import { EventEmitter } from 'node:events'

/**
 * Tells the workers of this process that there may be work, so that they need not wait for their next
 * poll. Only a hint: a worker that misses it, or sits in another process, finds the work by polling.
 * On globalThis because a bundler may load this module more than once.
 */
const KEY = Symbol.for('showrunner.wake')
const holder = globalThis as unknown as Record<symbol, EventEmitter | undefined>
holder[KEY] ??= new EventEmitter().setMaxListeners(100)
const emitter = holder[KEY] as EventEmitter

export const wakeWorkers = (): void => {
  emitter.emit('wake')
}

/** Resolves when there may be work, or after `ms`, or when the signal aborts. */
export function sleepUntilWoken(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      emitter.off('wake', done)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    emitter.once('wake', done)
    signal?.addEventListener('abort', done, { once: true })
    if (signal?.aborted) done()
  })
}
