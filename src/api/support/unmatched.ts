import type { Context, Hono } from 'hono'
import { errorBody } from './errors'
import type { ApiEnv } from './types'

/** A route's pattern as a test of whole paths. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\/:[^/]+/g, '/[^/]+')}$`)

/** Answers what no route took: 405 with `Allow` where the path exists under other methods, else 404. */
export function answerUnmatched(app: Hono<ApiEnv>) {
  return (c: Context<ApiEnv>): Response => {
    const allowed = new Set<string>()
    for (const { method, path } of app.routes) {
      if (method !== 'ALL' && patternOf(path).test(c.req.path)) allowed.add(method)
    }
    if (allowed.size === 0) {
      return c.json(errorBody('no-such-route', `There is nothing at ${c.req.path}.`), 404)
    }
    c.header('Allow', [...allowed].sort().join(', '))
    if (c.req.method === 'OPTIONS') return c.body(null, 204)
    return c.json(errorBody('method-not-allowed', `${c.req.path} does not take ${c.req.method}.`), 405)
  }
}
