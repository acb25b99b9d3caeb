import { join } from 'node:path'
import { run } from '@/lib/process/run'
import type { FrameRate } from './frameTimes'
import { holdPictures } from './h264/holdPictures'
import { type FrameSize, renderFrames } from './renderFrames'
import type { AnimaticShot } from './types'

/** The picture of the film, in the working folder. */
export const HELD_FILE = 'held.h264'
const PICTURES_FILE = 'pictures.h264'

/** Players seek to key frames; from there to a frame of a held picture is no work to speak of. */
const KEY_SECONDS = 4

export interface EncodePicturesOptions {
  ffmpeg: string
  rate: FrameRate
  size: FrameSize
  folder: string
  signal?: AbortSignal
  onProgress?: (fraction: number) => void
}

/**
 * Encodes one frame of every shot and holds it until the next cut, into `held.h264` (docs/decisions/010).
 * @returns images that could not be used, each once
 */
export async function encodePictures(
  shots: ReadonlyArray<AnimaticShot & { frames: number }>,
  { ffmpeg, rate, size, folder, signal, onProgress }: EncodePicturesOptions,
): Promise<string[]> {
  const missing = new Set<string>()
  async function* frames() {
    let done = 0
    for await (const frame of renderFrames(shots, size, (path) => missing.add(path))) {
      yield frame
      done += 1
      onProgress?.(done / shots.length)
    }
  }
  await run(ffmpeg, encodeArguments(rate, size), {
    cwd: folder,
    input: frames(),
    signal,
    timeoutMs: 600_000 + shots.length * 2_000,
  })
  await holdPictures({
    from: join(folder, PICTURES_FILE),
    to: join(folder, HELD_FILE),
    frames: shots.map((shot) => shot.frames),
    keyEvery: Math.round((rate.numerator / rate.denominator) * KEY_SECONDS),
    signal,
  })
  return [...missing]
}

function encodeArguments(rate: FrameRate, { width, height }: FrameSize): string[] {
  const fps = `${rate.numerator}/${rate.denominator}`
  return [
    ...['-y', '-v', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`],
    ...['-framerate', fps, '-i', 'pipe:0'],
    ...['-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p'],
    // One frame a picture, so that it may be good: what it costs is paid once, not for every frame it is held.
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18'],
    ...['-force_key_frames', 'expr:1', '-forced-idr', '1', '-g', '600', '-x264-params', HOLDABLE],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...['-f', 'h264', PICTURES_FILE],
  ]
}

/** What `repeatFrame` builds on: frames that name one reference, in order, coded without arithmetic. */
const HOLDABLE =
  'aud=1:repeat-headers=1:cabac=0:ref=1:bframes=0:weightp=0:interlaced=0:slices=1:mbtree=0:rc-lookahead=0'
