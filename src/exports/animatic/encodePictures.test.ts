import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OVERLAY_DEFAULTS } from '@/contracts'
import { encodePictures, HELD_FILE } from './encodePictures'
import { findFfmpeg } from './ffmpeg'

const ffmpeg = await findFfmpeg()
if (!ffmpeg) console.warn('Skipped: pictures are encoded by ffmpeg, which is not on PATH')

describe.skipIf(!ffmpeg)('the pictures of a film', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pictures-test-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  /** Mean grey of every frame, in order. */
  async function film(x264?: string, onProgress?: (done: number) => void): Promise<number[]> {
    const shots = []
    for (const [grey, frames] of [
      [40, 10],
      [200, 5],
      [120, 130],
    ] as const) {
      const imagePath = join(folder, `${grey}.png`)
      const background = { r: grey, g: grey, b: grey }
      await sharp({ create: { width: 160, height: 90, channels: 3, background } }).toFile(imagePath)
      shots.push({ imagePath, durationSeconds: frames / 24, lines: [], label: '1 / 1', frames })
    }
    const rate = { numerator: 24, denominator: 1 }
    const size = { width: 160, height: 90 }
    const missing = await encodePictures(shots, {
      ...{ ffmpeg: ffmpeg as string, rate, size, folder, x264, onProgress },
      overlays: OVERLAY_DEFAULTS.film,
    })
    expect(missing).toEqual([])
    const { stdout } = await promisify(execFile)(
      ffmpeg as string,
      [
        ...[
          '-v',
          'error',
          '-xerror',
          '-f',
          'h264',
          '-i',
          join(folder, HELD_FILE),
          '-fps_mode',
          'passthrough',
        ],
        ...['-vf', 'scale=1:1:flags=area,format=gray', '-f', 'rawvideo', '-'],
      ],
      { encoding: 'buffer' },
    )
    return [...stdout]
  }

  it('are held to the frame, by hand or, where the encoder writes what cannot be held so, by it', async () => {
    const byHand = await film()
    const told: number[] = []
    const byEncoder = await film('aud=1:repeat-headers=1:cabac=1:ref=2', (done) => told.push(done))
    expect(byHand).toHaveLength(145)
    expect(byEncoder).toHaveLength(145)
    // Within the last picture, too, which is held for five seconds.
    expect(told.some((done) => done > 2 / 3 && done < 1)).toBe(true)
    const cuts = (greys: number[]) =>
      greys.flatMap((grey, index) => (Math.abs(grey - (greys[index - 1] ?? 0)) > 20 ? [index] : []))
    expect(cuts(byHand)).toEqual([0, 10, 15])
    expect(cuts(byEncoder)).toEqual([0, 10, 15])
  })
})
