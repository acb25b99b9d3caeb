import { getPayload, type Payload } from 'payload'
import { stopComputing } from '@/compute'
import { EnvError, env } from '@/config/env'
import { assertUsable } from '@/config/places'
import { ShowrunnerError } from '@/errors'
import { recover, startWorker } from './startWorker'
import type { Worker } from './Worker'

/**
 * First signal: no new tasks, running ones may end within the grace time. Second signal: they go back to the
 * queue at once. Either way nothing is lost: what is not settled is taken up by the next start.
 */
function stopOnSignals(payload: Payload, worker: Worker | null): void {
  let isStopping = false
  const stop = async (signal: string) => {
    if (isStopping) {
      payload.logger.warn({ msg: 'Stopping at once', signal })
      await worker?.abort()
      process.exit(0)
    }
    isStopping = true
    payload.logger.info({ msg: 'Stopping', signal, running: worker?.runningCount ?? 0 })
    await worker?.stopWithin(env().WORKER_GRACE_SECONDS)
    await stopComputing()
    await payload.destroy()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
}

async function start(): Promise<Payload> {
  try {
    assertUsable()
    const { default: config } = await import('@payload-config')
    const payload = await getPayload({ config })
    if (!env().WORKER_ENABLED) await recover(payload)
    stopOnSignals(payload, env().WORKER_ENABLED ? await startWorker(payload) : null)
    return payload
  } catch (error) {
    // A server that cannot have its database must say so and go, not answer every request with an error.
    console.error(error instanceof ShowrunnerError || error instanceof EnvError ? error.message : error)
    process.exit(1)
  }
}

/** On globalThis because a bundler may load this module more than once: there is one worker in a server. */
const KEY = Symbol.for('showrunner.server')
const holder = globalThis as unknown as Record<symbol, Promise<Payload> | undefined>

/**
 * Opens the database and starts what belongs to this process, once: the worker, and the end on a signal. Ends the
 * process where that cannot be done.
 */
export function startServer(): Promise<Payload> {
  holder[KEY] ??= start()
  return holder[KEY]
}
