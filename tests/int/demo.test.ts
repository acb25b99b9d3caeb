import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makePlace, removePlace, runCli, SCRIPT } from './support/cli'
import { ensureBuilt } from './support/server'

const RUN_MS = 280_000

describe('The demo', () => {
  const place = makePlace()
  afterAll(() => removePlace(place))

  it(
    'starts the product, produces a script through its HTTP interface, and does nothing twice',
    async () => {
      await ensureBuilt()
      const args = ['demo', '--script', SCRIPT, '--out', place.outDir, '--exit']
      const env = { ...place.env, PORT: '4321' }
      const first = await runCli(args, env)
      expect(first.stderr).toMatch(/(\d+) scenes, (\d+) shots, \2 panels/)
      expect(first.status).toBe(0)
      expect(fs.statSync(path.join(place.outDir, 'storyboard.pdf')).size).toBeGreaterThan(10_000)
      expect(fs.readFileSync(path.join(place.outDir, 'shot-list.csv'), 'utf8')).toContain(
        'Scene,Shot,Heading',
      )
      const again = await runCli(args, env)
      expect(again.status).toBe(0)
      const counts = (text: string) => /\d+ scenes, \d+ shots, \d+ panels/.exec(text)?.[0]
      expect(counts(again.stderr)).toBe(counts(first.stderr))
    },
    RUN_MS,
  )
})
