import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compute, computeProcessIds, stopComputing } from '@/compute'
import { measureScript } from '@/screenplay/pages'
import { readScript } from '@/script-files'
import { hugeFont, millionsOfOperators } from '@/script-files/pdf/hostile.testing'
import { madeScript } from '@/script-files/pdf/madeScript.testing'
import { LAYOUTS, type Layout, typeset } from '@/script-files/pdf/typeset.testing'
import { measureScriptApart, readApart, readScriptApart, readStoredApart } from './readApart'
import { readPages } from './readPages'

const print = (scenes: number) => typeset(madeScript(scenes), LAYOUTS[0] as Layout)
const text = (scenes: number) =>
  Array.from({ length: scenes }, (_, at) => `INT. ROOM ${at} - DAY\n\nShe waits.\n\nMARA\nNot yet.\n`).join(
    '\n',
  )
const bytesOf = (script: string) => new TextEncoder().encode(script)

beforeEach(() => vi.stubEnv('RENDER_PROCESSES', '1'))
afterEach(async () => {
  vi.unstubAllEnvs()
  await stopComputing()
})

describe('a file read in a process of its own', () => {
  it('gives what it gives here, whatever the format', async () => {
    const fountain = bytesOf(text(800))
    for (const [bytes, name] of [
      [await print(2), 'a.pdf'],
      [fountain, 'a.fountain'],
      [new Uint8Array(readFileSync('fixtures/scripts/fdx/lighthouse.fdx')), 'a.fdx'],
    ] as const)
      expect(await readScriptApart(bytes, name)).toEqual(await readScript(bytes, name))
    expect(computeProcessIds()).toHaveLength(1)
    const stored = await readStoredApart(text(800))
    expect(stored.breakdown.scenes).toHaveLength(800)
  })

  it('is measured there as it is here', async () => {
    expect(await measureScriptApart(text(800))).toEqual(measureScript(text(800)))
    expect(computeProcessIds()).toHaveLength(1)
  })

  it('is told there from what is no PDF: of a large text that takes long', async () => {
    const reading = readPages(bytesOf(text(800)), 'a.fountain', [])
    await expect(reading).rejects.toMatchObject({
      name: 'ScriptError',
      filename: 'a.fountain',
      message: expect.stringContaining('This is Fountain, which leaves nothing to confirm'),
    })
    expect(computeProcessIds()).toHaveLength(1)
  })

  it('is no process for a short text', async () => {
    expect((await readScriptApart(bytesOf(text(3)), 'a.fountain')).breakdown.scenes).toHaveLength(3)
    expect((await readStoredApart(text(3))).breakdown.scenes).toHaveLength(3)
    expect((await measureScriptApart(text(3))).pageCount).toBe(1)
    expect(computeProcessIds()).toEqual([])
  })

  it('is refused as it is here, with its name, and its process lives on', async () => {
    const bytes = new Uint8Array(readFileSync('fixtures/damaged/stray-rejection.pdf'))
    await expect(readScriptApart(bytes, 'stray.pdf')).rejects.toMatchObject({
      name: 'ScriptError',
      filename: 'stray.pdf',
      message: expect.stringContaining('damaged'),
    })
    const [pid] = computeProcessIds()
    await compute('read-pdf-pages', { bytes: await print(1) })
    expect(computeProcessIds()).toEqual([pid])
  })

  it('is put aside where it takes longer than it may, and so is its process', async () => {
    await readApart('read-stored', { text: text(1) })
    const [pid] = computeProcessIds()
    const reading = readApart('read-stored', { text: text(9_000) }, { limitMs: 1 })
    await expect(reading).rejects.toMatchObject({
      name: 'ScriptError',
      message: expect.stringMatching(/takes too long to read/),
    })
    expect(computeProcessIds()).not.toContain(pid)
    expect((await readApart('read-stored', { text: text(1) })).breakdown.scenes).toHaveLength(1)
  })

  it('is put aside where one of its pages holds more than a page can, and others go on', async () => {
    const bytes = millionsOfOperators(3_000_000)
    await readApart('read-pdf-pages', { bytes: await print(1) })
    const reading = readApart('read-pdf-pages', { bytes }, { pageMs: 300 })
    await expect(reading).rejects.toMatchObject({
      name: 'ScriptError',
      message: expect.stringMatching(/takes too long to read/),
    })
    expect((await readApart('read-pdf-pages', { bytes: await print(1) })).pages.length).toBeGreaterThan(0)
  }, 30_000)

  it('is a damaged file where it ends its process', async () => {
    await readApart('read-pdf-pages', { bytes: await print(1) })
    const reading = readApart('read-pdf-pages', { bytes: await print(60) })
    reading.catch(() => undefined)
    // Its turn has come when it has had time to say so.
    await new Promise((resolve) => setTimeout(resolve, 150))
    process.kill(computeProcessIds()[0] as number, 'SIGKILL')
    await expect(reading).rejects.toMatchObject({
      name: 'ScriptError',
      message: expect.stringMatching(/damaged or holds more than a script/),
    })
  })

  it('is put aside where it takes more memory than a script does, and others go on', async () => {
    for (const kind of ['read-pdf-pages', 'read-script'] as const)
      await expect(readApart(kind, { bytes: hugeFont(2_000) })).rejects.toMatchObject({
        name: 'ScriptError',
        message: expect.stringMatching(/takes more memory to read/),
      })
    expect((await readApart('read-pdf-pages', { bytes: await print(60) })).pages.length).toBeGreaterThan(0)
  }, 60_000)

  it('ends when whoever asked has gone', async () => {
    const asking = new AbortController()
    const reading = readScriptApart(bytesOf(text(9_000)), 'a.fountain', undefined, asking.signal)
    asking.abort(new Error('gone'))
    await expect(reading).rejects.toThrow('gone')
  })
})
