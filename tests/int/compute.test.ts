import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DemoClient } from '@/cli/demo/client'
import type { RunStatus } from '@/contracts'
import { makePlace, removePlace, SCRIPT } from './support/cli'
import { factsOf, faultsOf } from './support/facts'
import { type Server, startServer, stopServer } from './support/server'
import { lookInto } from './support/studio'

const RUN_MS = 280_000
const USER = { name: 'Root', email: 'root@example.org', password: 'long-enough-1' }

/** The processes that draw, of a server: those among its children that run this program. */
function drawingProcesses(parent: number): number[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8')
        const isChild = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent
        const command = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8')
        return isChild && command.includes('src/compute/process.ts') ? [Number(name)] : []
      } catch {
        // It has ended meanwhile.
        return []
      }
    })
}

const drawn = (run: RunStatus) => run.stages.find(({ type }) => type === 'draw-panel')?.completed ?? 0

describe.skipIf(!fs.existsSync('/proc/self/stat'))('a server that draws', () => {
  const place = makePlace()
  let server: Server
  let client: DemoClient
  let episode: string
  let run: RunStatus
  const parent = () => server.child.pid as number

  beforeAll(async () => {
    server = await startServer(place)
    client = new DemoClient(server.url)
    await client.signIn(USER)
    const project = await client.findOrCreateProject('Processes', {})
    episode = await client.importScript(project, fs.readFileSync(SCRIPT, 'utf8'), 'night-ferry.fountain')
  }, RUN_MS)
  afterAll(async () => {
    await stopServer(server)
    removePlace(place)
  })

  const look = async () => {
    run = await client.run(run.runId)
    return run
  }

  it('has no process for it before there is anything to draw', () => {
    expect(drawingProcesses(parent())).toEqual([])
  })

  it(
    'draws in other processes, and answers meanwhile',
    async () => {
      run = await client.findOrStartRun(episode)
      while (drawn(await look()) === 0) expect(run.state).toBe('running')
      expect(drawingProcesses(parent()).length).toBeGreaterThan(0)
      expect(run.state).toBe('running')
      expect((await fetch(`${server.url}/api/v1/health`)).status).toBe(200)
      expect(await client.board(episode)).toHaveProperty('scenes')
      expect((await look()).state).toBe('running')
    },
    RUN_MS,
  )

  it(
    'loses nothing and makes nothing twice when those processes are killed at their work',
    async () => {
      let killed = 0
      while (killed < 6) {
        for (const pid of drawingProcesses(parent())) {
          process.kill(pid, 'SIGKILL')
          killed += 1
        }
        await new Promise((resolve) => setTimeout(resolve, 150))
        expect((await look()).state).toBe('running')
      }
      while ((await look()).state === 'running') await new Promise((resolve) => setTimeout(resolve, 250))
      expect(run).toMatchObject({ state: 'done', failures: [] })
    },
    RUN_MS,
  )

  it(
    'takes them along when it stops',
    async () => {
      const pids = drawingProcesses(parent())
      await stopServer(server)
      for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
      const { tasks, ...facts } = await lookInto(place, ({ payload }) => factsOf(payload))
      expect(faultsOf({ tasks, ...facts })).toEqual([])
      expect(tasks.filter(({ attempts }) => (attempts ?? 0) > 1).length).toBeGreaterThan(0)
    },
    RUN_MS,
  )
})
