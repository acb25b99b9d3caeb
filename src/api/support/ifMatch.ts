import type { Context } from 'hono'
import type { ApiEnv } from './types'

/**
 * What `If-Match` names: `"v3-1f…"`, with or without its quotes or a W/ before them; undefined for none and for `*`. A
 * header that is there and says nothing names nothing that is: an empty text, which no etag is. Whoever lost their etag on
 * the way asked to be held to one.
 */
export function ifMatch(c: Context<ApiEnv>): string | undefined {
  const given = c.req
    .header('if-match')
    ?.trim()
    .replace(/^W\//, '')
    .replace(/^"(.*)"$/, '$1')
  return given === '*' ? undefined : given
}
