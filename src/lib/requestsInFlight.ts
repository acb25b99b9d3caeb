import { AsyncLocalStorage } from 'node:async_hooks'
import { channel } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/** A request older than this waits for something itself (a film, another process): nothing gets quicker by standing back. */
const PRESSING_MS = 250

/** A request that this process is answering. */
export interface RequestInFlight {
  arrivedAt: number
  /** How long it has had the thread in turns of its own, in milliseconds. */
  spentMs: number
}

const inFlight = new Map<IncomingMessage, RequestInFlight>()
const own = new AsyncLocalStorage<RequestInFlight>()
let isWatching = false

/**
 * Begins to note the requests that this process is answering, whoever answers them. Node tells of each that comes in
 * and of each that is answered; one whose connection breaks is forgotten too.
 */
export function watchRequests(): void {
  if (isWatching) return
  isWatching = true
  channel('http.server.request.start').subscribe((message) => {
    const { request } = message as { request: IncomingMessage }
    const it = { arrivedAt: performance.now(), spentMs: 0 }
    inFlight.set(request, it)
    // Node goes on with the request in the same breath: what answers it can be told from what answers others.
    own.enterWith(it)
    request.once('close', () => inFlight.delete(request))
  })
  channel('http.server.response.finish').subscribe((message) => {
    inFlight.delete((message as { request: IncomingMessage }).request)
  })
}

/** Does anybody wait for an answer at this moment, of those who have just asked? */
export function isAnswering(): boolean {
  const now = performance.now()
  for (const { arrivedAt } of inFlight.values()) if (now - arrivedAt < PRESSING_MS) return true
  return false
}

/** The request in whose answering this is called, if in any. */
export const ownRequest = (): RequestInFlight | undefined => own.getStore()
