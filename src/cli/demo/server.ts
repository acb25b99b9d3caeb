import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'

const NEXT = path.resolve('node_modules/next/dist/bin/next')
const START_TIMEOUT_MS = 120_000

/** Builds the product once; later starts use what is there. */
export function ensureBuilt(): void {
  if (existsSync(path.resolve('.next/BUILD_ID'))) return
  process.stderr.write('Building Showrunner (once, about two minutes) …\n')
  execFileSync(process.execPath, [NEXT, 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** The first free port from `from` on. */
export async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + 100; port += 1) if (await isFree(port)) return port
  throw new Error(`No free port between ${from} and ${from + 99}.`)
}

export interface RunningServer {
  address: string
  child: ChildProcess
  /** Resolves when the server has ended, with its exit status. */
  ended: Promise<number>
}

/** Starts the built product on this machine alone (nobody else must reach a demo login) and waits until it answers. */
export async function startServer(port: number): Promise<RunningServer> {
  const { SHOWRUNNER_COMMAND: _, ...inherited } = process.env
  const child = spawn(process.execPath, [NEXT, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...inherited,
      NODE_ENV: 'production',
      NEXT_MANUAL_SIG_HANDLE: 'true',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-4_000)
  })
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  let hasEnded = false
  void ended.then(() => {
    hasEnded = true
  })
  const address = `http://127.0.0.1:${port}`
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    if (hasEnded) throw new Error(complaint.trim() || 'The server ended before it answered.')
    try {
      const { ok } = await fetch(`${address}/api/v1/health`, { signal: AbortSignal.timeout(5_000) })
      if (ok) return { address, child, ended }
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not answer within ${START_TIMEOUT_MS / 1000} s. ${complaint}`)
}
