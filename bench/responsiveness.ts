import { readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { DemoClient } from '@/cli/demo/client'
import { freePort } from '@/cli/demo/server'
import { type BuiltServer, isBuilt, startBuilt } from './lib/builtServer'
import { ms, printTable, times } from './lib/table'

const SAMPLE = 'samples/the-last-signal.fountain'
const PER_SECOND = 20
/** Who is asked in turn: what a probe asks all the time, and what one person asks who has a board open and moves on. */
const ROUND = Array.from({ length: 100 }, (_, n) => {
  if (n === 99) return 'page'
  return n % 25 === 24 ? 'board' : n % 2 === 0 ? 'floor' : 'health'
})
const IDLE_SECONDS = 20
const USER = { name: 'Bench', email: 'bench@showrunner.local', password: 'a-password-for-benchmarks' }

interface Latencies {
  p50: number
  p95: number
  p99: number
  max: number
  count: number
}

function summary(values: number[]): Latencies {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: sorted.at(-1) ?? Number.NaN,
    count: sorted.length,
  }
}

/** An empty server in this process’s neighbourhood: what the machine and the asking itself take. */
async function startFloor(): Promise<{ url: string; stop: () => void }> {
  const server = http.createServer((_, answer) => answer.end('ok'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() }
}

/**
 * Asks each address in turn at a steady pace until told to stop, whether the answers come or not: who waits for one
 * answer before asking again does not see how long a pause was.
 */
function ask(urls: Record<string, string>, headers: Record<string, string>) {
  const spent: Record<string, number[]> = {}
  const open = new Set<Promise<void>>()
  const startedAt = performance.now()
  let asked = 0
  let failure: unknown
  const names = Object.keys(urls)
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAt) / 1000) * PER_SECOND)
    for (; asked < due; asked += 1) {
      const name = ROUND[asked % ROUND.length] as string
      // From when it was due: a pause of the asking side counts for all alike, the floor too.
      const dueAt = startedAt + ((asked + 1) / PER_SECOND) * 1000
      const answered = fetch(urls[name] as string, { headers })
        .then(async (answer) => {
          await answer.arrayBuffer()
          if (!answer.ok) throw new Error(`${urls[name]} answered ${answer.status}`)
          spent[name] ??= []
          spent[name].push(performance.now() - dueAt)
        })
        .catch((error) => {
          failure ??= error
        })
        .finally(() => open.delete(answered))
      open.add(answered)
    }
  }, 5)
  return async () => {
    clearInterval(timer)
    await Promise.all(open)
    if (failure) throw failure
    return Object.fromEntries(names.map((name) => [name, summary(spent[name] ?? [])]))
  }
}

/** The longest time that the server's thread kept others waiting, of the seconds between two moments. */
function longestPause(file: string, from: number, to: number): number {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const seconds = lines.map((line) => JSON.parse(line) as { at: number; max: number })
  return Math.max(...seconds.filter(({ at }) => at > from && at <= to).map(({ max }) => max))
}

async function signIn(server: BuiltServer): Promise<string> {
  const answer = await fetch(`${server.address}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: USER.email, password: USER.password }),
  })
  return ((await answer.json()) as { token: string }).token
}

/** How soon are people answered while the product draws, speaks and films, next to when it does nothing? */
export async function benchResponsiveness(): Promise<void> {
  if (!isBuilt()) return console.log('\n## Responsiveness\n\nskipped: not built; run `npm run build` first')
  const loopFile = path.join(process.env.MEDIA_DIR as string, '..', 'loop.jsonl')
  const server = await startBuilt(await freePort(4170), {
    ...process.env,
    BENCH_LOOP_FILE: loopFile,
    NODE_OPTIONS: `--require ${path.resolve('bench/lib/watchLoop.cjs')}`,
  })
  const floor = await startFloor()
  try {
    const client = new DemoClient(server.address)
    await client.signIn(USER)
    const project = await client.findOrCreateProject('Bench', {})
    const episode = await client.importScript(project, readFileSync(SAMPLE, 'utf8'), path.basename(SAMPLE))
    const urls = {
      floor: floor.url,
      health: `${server.address}/api/v1/health`,
      board: `${server.address}/api/v1/episodes/${episode}/board`,
      page: `${server.address}/admin/collections/episodes/${episode}/storyboard`,
    }
    const headers = { Authorization: `JWT ${await signIn(server)}` }
    for (const url of Object.values(urls)) await (await fetch(url, { headers })).arrayBuffer()

    const idleFrom = Date.now()
    const stopIdle = ask(urls, headers)
    await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000))
    const idle = await stopIdle()

    const runFrom = Date.now()
    const stopBusy = ask(urls, headers)
    let run = await client.findOrStartRun(episode)
    while (run.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 500))
      run = await client.run(run.runId)
      if (process.env.BENCH_SHOW)
        console.error(run.percentage, run.stages.map((s) => `${s.type} ${s.completed}/${s.total}`).join(', '))
    }
    const runTo = Date.now()
    const busy = await stopBusy()
    await new Promise((resolve) => setTimeout(resolve, 1_100))

    const rows = Object.keys(urls).flatMap((name) => {
      const [before, during] = [idle[name] as Latencies, busy[name] as Latencies]
      const show = ({ p50, p95, p99, max }: Latencies) => [p50, p95, p99, max].map(ms).join(' · ')
      return [
        { what: `${name}, idle`, value: show(before) },
        {
          what: `${name}, during the run (${during.count})`,
          value: show(during),
          ratio: `p99 ${times(during.p99 / (busy.floor as Latencies).p99)} the floor`,
          ...(name === 'floor' ? {} : { aim: 'p99 < 60 ms' }),
        },
      ]
    })
    printTable(`Answers at ${PER_SECOND} a second: p50 · p95 · p99 · max`, [
      ...rows,
      { what: 'longest pause of the server, idle', value: ms(longestPause(loopFile, idleFrom, runFrom)) },
      {
        what: 'longest pause of the server, during the run',
        value: ms(longestPause(loopFile, runFrom, runTo + 1_000)),
      },
      { what: `the run (${run.state})`, value: `${((runTo - runFrom) / 1000).toFixed(1)} s` },
    ])
  } finally {
    floor.stop()
    await server.stop()
  }
}
