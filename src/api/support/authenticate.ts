import { createMiddleware } from 'hono/factory'
import { executeAuthStrategies, type TypedUser } from 'payload'
import { Unauthenticated } from '@/errors'
import { refuseForeignPages } from '@/guards/calls/ownPages'
import type { ApiEnv } from './types'

/** Lets only signed-in users through, by cookie, token or API key, and puts them into the context. */
export const signedIn = createMiddleware<ApiEnv>(async (c, next) => {
  const { headers } = c.req.raw
  const payload = c.get('payload')
  // Payload's own `payload.auth` also works out every permission of the admin panel: too dear for polling.
  const { user } = await executeAuthStrategies({ headers, payload })
  if (!user) throw new Unauthenticated()
  refuseForeignPages(c.req.raw, payload.config)
  c.set('user', user as TypedUser)
  await next()
})
