import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fuzz } from '../fuzz/fuzz'
import { makePlace, removePlace } from './support/cli'
import { type Server, startServer, stopServer } from './support/server'
import { dropMongo, mongoUri } from './support/studio'

const REQUESTS = 300
const SEED = 13

describe.each([
  ['sqlite', undefined],
  ['mongodb', mongoUri('fuzz')],
] as const)('requests that nobody would send, on %s', (_engine, uri) => {
  const place = makePlace(uri ?? undefined)
  let server: Server | undefined

  beforeAll(async () => {
    if (uri === null) return
    server = await startServer(place, { WORKER_ENABLED: 'false', LOG_LEVEL: 'silent' })
  }, 600_000)
  afterAll(async () => {
    await stopServer(server)
    removePlace(place)
    if (uri) await dropMongo(uri)
  })

  it.skipIf(uri === null)(
    'are answered as the caller’s own: none by a fault of ours, none late',
    async () => {
      vi.stubEnv('DATABASE_URI', place.uri)
      vi.stubEnv('PAYLOAD_SECRET', 'a-secret-for-integration-tests')
      vi.resetModules()
      const { default: config } = await import('@payload-config')
      const { url, child } = server as Server
      const { faults, sent } = await fuzz({
        url,
        config: await config,
        seed: SEED,
        requests: REQUESTS,
        isAlive: () => child.exitCode === null && child.signalCode === null,
      })
      expect(
        faults.map(({ what, number, request }) => `${number} ${what}: ${request.method} ${request.path}`),
      ).toEqual([])
      expect(sent).toBe(REQUESTS)
    },
    300_000,
  )
})
