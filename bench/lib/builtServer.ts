import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface BuiltServer {
  address: string
  child: ChildProcess
  folder: string
  stop(): Promise<void>
}

export const isBuilt = (): boolean => existsSync('.next/BUILD_ID')

/** Starts the built product on a new SQLite studio of its own and waits until it answers. */
export async function startBuilt(port: number, env: NodeJS.ProcessEnv = process.env): Promise<BuiltServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'showrunner-bench-server-'))
  const next = ['scripts/start.mjs', '-H', '127.0.0.1', '-p', String(port)]
  const child = spawn(process.execPath, next, {
    stdio: 'ignore',
    env: {
      ...env,
      DATABASE_URI: `file:${folder}/server.db`,
      MEDIA_DIR: `${folder}/media`,
      PAYLOAD_SECRET: 'a-secret-for-benchmarks-only',
      LOG_LEVEL: 'error',
    },
  })
  // A bench that is cut off leaves nothing behind.
  process.once('exit', () => child.kill('SIGKILL'))
  const address = `http://127.0.0.1:${port}`
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; ) {
    const answer = await fetch(`${address}/api/v1/health`).catch(() => null)
    if (answer?.ok) return { address, child, folder, stop }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await stop()
  throw new Error(`${address} did not answer.`)
}
