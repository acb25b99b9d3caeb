import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OVERLAY_DEFAULTS } from '@/contracts'
import { testBrief } from '@/drawing/testBrief'
import { hasFfmpeg } from '@/exports/animatic'
import type { AnimaticTimeline } from '@/exports/animatic/types'
import { testBoard } from '@/exports/testBoard'
import { compute, computeProcessIds, stopComputing } from '.'
import { runJob } from './jobs'
import { runHere } from './runHere'

const here = { signal: new AbortController().signal, onProgress: () => undefined }
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'showrunner-compute-'))
})
afterAll(async () => {
  await stopComputing()
  await rm(folder, { recursive: true, force: true })
})

describe('what is made elsewhere is, to the byte, what would be made here', () => {
  it('a panel', async () => {
    const brief = testBrief()
    const elsewhere = await compute('draw-panel', brief)
    expect(computeProcessIds()).not.toEqual([])
    expect(elsewhere).toEqual(await runJob('draw-panel', brief, here))
    expect(Buffer.isBuffer(elsewhere.png)).toBe(true)
  })

  it.each(['write-storyboard-pdf', 'write-shot-list'] as const)('%s', async (kind) => {
    const document = testBoard()
    const [there, direct] = [path.join(folder, `${kind}.there`), path.join(folder, `${kind}.here`)]
    const seen: number[] = []
    await compute(kind, { document, file: there }, { onProgress: (fraction) => seen.push(fraction) })
    await runJob(kind, { document, file: direct }, here)
    // A PDF names itself by a number of its own making.
    const bytes = async (file: string) => (await readFile(file, 'latin1')).replace(/\/ID \[.*?\]/s, '')
    expect(await bytes(there)).toBe(await bytes(direct))
    if (kind === 'write-storyboard-pdf') expect(seen.at(-1)).toBe(1)
  })

  it('an animatic', async (context) => {
    if (!(await hasFfmpeg())) return context.skip('there is no ffmpeg')
    const timeline: AnimaticTimeline = {
      ...{ fps: 24, width: 320, height: 180, overlays: OVERLAY_DEFAULTS.film },
      shots: [{ imagePath: null, durationSeconds: 1, lines: [], label: '1 / 1' }],
    }
    const written = await compute('write-animatic', { timeline, file: path.join(folder, 'there.mp4') })
    await runJob('write-animatic', { timeline, file: path.join(folder, 'here.mp4') }, here)
    expect(written).toMatchObject({ frameCount: 24, path: path.join(folder, 'there.mp4') })
    expect(await readFile(path.join(folder, 'there.mp4'))).toEqual(
      await readFile(path.join(folder, 'here.mp4')),
    )
  })
})

describe('work that fails', () => {
  it('leaves no half file and says why', async () => {
    const document = testBoard()
    const file = path.join(folder, 'absent', 'board.pdf')
    await expect(compute('write-storyboard-pdf', { document, file })).rejects.toMatchObject({
      code: 'ENOENT',
    })
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('is not begun where it is aborted already', async () => {
    const signal = AbortSignal.abort(new Error('too late'))
    await expect(compute('draw-panel', testBrief(), { signal })).rejects.toThrow('too late')
  })
})

describe('RENDER_PROCESSES=0', () => {
  it('works in the calling process', async () => {
    await stopComputing()
    process.env.RENDER_PROCESSES = '0'
    try {
      expect((await compute('draw-panel', testBrief())).png.length).toBeGreaterThan(10_000)
      expect(computeProcessIds()).toEqual([])
    } finally {
      delete process.env.RENDER_PROCESSES
    }
  })

  it('waits for no job that comes no further', async () => {
    const work = runHere(() => new Promise(() => undefined), { stalledAfterMs: 50 })
    await expect(work).rejects.toMatchObject({ code: 'compute-stalled', reached: 0 })
    const told: unknown[] = []
    const heard = runHere(
      ({ signal, onProgress }) =>
        new Promise((_, reject) => {
          onProgress(0.5)
          signal.addEventListener('abort', () => reject(told.push(signal.reason)))
        }),
      { stalledAfterMs: 50 },
    )
    await expect(heard).rejects.toMatchObject({ code: 'compute-stalled', reached: 0.5 })
    expect(told).toHaveLength(1)
  })
})
