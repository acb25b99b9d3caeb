import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderFrames } from './renderFrames'

const SIZE = { width: 320, height: 180 }
const BLUE = [32, 64, 200]
const RED = '#d02020'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frames-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function render(imagePath: string | null, label = '1 / 1', size = SIZE): Promise<Buffer> {
  const unreadable: string[] = []
  const frames: Buffer[] = []
  for await (const frame of renderFrames([{ imagePath, label }], size, (path) => unreadable.push(path)))
    frames.push(frame)
  expect(unreadable).toEqual([])
  expect(frames.map((frame) => frame.length)).toEqual([size.width * size.height * 3])
  return frames[0] as Buffer
}

const at = (frame: Buffer, x: number, y: number): number[] => [
  ...frame.subarray((y * SIZE.width + x) * 3, (y * SIZE.width + x) * 3 + 3),
]

/** A drawn panel: a picture between a slate and a strip, which its EXIF description names. */
async function drawnPanel(name: string): Promise<string> {
  const path = join(folder, name)
  const picture = await sharp({ create: { width: 960, height: 540, channels: 3, background: '#2040c8' } })
    .png()
    .toBuffer()
  await sharp({ create: { width: 960, height: 688, channels: 3, background: RED } })
    .composite([{ input: picture, left: 0, top: 64 }])
    .withExif({ IFD0: { ImageDescription: 'showrunner:picture=0,64,960,540' } })
    .png()
    .toFile(path)
  return path
}

describe('renderFrames', () => {
  it('shows of a drawn panel the picture alone, in the whole frame', async () => {
    const frame = await render(await drawnPanel('panel.png'))
    for (const [x, y] of [
      [0, 0],
      [319, 0],
      [160, 90],
      [319, 179],
      [0, 120],
    ] as const)
      expect(at(frame, x, y)).toEqual(BLUE)
  })

  it('fits an image of people into the frame without cropping it', async () => {
    const path = join(folder, 'upload.png')
    await sharp({ create: { width: 400, height: 400, channels: 3, background: '#2040c8' } })
      .png()
      .toFile(path)
    const frame = await render(path)
    expect(at(frame, 160, 0)).toEqual(BLUE)
    expect(at(frame, 160, 179)).toEqual(BLUE)
    expect(at(frame, 10, 90)).toEqual([0, 0, 0])
    expect(at(frame, 310, 90)).toEqual([0, 0, 0])
  })

  it('names scene and shot small in the lower left corner and nowhere else', async () => {
    const path = await drawnPanel('labelled.png')
    const frame = await render(path, '12A / 3')
    const touched: Array<[number, number]> = []
    for (let y = 0; y < SIZE.height; y++)
      for (let x = 0; x < SIZE.width; x++)
        if (at(frame, x, y).some((value, channel) => Math.abs(value - (BLUE[channel] ?? 0)) > 3))
          touched.push([x, y])
    expect(touched.length).toBeGreaterThan(100)
    for (const [x, y] of touched) expect(x < SIZE.width / 4 && y > SIZE.height * 0.85).toBe(true)
    expect(frame.equals(await render(path, '12A / 4'))).toBe(false)
  })

  it('makes frames of one form of every kind of image', async () => {
    const grey = join(folder, 'grey.jpg')
    await sharp({ create: { width: 64, height: 36, channels: 3, background: '#808080' } })
      .toColourspace('b-w')
      .jpeg()
      .toFile(grey)
    expect(at(await render(grey), 160, 90)).toEqual([128, 128, 128])
    const deep = join(folder, 'deep.png')
    await sharp({ create: { width: 64, height: 36, channels: 4, background: '#2040c8ff' } })
      .toColourspace('rgb16')
      .png()
      .toFile(deep)
    expect(at(await render(deep), 160, 90)).toEqual(BLUE)
    const print = join(folder, 'print.jpg')
    await sharp({ create: { width: 64, height: 36, channels: 3, background: '#808080' } })
      .toColourspace('cmyk')
      .jpeg()
      .toFile(print)
    await render(print)
    await render(null)
  })

  it('keeps a label that is wider than the frame inside it', async () => {
    const size = { width: 32, height: 18 }
    await render(await drawnPanel('tiny.png'), 'A scene with a very long number / 100', size)
  })

  it('keeps the order, and names what it could not read', async () => {
    const panel = await drawnPanel('order.png')
    const unreadable: string[] = []
    const frames: Buffer[] = []
    const shots = Array.from({ length: 11 }, (_, index) => ({
      imagePath: index % 3 === 1 ? `/nowhere/${index}.png` : panel,
      label: String(index),
    }))
    for await (const frame of renderFrames(shots, SIZE, (path) => unreadable.push(path))) frames.push(frame)
    expect(frames.map((frame) => at(frame, 160, 20).join() !== BLUE.join())).toEqual(
      shots.map((_, index) => index % 3 === 1),
    )
    expect(unreadable.sort()).toEqual([
      '/nowhere/1.png',
      '/nowhere/10.png',
      '/nowhere/4.png',
      '/nowhere/7.png',
    ])
  })
})
