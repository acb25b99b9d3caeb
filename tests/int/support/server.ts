import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { cleanEnv, type Place } from './cli'

/** Where the product lies; TEST_PRODUCT_DIR names a built copy to test instead of this checkout. */
const PRODUCT = path.resolve(process.env.TEST_PRODUCT_DIR ?? '.')
const NEXT = path.join(PRODUCT, 'node_modules/next/dist/bin/next')
const START_MS = 120_000
const BUILD_MS = 400_000

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const isBuilt = () => fs.existsSync(path.join(PRODUCT, '.next/BUILD_ID'))

/** Builds the product where nobody has yet; of several test files one builds and the others wait. */
export async function ensureBuilt(): Promise<void> {
  const lock = path.join(PRODUCT, 'node_modules/.showrunner-building')
  const deadline = Date.now() + BUILD_MS
  while (!isBuilt()) {
    try {
      fs.mkdirSync(lock)
    } catch {
      if (Date.now() > deadline)
        throw new Error(`Nobody finished the build; remove ${lock} if it is left over.`)
      await pause(1_000)
      continue
    }
    try {
      execFileSync(process.execPath, [NEXT, 'build'], {
        cwd: PRODUCT,
        env: { ...cleanEnv(), NODE_ENV: 'production' },
        stdio: 'ignore',
        timeout: BUILD_MS,
      })
    } finally {
      fs.rmdirSync(lock)
    }
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })

export interface Server {
  url: string
  child: ChildProcess
  output(): string
  ended: Promise<{ status: number | null; signal: NodeJS.Signals | null }>
}

/** Starts the built product as `npm start` does. Resolves when it answers or has ended. */
export const startServer = (place: Place, env: Record<string, string> = {}): Promise<Server> =>
  startBy([process.execPath, 'scripts/start.mjs'], place, env)

/** The same by npm and its shell. */
export const startServerByNpm = (place: Place): Promise<Server> => startBy(['npm', 'start', '--'], place)

async function startBy(
  [program, ...words]: [string, ...string[]],
  place: Place,
  env: Record<string, string> = {},
): Promise<Server> {
  await ensureBuilt()
  const port = await freePort()
  const child = spawn(program, [...words, '-H', '127.0.0.1', '-p', String(port)], {
    cwd: PRODUCT,
    env: { ...place.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  }
  const ended: Server['ended'] = new Promise((resolve) => {
    child.once('close', (status, signal) => resolve({ status, signal }))
  })
  const url = `http://127.0.0.1:${port}`
  const server = { url, child, ended, output: () => text }
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) return server
    const answer = await fetch(`${url}/api/v1/health`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => null,
    )
    if (answer?.ok) return server
    await pause(200)
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not answer:\n${text}`)
}

/** Stops a server as an operator does. */
export async function stopServer(server: Server | undefined): Promise<void> {
  if (!server) return
  server.child.kill('SIGTERM')
  const timer = setTimeout(() => server.child.kill('SIGKILL'), 40_000)
  await server.ended
  clearTimeout(timer)
}
