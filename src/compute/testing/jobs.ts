import { spawn } from 'node:child_process'
import { ProcessError } from '@/lib/process/ProcessError'
import type { JobPorts } from '../protocol'
import { serveJobs } from '../serveJobs'

const HELD: Buffer[] = []

/** Jobs that show what a pool does; a job of the product never does most of this. */
const JOBS: Record<string, (input: never, ports: JobPorts) => unknown> = {
  where: () => process.pid,
  echo: (input) => input,
  wait: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms, ms)),
  steps: (fractions: number[], { onProgress }) => fractions.forEach(onProgress),
  environment: (names: string[]) => names.map((name) => process.env[name] ?? null),
  fail: (message: string) => {
    throw new ProcessError('timeout', message, { stderr: 'late', cause: new RangeError('too far') })
  },
  'full disk': () => {
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', errno: -28 })
  },
  exit: (status: number) => process.exit(status),
  'run out of memory': () => {
    const kept: number[][] = []
    for (;;) kept.push(new Array(1e6).fill(Math.random()))
  },
  /** Buffers, which no limit of JavaScript's memory counts. Stays in its loop. */
  'fill memory': (megabytes: number) => {
    const kept: Buffer[] = []
    for (;;) if (kept.length < megabytes) kept.push(Buffer.alloc(1024 ** 2, 1))
  },
  'hold memory': (megabytes: number) => {
    HELD.push(Buffer.alloc(megabytes * 1024 ** 2, 1))
    return process.pid
  },
  'until aborted': (_: unknown, { signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error(`heard: ${signal.reason.name}`)))
    }),
  deaf: () => {
    for (;;) if (Date.now() < 0) break
  },
  'go on': async (
    {
      steps,
      ms,
      of = steps,
      isDeafThen = false,
    }: { steps: number; ms: number; of?: number; isDeafThen?: boolean },
    { onProgress },
  ) => {
    for (let step = 1; step <= steps; step += 1) {
      await new Promise((resolve) => setTimeout(resolve, ms))
      onProgress(step / of)
    }
    // What was told has to be on its way first.
    if (isDeafThen) await new Promise((resolve) => setTimeout(resolve, 50))
    while (isDeafThen);
    return 'done'
  },
  'start a program': () => spawn('sleep', ['60'], { stdio: 'ignore' }).pid,
}

serveJobs(async (kind: string, input: never, ports: JobPorts) => JOBS[kind]?.(input, ports))
