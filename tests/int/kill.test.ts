import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePlace, type Place, removePlace, runCli, SCRIPT, startCli } from './support/cli'
import { countsOf, type Facts, factsOf, faultsOf } from './support/facts'
import { lookInto } from './support/studio'

const RUN_MS = 280_000
const produceArgs = (place: Place, script = SCRIPT) => ['produce', script, '--out', place.outDir, '--json']

async function finish(place: Place): Promise<Record<string, unknown>> {
  const end = await runCli(produceArgs(place), place.env)
  expect(end, end.stderr).toMatchObject({ status: 0 })
  return JSON.parse(end.stdout)
}

/** Starts `produce` and kills it once stderr has said something. */
async function cutOffAt(place: Place, pattern: RegExp, signal: 'SIGKILL' | 'SIGTERM') {
  const running = startCli(produceArgs(place), place.env)
  await running.says(pattern)
  running.child.kill(signal)
  return running.ended
}

describe('produce, cut off again and again', () => {
  const calm = makePlace()
  const place = makePlace()
  let undisturbed: Facts

  beforeAll(async () => {
    await finish(calm)
    undisturbed = await lookInto(calm, ({ payload }) => factsOf(payload))
  }, RUN_MS)
  afterAll(() => {
    removePlace(calm)
    removePlace(place)
  })

  it(
    'dies while it imports and while it reads',
    async () => {
      expect((await cutOffAt(place, /Importing/, 'SIGKILL')).signal).toBe('SIGKILL')
      expect((await cutOffAt(place, /Read the script: /, 'SIGKILL')).signal).toBe('SIGKILL')
    },
    RUN_MS,
  )

  it(
    'ends by itself on SIGTERM, and the attempts that it gave up do not count',
    async () => {
      const end = await cutOffAt(place, /Draw panels: /, 'SIGTERM')
      expect(end.signal).toBeNull()
      expect(end.status).toBe(1)
      expect(end.stdout).toBe('')
      const { tasks } = await lookInto(place, ({ payload }) => factsOf(payload))
      const open = tasks.filter(
        (task) => task.type === 'draw-panel' && !task.isStep && task.state !== 'completed',
      )
      expect(open.length).toBeGreaterThan(0)
      expect(open.filter((task) => task.state !== 'ready' || task.attempts !== 0)).toEqual([])
      expect(tasks.filter((task) => task.state === 'running')).toEqual([])
    },
    RUN_MS,
  )

  it(
    'dies while it draws and while it assembles',
    async () => {
      expect((await cutOffAt(place, /Draw panels: [5-9]\d %/, 'SIGKILL')).signal).toBe('SIGKILL')
      expect((await cutOffAt(place, /Assemble: /, 'SIGKILL')).signal).toBe('SIGKILL')
    },
    RUN_MS,
  )

  it(
    'finishes in the end with what an undisturbed run makes, nothing lost and nothing twice',
    async () => {
      await finish(place)
      const facts = await lookInto(place, ({ payload }) => factsOf(payload))
      expect(faultsOf(facts)).toEqual([])
      expect(countsOf(facts)).toEqual(countsOf(undisturbed))
      expect(facts.tasks).toHaveLength(undisturbed.tasks.length)
      expect(new Set(facts.tasks.map(({ runId }) => runId)).size).toBe(1)
      // Nothing on the disk that no record knows.
      const known = new Set(facts.media.map(({ filename }) => filename))
      expect(fs.readdirSync(place.mediaDir).filter((name) => name.endsWith('.part'))).toEqual([])
      expect(known.size).toBe(facts.media.length)
      for (const name of known) expect(fs.existsSync(path.join(place.mediaDir, String(name)))).toBe(true)
    },
    RUN_MS,
  )
})

describe('an import of a long script, killed in the middle', () => {
  const place = makePlace()
  const SCENES = 600
  afterAll(() => removePlace(place))

  it(
    'is finished by the next start, each scene once',
    async () => {
      const file = path.join(place.dir, 'long.fountain')
      fs.writeFileSync(
        file,
        Array.from(
          { length: SCENES },
          (_, index) =>
            `INT. ROOM ${index % 30} - DAY\n\nThing ${index + 1}.\n\nANN ${index % 9}\nLine ${index + 1}.\n`,
        ).join('\n'),
      )
      const running = startCli(produceArgs(place, file), place.env)
      await running.says(/Importing/)
      // The first write is the episode with its text; the scenes come after it. Kill between.
      const log = `${place.uri.slice('file:'.length)}-wal`
      const before = fs.statSync(log).mtimeMs
      while (fs.statSync(log).mtimeMs === before) await new Promise((resolve) => setTimeout(resolve, 2))
      running.child.kill('SIGKILL')
      await running.ended

      await lookInto(place, async ({ payload }) => {
        const { recover } = await import('@/worker/startWorker')
        await recover(payload)
        const facts = await factsOf(payload)
        // Killed before its text was down, there is nothing of it; after, all of it.
        if (facts.episodes.length === 0) return expect([...facts.scenes, ...facts.characters]).toEqual([])
        expect(facts.episodes).toMatchObject([{ script: { importState: 'imported' } }])
        expect(facts.scenes.map(({ order }) => order)).toEqual(
          Array.from({ length: SCENES }, (_, index) => index + 1),
        )
        expect(facts.characters).toHaveLength(9)
        const { totalDocs } = await payload.count({ collection: 'locations' })
        expect(totalDocs).toBe(30)
      })
    },
    RUN_MS,
  )
})
