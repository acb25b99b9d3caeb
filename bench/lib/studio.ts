import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'

export interface BenchStudio {
  payload: Payload
  uri: string
  folder: string
}

let studio: BenchStudio | undefined

/** An empty SQLite studio in a folder of its own, opened once for the whole run. Removed at the end. */
export async function benchStudio(): Promise<BenchStudio> {
  if (studio) return studio
  const folder = mkdtempSync(path.join(os.tmpdir(), 'showrunner-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const uri = `file:${path.join(folder, 'bench.db')}`
  Object.assign(process.env, {
    NODE_ENV: 'production',
    DATABASE_URI: uri,
    MEDIA_DIR: path.join(folder, 'media'),
    PAYLOAD_SECRET: 'a-secret-for-benchmarks-only',
    LOG_LEVEL: 'error',
  })
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  studio = { payload: await getPayload({ config }), uri, folder }
  return studio
}
