import type { SanitizedConfig } from 'payload'
import type { RestAnswer } from '../restApi'
import { ENDPOINTS, type Endpoint } from './endpoints'
import type { Ledger } from './ledger'
import { isFor } from './levels'
import { STANDARD } from './operations'
import type { Stage } from './stage'

type Send = (path: string, init?: RequestInit & { json?: unknown }) => Promise<RestAnswer>

/** Every endpoint of the configuration that is not one of all collections, by name. */
export function endpointsOf(config: SanitizedConfig): string[] {
  const named = (owner: string, endpoints: Array<{ method: string; path: string }>) =>
    endpoints.map(({ method, path }) => [owner, `${method} ${path}`] as const)
  const all = [
    ...named('config', config.endpoints),
    ...config.collections.flatMap(({ slug, endpoints }) => named(slug, endpoints || [])),
    ...config.globals.flatMap(({ slug, endpoints }) => named(`global ${slug}`, endpoints || [])),
  ]
  return [...new Set(all.filter(([, name]) => !STANDARD[name]).map(([owner, name]) => `${owner} ${name}`))]
}

/** Everybody at one of them; those last whom it is for. */
export async function tryEndpoint(
  { stage, ledger, send }: { stage: Stage; ledger: Ledger; send: Send },
  name: string,
): Promise<void> {
  const { level, request, refusal = [], hides } = ENDPOINTS[name] as Endpoint
  const method = (name.split(' ').at(-2) as string).toUpperCase()
  const order = [...stage.people.callers].sort(
    (a, b) => Number(isFor(level, a.who)) - Number(isFor(level, b.who)),
  )
  for (const caller of order) {
    const { path, json, headers } = await request(stage, caller)
    const { status, text } = await send(path, { method, json, headers: headers ?? caller.headers })
    const said = `${status} ${text.slice(0, 120)}`
    const secret = hides && caller.who !== 'owner' ? await hides(stage) : null
    const isRefused = [400, 401, 403, 404, ...refusal].includes(status)
    const isHeld = isFor(level, caller.who) ? status === 200 : isRefused
    ledger.write(
      `Endpoint: ${name}`,
      caller.name,
      secret && text.includes(secret) ? `is shown: ${said}` : isHeld ? null : said,
    )
  }
}
