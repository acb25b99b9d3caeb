import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { json, router } from './support/router'
import type { ApiEnv } from './support/types'

export const health = router()

const schema = z
  .object({
    status: z.enum(['ok', 'unavailable']),
    uptimeSeconds: z.number(),
    database: z.object({ status: z.enum(['ok', 'unavailable']), latencyMs: z.number() }),
  })
  .openapi('Health')

const DATABASE_TIMEOUT_MS = 3_000

/** Asks the database for one row. Never throws: a probe wants an answer. */
async function pingDatabase(c: Context<ApiEnv>): Promise<z.infer<typeof schema>['database']> {
  const startedAt = performance.now()
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not answer in time')), DATABASE_TIMEOUT_MS)
  })
  try {
    await Promise.race([c.get('payload').db.findOne({ collection: 'users', select: { id: true } }), timeout])
    return { status: 'ok', latencyMs: Math.round(performance.now() - startedAt) }
  } catch (err) {
    c.get('payload').logger.error({ err, requestId: c.get('requestId'), msg: 'The database ping failed' })
    return { status: 'unavailable', latencyMs: Math.round(performance.now() - startedAt) }
  } finally {
    clearTimeout(timer)
  }
}

for (const [path, summary] of [
  ['/health', 'Whether the process works and reaches its database.'],
  ['/ready', 'Whether the process can take requests.'],
] as const) {
  health.openapi(
    createRoute({
      method: 'get',
      path,
      tags: ['Operations'],
      summary,
      responses: { 200: json(schema, 'Yes.'), 503: json(schema, 'Not now.') },
    }),
    async (c) => {
      const database = await pingDatabase(c)
      c.header('Cache-Control', 'no-store')
      return c.json(
        { status: database.status, uptimeSeconds: Math.round(process.uptime()), database },
        database.status === 'ok' ? 200 : 503,
      )
    },
  )
}
