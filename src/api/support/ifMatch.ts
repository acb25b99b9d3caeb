import type { Context } from 'hono'
import type { ApiEnv } from './types'

/** What `If-Match` names: `"v3-1f…"`, with or without its quotes or a W/ before them; undefined for none and for `*`. */
export function ifMatch(c: Context<ApiEnv>): string | undefined {
  const given = c.req
    .header('if-match')
    ?.trim()
    .replace(/^W\//, '')
    .replace(/^"(.*)"$/, '$1')
  return given === '*' ? undefined : given || undefined
}
