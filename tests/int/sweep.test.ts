import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { MediaSweep } from '@/contracts'
import { makePlace, type Place, removePlace, runCli, SCRIPT } from './support/cli'
import { factsOf } from './support/facts'
import { lookInto } from './support/studio'

const RUN_MS = 280_000
const DAY_MS = 86_400_000

const produce = (place: Place, env: NodeJS.ProcessEnv = place.env) =>
  runCli(['produce', SCRIPT, '--out', place.outDir, '--json'], env)

async function sweep(place: Place, ...options: string[]): Promise<MediaSweep> {
  const end = await runCli(['sweep-media', '--json', ...options], place.env)
  expect(end, end.stderr).toMatchObject({ status: 0 })
  return JSON.parse(end.stdout)
}

const filesOf = (place: Place) => fs.readdirSync(place.mediaDir).filter((name) => !name.startsWith('.'))

/** As if everything there had been written two days ago. */
function age(place: Place): void {
  const time = new Date(Date.now() - 2 * DAY_MS)
  for (const name of filesOf(place)) fs.utimesSync(path.join(place.mediaDir, name), time, time)
}

describe('a worker that is killed in the middle of writing', () => {
  const place = makePlace()
  let lost = ''
  afterAll(() => removePlace(place))

  it(
    'leaves files that no record names, until the sweep takes them',
    async () => {
      // Voices are one file each, panels two: one death in each kind.
      for (const at of [4, 20]) {
        const end = await produce(place, {
          ...place.env,
          NODE_OPTIONS: `--require ${path.resolve('tests/int/support/dieWriting.cjs')}`,
          TEST_DIE_IN: place.mediaDir,
          TEST_DIE_AT: String(at),
        })
        expect(end.signal, end.stderr).toBe('SIGKILL')
      }
      const before = filesOf(place)
      const young = await sweep(place)
      expect(young.young.count).toBeGreaterThanOrEqual(2)
      expect(young).toMatchObject({ orphans: { count: 0 }, removed: { count: 0 }, refusal: null })
      expect(filesOf(place)).toEqual(before)

      age(place)
      expect(await sweep(place, '--dry-run')).toMatchObject({ isDryRun: true, removed: { count: 0 } })
      const swept = await sweep(place)
      expect(swept.removed.count).toBe(young.young.count)
      expect(filesOf(place)).toHaveLength(before.length - swept.removed.count)

      const finished = await produce(place)
      expect(finished, finished.stderr).toMatchObject({ status: 0 })
      const { media } = await lookInto(place, ({ payload }) => factsOf(payload))
      const named = media.flatMap(({ filename, sizes }) =>
        [filename, sizes?.thumbnail?.filename].filter(Boolean),
      )
      expect(filesOf(place).sort()).toEqual(named.sort())
      lost = String(media.find(({ filename }) => filename?.startsWith('scene-1-shot-2-'))?.filename)
    },
    2 * RUN_MS,
  )

  it(
    'says in plain words what it found, and refuses what is no age',
    async () => {
      fs.rmSync(path.join(place.mediaDir, lost))
      fs.writeFileSync(path.join(place.mediaDir, 'stray.png'), 'bytes')
      const end = await runCli(['sweep-media', '--older-than', '1.5'], place.env)
      expect(end.status).toBe(0)
      expect(end.stdout).toContain('0 files without a record, older than 1.5 h (0 bytes)\n')
      expect(end.stdout).toContain('1 file without a record, younger: left alone\n  stray.png')
      expect(end.stdout).toContain('1 file that a record names is missing')
      expect(end.stdout).toContain(lost)
      for (const wrong of ['-1', 'soon', '']) {
        const refused = await runCli(['sweep-media', '--older-than', wrong], place.env)
        expect(refused.status).toBe(2)
        expect(refused.stderr).toContain('Hours are a number from 0.')
      }
      expect(fs.existsSync(path.join(place.mediaDir, 'stray.png'))).toBe(true)
    },
    RUN_MS,
  )

  it(
    'does not keep the next run from its end, which says what was missing and where',
    async () => {
      const end = await produce(place)
      expect(end, end.stderr).toMatchObject({ status: 0 })
      const { warnings, episodeId } = JSON.parse(end.stdout)
      expect(warnings).toEqual([
        `Scene 1, shot 2: the file of the picture is gone (${lost}); there is an empty frame in its place.`,
      ])
      expect(end.stderr).toContain(warnings[0])
      const status = await runCli(['status', episodeId, '--json'], place.env)
      expect(JSON.parse(status.stdout).warnings).toMatchObject([
        { kind: 'picture', sceneNumber: '1', shotNumber: '2', message: warnings[0] },
      ])
      const out = path.join(place.outDir, 'board.pdf')
      const exported = await runCli(['export', episodeId, '--out', out], place.env)
      expect(exported, exported.stderr).toMatchObject({ status: 0, stdout: `${out}\n` })
      expect(exported.stderr).toContain(warnings[0])
    },
    RUN_MS,
  )
})
