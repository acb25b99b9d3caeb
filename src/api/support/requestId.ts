import { randomUUID } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from './types'

/** What may stand in a log line as it is. */
const usable = /^[\w.:-]{1,100}$/

/** Takes over the caller's request id, or makes one, and sends it back. */
export const requestId = createMiddleware<ApiEnv>(async (c, next) => {
  const given = c.req.header('x-request-id')
  const id = given && usable.test(given) ? given : randomUUID()
  c.set('requestId', id)
  await next()
  // Afterwards: an answer made by the error handler replaces what was set before it.
  c.header('x-request-id', id)
})
