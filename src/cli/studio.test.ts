import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readScript } from '@/script-files'
import { readInputFile } from './studio'

let dir: string
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'showrunner-cli-'))
})
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }))

it('reads a TextBundle, which is a folder, and no other folder', async () => {
  const bundle = path.join(dir, 'ice.textbundle')
  fs.mkdirSync(path.join(bundle, 'assets'), { recursive: true })
  fs.writeFileSync(path.join(bundle, 'info.json'), '{}')
  await expect(readInputFile(bundle)).rejects.toThrow(/this is a folder, not a script/)
  fs.writeFileSync(path.join(bundle, 'text.fountain'), 'EXT. FJORD - DAWN\n\nIce.\n')
  const { breakdown } = await readScript(await readInputFile(bundle), bundle)
  expect(breakdown.scenes.map(({ location }) => location)).toEqual(['FJORD'])
})
