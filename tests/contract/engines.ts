import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { MongoClient } from 'mongodb'
import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, vi } from 'vitest'
import type { DatabaseEngine } from '@/contracts'

export type EngineName = DatabaseEngine['name']

export interface Booted {
  name: EngineName
  payload: Payload
  engine: DatabaseEngine
  /** The address, to open a second door where the engine has one. */
  uri: string
  stop(): Promise<void>
}

const mongodbUri = process.env.TEST_MONGODB_URI

/** A database of its own for each test file, in the address of the test server. */
function uriFor(name: EngineName, dir: string): string {
  if (name === 'sqlite') return `file:${path.join(dir, 'test.db')}`
  const uri = new URL(mongodbUri as string)
  uri.pathname = `/contract_${randomBytes(6).toString('hex')}`
  return uri.href
}

async function dropMongo(uri: string): Promise<void> {
  const client = await MongoClient.connect(uri)
  await client.db().dropDatabase()
  await client.close()
}

/**
 * Starts Payload on one engine with an empty database. The configuration reads the environment when it is
 * imported, so each engine gets modules of its own; errors are therefore compared by code, not by class.
 */
export async function bootEngine(name: EngineName): Promise<Booted> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'showrunner-contract-'))
  const uri = uriFor(name, dir)
  vi.stubEnv('DATABASE_URI', uri)
  vi.stubEnv('MEDIA_DIR', path.join(dir, 'media'))
  vi.stubEnv('PAYLOAD_SECRET', 'a-secret-for-contract-tests')
  vi.resetModules()
  const config: SanitizedConfig = await (await import('@payload-config')).default
  const payload = await getPayload({
    key: uri,
    config: {
      ...config,
      logger: { options: { level: 'error' } } as SanitizedConfig['logger'],
      // Else every boot starts a second process that writes src/payload-types.ts.
      typescript: { ...config.typescript, autoGenerate: false },
    },
  })
  const { engine } = payload.db as unknown as { engine: DatabaseEngine }
  return {
    name,
    payload,
    engine,
    uri,
    async stop() {
      await payload.destroy()
      if (name === 'mongodb') await dropMongo(uri)
      fs.rmSync(dir, { recursive: true, force: true })
      vi.unstubAllEnvs()
    },
  }
}

type Suite = (booted: () => Booted, name: EngineName) => void

/**
 * Runs one suite against every engine. MongoDB is skipped, visibly, where TEST_MONGODB_URI names no server.
 *
 * @param suite gets a function that returns the running engine, to be called inside of tests and hooks.
 */
export function describeEngines(what: string, suite: Suite): void {
  for (const name of ['sqlite', 'mongodb'] as const) describeEngine(name, what, suite)
}

/** The same for one engine alone. */
export function describeEngine(name: EngineName, what: string, suite: Suite): void {
  const isSkipped = name === 'mongodb' && !mongodbUri
  const title = `${what} on ${name}${isSkipped ? ' (set TEST_MONGODB_URI to run)' : ''}`
  describe.skipIf(isSkipped)(title, () => {
    let running: Booted | undefined
    beforeAll(async () => {
      running = await bootEngine(name)
    })
    afterAll(async () => {
      await running?.stop()
    })
    suite(() => running as Booted, name)
  })
}
