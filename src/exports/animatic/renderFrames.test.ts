import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OverlaySet } from '@/contracts'
import type { Overlaid } from './layOver'
import { renderFrames } from './renderFrames'

const SIZE = { width: 320, height: 180 }
const BLUE = [32, 64, 200]
const RED = '#d02020'
const SLATE: OverlaySet = { slate: true, arrows: false, caption: false }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frames-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function render(
  imagePath: string | null,
  shot: Partial<Overlaid> = {},
  { size = SIZE, overlays = SLATE }: { size?: typeof SIZE; overlays?: OverlaySet } = {},
): Promise<Buffer> {
  const unreadable: string[] = []
  const frames: Buffer[] = []
  const shots = [{ imagePath, label: '1 / 1', ...shot }]
  for await (const frame of renderFrames(shots, { size, overlays }, (path) => unreadable.push(path)))
    frames.push(frame)
  expect(unreadable).toEqual([])
  expect(frames.map((frame) => frame.length)).toEqual([size.width * size.height * 3])
  return frames[0] as Buffer
}

const at = (frame: Buffer, x: number, y: number): number[] => [
  ...frame.subarray((y * SIZE.width + x) * 3, (y * SIZE.width + x) * 3 + 3),
]

/** Where a frame differs visibly from the blue picture beneath. */
function touched(frame: Buffer): Array<[number, number]> {
  const found: Array<[number, number]> = []
  for (let y = 0; y < SIZE.height; y++)
    for (let x = 0; x < SIZE.width; x++)
      if (at(frame, x, y).some((value, channel) => Math.abs(value - (BLUE[channel] ?? 0)) > 3))
        found.push([x, y])
  return found
}

/** A panel as it is drawn: the picture and nothing else. */
async function picture(name: string): Promise<string> {
  const path = join(folder, name)
  await sharp({ create: { width: 960, height: 540, channels: 3, background: '#2040c8' } })
    .png()
    .toFile(path)
  return path
}

/** A panel from before there were overlays: a picture between a slate and a strip, which its EXIF description names. */
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
  it('shows of a panel with a slate and a strip in it the picture alone, in the whole frame', async () => {
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
    const frame = await render(path, { label: '12A / 3' })
    expect(touched(frame).length).toBeGreaterThan(100)
    for (const [x, y] of touched(frame)) expect(x < SIZE.width / 4 && y > SIZE.height * 0.85).toBe(true)
    expect(frame.equals(await render(path, { label: '12A / 4' }))).toBe(false)
  })

  it('lays over it what the film is to have, and nothing else', async () => {
    const path = await picture('overlaid.png')
    const shot: Partial<Overlaid> = {
      label: '7 / 2',
      camera: { movement: 'dolly-in', angle: 'eye', description: 'A door.' },
      caption: { description: 'A door.', lines: [{ speaker: 'INES', text: 'Who has the key?' }] },
    }
    const none: OverlaySet = { slate: false, arrows: false, caption: false }
    const spots = async (overlays: Partial<OverlaySet>, given = shot) =>
      touched(await render(path, given, { overlays: { ...none, ...overlays } }))
    expect(await spots({})).toEqual([])
    const arrows = await spots({ arrows: true })
    expect(arrows.some(([x, y]) => x > 200 && y < 60)).toBe(true)
    const caption = await spots({ caption: true })
    expect(caption.length).toBeGreaterThan(1000)
    expect(Math.min(...caption.map(([, y]) => y))).toBeGreaterThan(120)
    // The slate stands above the caption.
    const band = Math.min(...caption.map(([, y]) => y))
    const both = await spots({ slate: true, caption: true })
    expect(Math.min(...both.map(([, y]) => y))).toBeLessThan(band - 8)
    const still = { ...shot, camera: { movement: 'static', angle: 'eye', description: '' } } as const
    expect(await spots({ arrows: true }, still)).toEqual([])
    const silent = { ...shot, caption: { description: '', lines: [{ speaker: '', text: ' ' }] } }
    expect(await spots({ caption: true }, silent)).toEqual([])
  })

  it('lays no arrows over a picture that has them in it', async () => {
    const camera = { movement: 'pan', angle: 'eye', description: '' } as const
    const overlays = { slate: false, arrows: true, caption: false }
    expect(touched(await render(await drawnPanel('old.png'), { camera }, { overlays }))).toEqual([])
    expect(touched(await render(await picture('new.png'), { camera }, { overlays }))).not.toEqual([])
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
    const label = 'A scene with a very long number / 100'
    const caption = { description: 'Long '.repeat(80), lines: [] }
    const overlays = { slate: true, arrows: true, caption: true }
    await render(await drawnPanel('tiny.png'), { label, caption }, { size, overlays })
  })

  it('keeps the order, and names what it could not read', async () => {
    const panel = await drawnPanel('order.png')
    const unreadable: string[] = []
    const frames: Buffer[] = []
    const shots = Array.from({ length: 11 }, (_, index) => ({
      imagePath: index % 3 === 1 ? `/nowhere/${index}.png` : panel,
      label: String(index),
    }))
    for await (const frame of renderFrames(shots, { size: SIZE, overlays: SLATE }, (path) =>
      unreadable.push(path),
    ))
      frames.push(frame)
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
