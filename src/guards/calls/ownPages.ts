import { Forbidden } from '@/errors'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/**
 * Whether a request that changes something may rely on the session cookie. A browser sends the cookie on its
 * own accord, also for a page of somebody else, and always says from where: `Origin`, else `Sec-Fetch-Site`.
 * A caller that says neither is no browser. Payload itself checks the origin only where SERVER_URL is set.
 */
function isFromOwnPages(headers: Headers, trustedOrigins: readonly string[]): boolean {
  const origin = headers.get('origin')
  if (origin) {
    if (trustedOrigins.includes(origin)) return true
    const host = headers.get('x-forwarded-host') ?? headers.get('host')
    return host !== null && hostOf(origin) === host
  }
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}

/**
 * Refuses a change that a browser asks for in somebody's name because a page of somebody else told it to. Who says by
 * `Authorization` who they are does so on purpose.
 *
 * @param trustedOrigins whose pages may ask as well: Payload's `csrf`
 * @throws {Forbidden}
 */
export function refuseForeignPages(
  { headers, method }: Pick<Request, 'headers' | 'method'>,
  { csrf, cookiePrefix }: { csrf: readonly string[]; cookiePrefix: string },
): void {
  if (SAFE_METHODS.has(method.toUpperCase()) || headers.has('authorization')) return
  const isByCookie = (headers.get('cookie') ?? '').includes(`${cookiePrefix}-token=`)
  if (!isByCookie || isFromOwnPages(headers, csrf.filter(Boolean))) return
  throw new Forbidden('This call must come from the same site. From elsewhere, use an API key or a token.')
}
