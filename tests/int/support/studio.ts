import path from 'node:path'
import { MongoClient } from 'mongodb'
import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import { vi } from 'vitest'
import type { DatabaseEngine } from '@/contracts'
import type { Place } from './cli'

export interface Studio {
  payload: Payload
  engine: DatabaseEngine
  close(): Promise<void>
}

/**
 * Opens a place's database in this process, as the server does. The configuration reads the environment when
 * it is imported, so the modules are loaded anew: import services after this, with `await import`.
 */
export async function openStudio(
  place: Place,
  { env = {}, key }: { env?: Record<string, string>; key?: string } = {},
): Promise<Studio> {
  vi.stubEnv('DATABASE_URI', place.uri)
  vi.stubEnv('MEDIA_DIR', place.mediaDir)
  vi.stubEnv('PAYLOAD_SECRET', 'a-secret-for-integration-tests')
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  vi.resetModules()
  const config: SanitizedConfig = await (await import('@payload-config')).default
  const payload = await getPayload({
    key: key ?? `${place.uri}#${path.basename(place.dir)}#${Date.now()}`,
    config: {
      ...config,
      logger: { options: { level: 'fatal' } } as SanitizedConfig['logger'],
      typescript: { ...config.typescript, autoGenerate: false },
    },
  })
  const { engine } = payload.db as unknown as { engine: DatabaseEngine }
  return {
    payload,
    engine,
    async close() {
      await payload.destroy()
      vi.unstubAllEnvs()
    },
  }
}

/** Opens a place, looks, and closes it again: what a finished command left behind. */
export async function lookInto<Result>(place: Place, look: (studio: Studio) => Promise<Result>) {
  const studio = await openStudio(place)
  try {
    return await look(studio)
  } finally {
    await studio.close()
  }
}

/** An address on the test server with a database of its own, null where there is none. */
export function mongoUri(name: string): string | null {
  if (!process.env.TEST_MONGODB_URI) return null
  const uri = new URL(process.env.TEST_MONGODB_URI)
  uri.pathname = `/int_${name}_${process.pid}`
  return uri.href
}

export async function dropMongo(uri: string): Promise<void> {
  const client = await MongoClient.connect(uri)
  await client.db().dropDatabase()
  await client.close()
}
