import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { compute, computeProcessIds, stopComputing } from '@/compute'
import { madeScript } from '@/script-files/pdf/madeScript.testing'
import { LAYOUTS, type Layout, typeset } from '@/script-files/pdf/typeset.testing'
import { readPdfApart } from './readPdfApart'

const print = (scenes: number) => typeset(madeScript(scenes), LAYOUTS[0] as Layout)

afterEach(async () => {
  vi.unstubAllEnvs()
  await stopComputing()
})

describe('a PDF read in a process of its own', () => {
  it('gives what it gives here', async () => {
    const bytes = await print(2)
    vi.stubEnv('RENDER_PROCESSES', '1')
    const apart = await readPdfApart('read-pdf', { bytes })
    expect(computeProcessIds()).toHaveLength(1)
    vi.stubEnv('RENDER_PROCESSES', '0')
    expect(apart).toEqual(await readPdfApart('read-pdf', { bytes }))
  })

  it('is refused as it is here, and its process lives on', async () => {
    vi.stubEnv('RENDER_PROCESSES', '1')
    const bytes = new Uint8Array(readFileSync('fixtures/damaged/stray-rejection.pdf'))
    await expect(readPdfApart('read-pdf-pages', { bytes })).rejects.toMatchObject({
      name: 'ScriptError',
      message: expect.stringContaining('damaged'),
    })
    const [pid] = computeProcessIds()
    await compute('read-pdf-pages', { bytes: await print(1) })
    expect(computeProcessIds()).toEqual([pid])
  })

  it.each([
    ['ends its process', 60_000],
    ['takes longer than it may', 1],
  ])('is a damaged file where it %s', async (how, limitMs) => {
    vi.stubEnv('RENDER_PROCESSES', '1')
    await compute('read-pdf-pages', { bytes: await print(1) })
    const reading = readPdfApart('read-pdf-pages', { bytes: await print(60) }, limitMs)
    reading.catch(() => undefined)
    if (how.startsWith('ends')) {
      // Its turn has come when it has had time to say so.
      await new Promise((resolve) => setTimeout(resolve, 150))
      process.kill(computeProcessIds()[0] as number, 'SIGKILL')
    }
    await expect(reading).rejects.toMatchObject({
      name: 'ScriptError',
      message: expect.stringMatching(/damaged or holds more than a script/),
    })
  })
})
