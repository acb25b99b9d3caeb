import type { Context } from 'hono'
import type { ApiEnv } from './types'

/** Whether the caller has what `mark` names already: an `If-None-Match` with it, weak or not, among others or alone. */
export function hasAlready(c: Context<ApiEnv>, mark: string): boolean {
  const given = c.req.header('if-none-match') ?? ''
  return given.split(',').some((each) => each.trim().replace(/^W\//, '') === `"${mark}"`)
}
