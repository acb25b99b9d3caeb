import { Forbidden } from '@/errors'
import { isFromOwnPages } from '@/lib/isFromOwnPages'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
/** What Payload reads. Browsers send `Basic` and its like by themselves, as they send cookies. */
const SAYS_WHO = /^(?:JWT |Bearer |\S+ API-Key )/

/**
 * Refuses a change that a browser asks for because a page of somebody else told it to: in the name of who is signed in, or
 * to sign them in as somebody else. Who says by a token or a key who they are does so on purpose. Payload itself asks only
 * where SERVER_URL is set, and of cookies alone.
 *
 * @param csrf whose pages may ask as well: Payload's
 * @throws {Forbidden}
 */
export function refuseForeignPages(
  { headers, method }: Pick<Request, 'headers' | 'method'>,
  { csrf }: { csrf: readonly string[] },
): void {
  if (SAFE_METHODS.has(method.toUpperCase()) || SAYS_WHO.test(headers.get('authorization') ?? '')) return
  if (isFromOwnPages(headers, csrf.filter(Boolean))) return
  throw new Forbidden('This call must come from the same site. From elsewhere, use an API key or a token.')
}
