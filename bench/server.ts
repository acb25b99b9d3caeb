import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '@/cli/demo/server'
import { ms, printTable } from './lib/table'

const memoryMb = (pid: number): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

async function untilAnswered(url: string, deadline: number): Promise<number> {
  while (performance.now() < deadline) {
    try {
      const { ok } = await fetch(url)
      if (ok) return performance.now()
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`${url} did not answer.`)
}

/** Starts a program and measures until it answers; the memory is read after five quiet seconds. */
async function measure(args: string[], url: string, env: NodeJS.ProcessEnv) {
  const start = performance.now()
  const child = spawn(process.execPath, args, { stdio: 'ignore', env })
  try {
    const answered = (await untilAnswered(url, start + 120_000)) - start
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    return { answered, memory: existsSync(`/proc/${child.pid}`) ? memoryMb(child.pid as number) : Number.NaN }
  } finally {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
  }
}

/** How soon does the built product answer, and what does it hold? The floor is an empty Node HTTP server. */
export async function benchServer(): Promise<void> {
  if (!existsSync('.next/BUILD_ID')) {
    console.log('\n## Server\n\nskipped: not built; run `npm run build` first')
    return
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'showrunner-bench-server-'))
  const port = await freePort(4100)
  const env = {
    ...process.env,
    DATABASE_URI: `file:${folder}/server.db`,
    MEDIA_DIR: `${folder}/media`,
    PAYLOAD_SECRET: 'a-secret-for-benchmarks-only',
  }
  const next = ['scripts/start.mjs', '-H', '127.0.0.1', '-p', String(port)]
  const health = `http://127.0.0.1:${port}/api/v1/health`
  const fresh = await measure(next, health, env)
  const again = await measure(next, health, env)
  const floorPort = await freePort(4200)
  const floor = await measure(
    ['-e', `require('http').createServer((q, s) => s.end('ok')).listen(${floorPort}, '127.0.0.1')`],
    `http://127.0.0.1:${floorPort}/`,
    process.env,
  )
  rmSync(folder, { recursive: true, force: true })
  const ratio = (value: number, of: number) => `${(value / of).toFixed(0)}× an empty Node server`
  printTable('The built server', [
    {
      what: 'start to first answer, new database',
      value: ms(fresh.answered),
      ratio: ratio(fresh.answered, floor.answered),
    },
    {
      what: 'start to first answer, existing',
      value: ms(again.answered),
      ratio: ratio(again.answered, floor.answered),
    },
    {
      what: 'memory at rest',
      value: `${again.memory.toFixed(0)} MB`,
      ratio: ratio(again.memory, floor.memory),
    },
    { what: 'floor: an empty Node server', value: `${ms(floor.answered)}, ${floor.memory.toFixed(0)} MB` },
  ])
}
