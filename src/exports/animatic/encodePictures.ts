import { join } from 'node:path'
import type { OverlaySet } from '@/contracts'
import { run } from '@/lib/process/run'
import type { FrameRate } from './frameTimes'
import { holdPictures } from './h264/holdPictures'
import { UnusualStream } from './h264/repeatFrame'
import { type FrameSize, renderFrames } from './renderFrames'
import type { AnimaticShot } from './types'

/** The picture of the film, in the working folder. */
export const HELD_FILE = 'held.h264'
const PICTURES_FILE = 'pictures.h264'

/** Players seek to key frames; from there to a frame of a held picture is no work to speak of. */
const KEY_SECONDS = 4
/** Frames. */
const TOLD_EVERY = 100

export interface EncodePicturesOptions {
  ffmpeg: string
  rate: FrameRate
  size: FrameSize
  overlays: OverlaySet
  folder: string
  /** @default {@link HOLDABLE} */
  x264?: string
  signal?: AbortSignal
  onProgress?: (fraction: number) => void
}

/**
 * Encodes one frame of every shot and holds it until the next cut, into `held.h264` (docs/decisions/010). Where this
 * ffmpeg's x264 writes frames that cannot be held so, every frame is encoded: the same film, for more work.
 * @returns images that could not be used, each once
 */
export async function encodePictures(
  shots: ReadonlyArray<AnimaticShot & { frames: number }>,
  options: EncodePicturesOptions,
): Promise<string[]> {
  const { ffmpeg, rate, size, overlays, folder, x264 = HOLDABLE, signal, onProgress } = options
  const missing = new Set<string>()
  async function* frames(repeat: boolean) {
    let done = 0
    for await (const frame of renderFrames(shots, { size, overlays }, (path) => missing.add(path))) {
      const times = repeat ? (shots[done]?.frames ?? 1) : 1
      for (let time = 0; time < times; time += 1) {
        yield frame
        // Encoded one by one, a picture that is held for long takes minutes: who waits hears that it goes on.
        if (time % TOLD_EVERY === TOLD_EVERY - 1) onProgress?.((done + time / times) / shots.length)
      }
      done += 1
      onProgress?.(done / shots.length)
    }
  }
  const frameCount = shots.reduce((sum, shot) => sum + shot.frames, 0)
  const encode = (output: string[], repeat: boolean) =>
    run(ffmpeg, [...inputArguments(rate, size), ...output], {
      cwd: folder,
      input: frames(repeat),
      signal,
      timeoutMs: 600_000 + (repeat ? frameCount * 200 : shots.length * 2_000),
    })
  const keyEvery = Math.round((rate.numerator / rate.denominator) * KEY_SECONDS)
  await encode([...ONE_FRAME_EACH, '-x264-params', x264, ...COLOUR, '-f', 'h264', PICTURES_FILE], false)
  try {
    await holdPictures({
      from: join(folder, PICTURES_FILE),
      to: join(folder, HELD_FILE),
      frames: shots.map((shot) => shot.frames),
      keyEvery,
      signal,
    })
  } catch (error) {
    if (!(error instanceof UnusualStream)) throw error
    await encode([...EVERY_FRAME, '-g', String(keyEvery), ...COLOUR, '-f', 'h264', HELD_FILE], true)
  }
  return [...missing]
}

function inputArguments({ numerator, denominator }: FrameRate, { width, height }: FrameSize): string[] {
  return [
    ...['-y', '-v', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`],
    ...['-framerate', `${numerator}/${denominator}`, '-i', 'pipe:0'],
    ...['-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p', '-c:v', 'libx264'],
  ]
}

/** One frame a picture may be good: what it costs is paid once, not for every frame it is held. */
const ONE_FRAME_EACH = [
  ...['-preset', 'veryfast', '-crf', '18'],
  ...['-force_key_frames', 'expr:1', '-forced-idr', '1', '-g', '600'],
]
/** No B frames: the film gets its times by counting frames as they are stored. */
const EVERY_FRAME = ['-preset', 'ultrafast', '-tune', 'stillimage', '-bf', '0', '-crf', '18']
const COLOUR = [
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
]

/** What `repeatFrame` builds on: frames that name one reference, in order, coded without arithmetic. */
const HOLDABLE =
  'aud=1:repeat-headers=1:cabac=0:ref=1:bframes=0:weightp=0:interlaced=0:slices=1:mbtree=0:rc-lookahead=0'
