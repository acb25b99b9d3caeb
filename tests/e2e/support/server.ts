import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

// Not from where this file lies: bundled (scripts/run-ts.mjs) it lies somewhere else.
const root = process.cwd()
const nextBin = path.join(root, 'node_modules/next/dist/bin/next')
const SECRET = 'a-secret-for-tests-only'

const BUILD_LIMIT_MS = 280_000
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 15_000

export interface RunningServer {
  url: string
  /** What it wrote so far: for messages of tests that fail. */
  output: () => string
  /** Stops it, by force where it does not go by itself, and removes its database and media. */
  stop: () => Promise<void>
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function runNext(args: string[], env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [nextBin, ...args], {
    cwd: root,
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-20_000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return { child, output: () => text }
}

const exitOf = (child: ChildProcess) =>
  child.exitCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise<number | null>((resolve) => child.once('exit', resolve))

/** Kills a child that takes longer than it may. */
async function within(child: ChildProcess, ms: number): Promise<number | null> {
  const timer = setTimeout(() => child.kill('SIGKILL'), ms)
  const code = await exitOf(child)
  clearTimeout(timer)
  return code
}

/** Builds the product where nobody has yet. */
async function ensureBuilt(): Promise<void> {
  const distDir = process.env.NEXT_DIST_DIR ?? '.next'
  if (existsSync(path.join(root, distDir, 'BUILD_ID'))) return
  const { child, output } = runNext(['build'], { PAYLOAD_SECRET: SECRET })
  const code = await within(child, BUILD_LIMIT_MS)
  if (code !== 0) throw new Error(`The product could not be built:\n${output()}`)
}

/** Starts the built product on a free port, with a database and media of its own. */
export async function startServer(): Promise<RunningServer> {
  await ensureBuilt()
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'showrunner-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { child, output } = runNext(['start', '-p', String(port), '-H', '127.0.0.1'], {
    DATABASE_URI: `file:${dir}/e2e.db`,
    MEDIA_DIR: `${dir}/media`,
    PAYLOAD_SECRET: SECRET,
    PORT: String(port),
  })
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM')
    await within(child, STOP_LIMIT_MS)
    await fs.rm(dir, { recursive: true, force: true })
  }
  try {
    await untilHealthy(url, child)
  } catch (error) {
    await stop()
    throw new Error(`${(error as Error).message}\n${output()}`)
  }
  return { url, output, stop }
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`)
    const response = await fetch(`${url}/api/v1/health`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => null,
    )
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('The server did not become healthy in time.')
}
