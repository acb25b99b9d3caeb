import { createMiddleware } from 'hono/factory'
import { executeAuthStrategies, type TypedUser } from 'payload'
import { Forbidden } from '@/errors'
import { Unauthenticated } from './errors'
import type { ApiEnv } from './types'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/**
 * Whether a request that changes something may rely on the session cookie. A browser sends the cookie on its
 * own accord, also for a page of somebody else, and always says from where: `Origin`, else `Sec-Fetch-Site`.
 * A caller that says neither is no browser. Payload itself checks the origin only where SERVER_URL is set.
 */
export function isFromOwnPages(headers: Headers, trustedOrigins: string[]): boolean {
  const origin = headers.get('origin')
  if (origin) {
    if (trustedOrigins.includes(origin)) return true
    const host = headers.get('x-forwarded-host') ?? headers.get('host')
    return host !== null && hostOf(origin) === host
  }
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}

/** Lets only signed-in users through, by cookie, token or API key, and puts them into the context. */
export const signedIn = createMiddleware<ApiEnv>(async (c, next) => {
  const { headers, method } = c.req.raw
  const payload = c.get('payload')
  // Payload's own `payload.auth` also works out every permission of the admin panel: too dear for polling.
  const { user } = await executeAuthStrategies({ headers, payload })
  if (!user) throw new Unauthenticated()
  const isCookieAuth = !headers.has('authorization')
  if (
    isCookieAuth &&
    !SAFE_METHODS.includes(method) &&
    !isFromOwnPages(headers, payload.config.csrf.filter(Boolean))
  ) {
    throw new Forbidden('This call must come from the same site. From elsewhere, use an API key or a token.')
  }
  c.set('user', user as TypedUser)
  await next()
})
