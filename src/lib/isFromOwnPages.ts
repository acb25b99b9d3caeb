const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/**
 * Whether a request comes from a page of this server or of one that it trusts. A browser always says from where it changes
 * something: `Origin`, else `Sec-Fetch-Site`. A caller that says neither is no browser.
 *
 * @param trustedOrigins as `https://studio.example`
 */
export function isFromOwnPages(headers: Headers, trustedOrigins: readonly string[] = []): boolean {
  const origin = headers.get('origin')
  if (origin) {
    if (trustedOrigins.includes(origin)) return true
    const host = headers.get('x-forwarded-host') ?? headers.get('host')
    return host !== null && hostOf(origin) === host
  }
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}
