import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawVector } from './drawVector'
import { plainSvg } from './vectors.testing'

const pixel = async (png: Buffer, x: number, y: number): Promise<number[]> => {
  const left = sharp(png).ensureAlpha().extract({ left: x, top: y, width: 1, height: 1 })
  return [...(await left.raw().toBuffer())]
}
const draw = async (svg: string | Buffer) => {
  const drawn = await drawVector(Buffer.from(svg as string))
  if (!drawn) throw new Error('There is no picture')
  return drawn
}

describe('an SVG as a picture', () => {
  it.each([
    [plainSvg(24, 12), 1_920, 960],
    [plainSvg(2_400, 1_350), 2_400, 1_350],
    [plainSvg(60_000, 60_000), 3_840, 3_840],
    [plainSvg(9_000, 16_000), 2_160, 3_840],
  ])('is as large as it says it is, within what a film can show', async (svg, width, height) => {
    expect(await draw(svg)).toMatchObject({ width, height })
  })

  it('has its colours, sharp edges, and nothing where it is empty', async () => {
    const { png, width, height } = await draw(plainSvg(32, 18))
    expect(await pixel(png, 0, 0)).toEqual([255, 0, 0, 255])
    expect(await pixel(png, width / 2, height / 2)).toEqual([0, 255, 0, 255])
    expect(await pixel(png, width / 4 - 1, height / 2)).toEqual([255, 0, 0, 255])
    expect(await pixel(png, width / 4, height / 2)).toEqual([0, 255, 0, 255])
    const empty = await draw('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    expect((await pixel(empty.png, 4, 4))[3]).toBe(0)
  })

  it('may be packed', async () => {
    expect(await draw(gzipSync(plainSvg()))).toMatchObject({ width: 1_920, height: 1_080 })
  })

  it('may hold a picture of more than ten megabytes', async () => {
    const create = { width: 8, height: 8, channels: 3, background: '#00f' } as const
    const png = (await sharp({ create }).png().toBuffer()).toString('base64')
    const comment = `<desc>${' '.repeat(11_000_000)}</desc>`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80">${comment}<image width="80" height="80" href="data:image/png;base64,${png}"/></svg>`
    const drawn = await draw(svg)
    expect(await pixel(drawn.png, 900, 900)).toEqual([0, 0, 255, 255])
  })

  it('shows no file of the disk', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'showrunner-vector-'))
    try {
      const file = path.join(folder, 'another.png')
      const create = { width: 8, height: 8, channels: 3, background: '#00f' } as const
      await writeFile(file, await sharp({ create }).png().toBuffer())
      for (const href of ['another.png', file, `file://${file}`]) {
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image width="9" height="9" href="${href}"/></svg>`
        expect((await pixel((await draw(svg)).png, 900, 900))[3]).toBe(0)
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('is none where it cannot be read', async () => {
    for (const text of ['<svg', '<html/>', '   words', '\x1f\x8b', plainSvg().slice(0, -9)])
      expect(await drawVector(Buffer.from(text, 'latin1'))).toBeNull()
  })
})
