import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { tryPort } from '@/lib/tryPort'

const NEXT = path.resolve('node_modules/next/dist/bin/next')
const START_TIMEOUT_MS = 120_000
/** A logged error has some 1,500 characters, its stack among them. */
const KEPT_CHARACTERS = 20_000
const LAST_LINES = 12

/** Runs a program and shows what it printed only where it fails. @throws {Error} with all of that */
export async function runQuietly(args: string[], env: NodeJS.ProcessEnv, failure: string): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk))
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (status !== 0) throw new Error(`${failure}\n${Buffer.concat(printed).toString().trim()}`)
}

/** Builds the product once; later starts use what is there. */
export async function ensureBuilt(): Promise<void> {
  if (existsSync(path.resolve('.next/BUILD_ID'))) return
  process.stderr.write('Building Showrunner (once; this takes some minutes) …\n')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const
  await runQuietly([NEXT, 'build'], env, 'Showrunner could not be built:')
}

/** The first free port from `from` on. */
export async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + 100; port += 1) {
    if (!(await tryPort(port, '127.0.0.1'))) return port
  }
  throw new Error(`No free port between ${from} and ${from + 99}.`)
}

export interface ServerProcess {
  child: ChildProcess
  /** Resolves when it has ended. */
  ended: Promise<void>
  /** How it ended and what it said last, or null while it runs. */
  whyEnded: () => string | null
}

export interface RunningServer extends ServerProcess {
  address: string
}

/** A line of the server's log, which is JSON, as a person reads it: what happened, and the error. */
function plainLine(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } }
    return [msg, err?.message].filter(Boolean).join(': ') || line
  } catch {
    return line
  }
}

/** Keeps what a server says last, for when it ends without being asked to. */
export function watchServer(child: ChildProcess): ServerProcess {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-KEPT_CHARACTERS)
    })
  }
  let how: string | null = null
  const ended = new Promise<void>((resolve) => {
    child.once('close', (status, signal) => {
      how = signal ? `was stopped by ${signal}` : `ended with status ${status}`
      resolve()
    })
  })
  const lastLines = () => said.trim().split('\n').slice(-LAST_LINES).map(plainLine).join('\n')
  const whyEnded = () =>
    how && `The server ${how}. ${said.trim() ? `Its last lines:\n${lastLines()}` : 'It said nothing.'}`
  return { child, ended, whyEnded }
}

/** Starts the built product on this machine alone (nobody else must reach a demo login) and waits until it answers. */
export async function startServer(port: number): Promise<RunningServer> {
  const { SHOWRUNNER_COMMAND: _, ...inherited } = process.env
  const child = spawn(process.execPath, ['scripts/start.mjs', '-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: inherited,
  })
  const server = watchServer(child)
  const address = `http://127.0.0.1:${port}`
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    const ended = server.whyEnded()
    if (ended) throw new Error(ended)
    try {
      const { ok } = await fetch(`${address}/api/v1/health`, {
        headers: { Connection: 'close' },
        signal: AbortSignal.timeout(5_000),
      })
      if (ok) return { ...server, address }
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  child.kill('SIGKILL')
  await server.ended
  throw new Error(`The server did not answer within ${START_TIMEOUT_MS / 1000} s. ${server.whyEnded()}`)
}
