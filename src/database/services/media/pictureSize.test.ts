import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pngHeader } from '@/lib/pngHeader.testing'
import { assertPictureSize, MAX_PIXELS, pixelsOf } from './pictureSize'
import type { UploadedFile } from './uploadedFile'

const file = (data: Buffer, mimetype = 'image/png') =>
  ({ data, mimetype, name: 'a.png', size: data.length }) as UploadedFile

describe('The size of a picture that comes in', () => {
  it('is refused by its header, before it takes the memory', async () => {
    await expect(assertPictureSize(file(pngHeader(60_000, 60_000)))).rejects.toMatchObject({
      status: 400,
      details: { problems: [{ field: 'file', message: expect.stringContaining('60000 × 60000 pixels') }] },
    })
  })

  it('is refused of a line that is no picture, whichever way it lies', async () => {
    for (const [width, height] of [
      [99_999_992, 1],
      [1, 65_536],
    ] as const)
      await expect(assertPictureSize(file(pngHeader(width, height)))).rejects.toMatchObject({
        details: { problems: [{ message: expect.stringContaining('a side may have 65,535') }] },
      })
    await assertPictureSize(file(pngHeader(65_535, 1)))
  })

  it('is no matter in a picture of usual size, a damaged one and what is no picture', async () => {
    const usual = await sharp({ create: { width: 1920, height: 1080, channels: 3, background: '#333' } })
      .png()
      .toBuffer()
    await assertPictureSize(file(usual))
    await assertPictureSize(file(Buffer.from('no picture at all')))
    await assertPictureSize(file(pngHeader(60_000, 60_000), 'text/plain'))
  })

  it('counts every frame of what moves', () => {
    expect(pixelsOf({ width: 1_000, height: 1_000, pages: 101 })).toBeGreaterThan(MAX_PIXELS)
    expect(pixelsOf({ width: 1_000, height: 101_000, pageHeight: 1_000, pages: 101 })).toBe(101_000_000)
    expect(pixelsOf({ width: 100, height: 100 })).toBe(10_000)
    expect(pixelsOf({})).toBeNull()
  })
})
