import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { compute, computeProcessIds, stopComputing } from '@/compute'
import { testBrief } from '@/drawing/testBrief'
import { endlessSvg, plainSvg } from '@/drawing/vectors.testing'
import { drawnVector } from './drawnVector'
import type { UploadedFile } from './uploadedFile'

const file = (data: string | Buffer, mimetype = 'image/svg+xml', name = 'plan.svg') => {
  const bytes = Buffer.from(data as string)
  return { data: bytes, mimetype, name, size: bytes.length } as UploadedFile
}
const refusal = (message: string) => ({
  status: 400,
  details: { problems: [{ field: 'file', message: expect.stringContaining(message) }] },
})

beforeAll(() => vi.stubEnv('RENDER_PROCESSES', '1'))
afterAll(async () => {
  vi.unstubAllEnvs()
  await stopComputing()
})

describe('A vector that comes in', () => {
  it.each([
    ['by its name', file(plainSvg())],
    ['as something else', file(plainSvg(), 'image/png', 'plan.png')],
    ['behind white space', file(`\n  ${plainSvg()}`, 'image/webp', 'plan')],
    ['packed', file(gzipSync(plainSvg()), 'image/jpeg', 'plan.jpg')],
  ])('is kept as the picture it shows, sent %s', async (_, sent) => {
    const drawn = await drawnVector(sent)
    expect(drawn).toMatchObject({ mimetype: 'image/png', name: 'plan.png', size: drawn.data.length })
    expect(await sharp(drawn.data).metadata()).toMatchObject({ format: 'png', width: 1_920, height: 1_080 })
  })

  it('is so in a temporary file, too', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'showrunner-vector-'))
    try {
      const tempFilePath = path.join(folder, 'upload')
      await writeFile(tempFilePath, plainSvg())
      const sent = { ...file(plainSvg(), 'image/png'), data: Buffer.alloc(0), tempFilePath }
      const drawn = await drawnVector(sent)
      const kept = await readFile(tempFilePath)
      expect(drawn).toMatchObject({ mimetype: 'image/png', tempFilePath, size: kept.length })
      expect((await sharp(kept).metadata()).format).toBe('png')
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('is no picture of pixels, no document, and nothing empty: these stay as they are', async () => {
    const create = { width: 8, height: 8, channels: 3, background: '#00f' } as const
    for (const format of ['png', 'jpeg', 'gif', 'webp', 'tiff', 'avif'] as const) {
      const sent = file(await sharp({ create }).toFormat(format).toBuffer(), `image/${format}`)
      expect(await drawnVector(sent)).toBe(sent)
    }
    for (const sent of [file(plainSvg(), 'text/plain'), file('', 'image/png')])
      expect(await drawnVector(sent)).toBe(sent)
  })

  it('is refused where it is damaged', async () => {
    await expect(drawnVector(file('<svg'))).rejects.toMatchObject(refusal('is not a picture'))
  })

  it('is refused where it takes too long, and the next is drawn', async () => {
    await drawnVector(file(plainSvg()))
    const [pid] = computeProcessIds()
    const endless = drawnVector(file(endlessSvg()), { limitMs: 1_000 })
    const next = drawnVector(file(plainSvg()))
    await expect(endless).rejects.toMatchObject(refusal('takes too long to draw'))
    expect((await next).mimetype).toBe('image/png')
    expect(computeProcessIds()).not.toContain(pid)
  }, 40_000)

  it('is refused where it takes too much memory', async () => {
    const limits = { maxResidentBytes: 220 * 1024 ** 2 }
    const nested = `<svg xmlns="http://www.w3.org/2000/svg" width="3840" height="3840">${'<g opacity=".9">'.repeat(45)}<rect width="3840" height="3840"/>${'</g>'.repeat(45)}</svg>`
    await expect(drawnVector(file(nested), limits)).rejects.toMatchObject(refusal('too much memory'))
  }, 40_000)

  it('is told to come again where its turn does not come, and is in nobody’s way', async () => {
    const endless = drawnVector(file(endlessSvg()), { limitMs: 2_000 }).catch(() => null)
    const waiting = drawnVector(file(endlessSvg()), { patienceMs: 50 })
    await expect(waiting).rejects.toMatchObject({ status: 503, code: 'busy' })
    await endless
    expect((await drawnVector(file(plainSvg()))).mimetype).toBe('image/png')
  }, 40_000)

  it('holds one process and no more, however many come in', async () => {
    const endless = [1, 2].map(() => drawnVector(file(endlessSvg()), { limitMs: 2_000 }).catch(() => null))
    expect((await compute('draw-panel', testBrief())).png.length).toBeGreaterThan(10_000)
    expect(await Promise.all(endless)).toEqual([null, null])
  }, 60_000)
})
