import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { run } from '@/lib/process/run'
import { chapterList } from './chapterList'
import { encodePictures, HELD_FILE } from './encodePictures'
import { findFfmpeg } from './ffmpeg'
import { cutFrames, type FrameRate, frameRate, frameSeconds } from './frameTimes'
import { MIX_SAMPLE_RATE, type MixClip, mixAudio } from './mixAudio'
import { AnimaticError, type AnimaticShot, type AnimaticTimeline, type WrittenAnimatic } from './types'

export interface WriteAnimaticOptions {
  signal?: AbortSignal
  /** Called with 0 to 1, never falling. */
  onProgress?: (fraction: number) => void
}

/** How the time divides, measured on 12 minutes of 224 shots. Repeating frames takes next to none. */
const PICTURES_SHARE = 0.5
const MIX_SHARE = 0.2

/**
 * Renders a timeline to an MP4 (H.264, AAC, moov in front): each picture held to the exact frame of the
 * next cut, every line at its place, a chapter per scene.
 *
 * All work happens in a folder beside `outPath`, which is removed in any case; the film appears under
 * its name when it is whole, and an older one of that name stays until then.
 *
 * @returns null where there is no ffmpeg
 * @throws {AnimaticError} where the timeline has no time in it, or its size or rate is impossible
 * @throws {ProcessError} with the end of what ffmpeg said; `aborted` or the signal's reason on abort
 */
export async function writeAnimatic(
  timeline: AnimaticTimeline,
  outPath: string,
  { signal, onProgress }: WriteAnimaticOptions = {},
): Promise<WrittenAnimatic | null> {
  const ffmpeg = await findFfmpeg()
  if (!ffmpeg) return null
  signal?.throwIfAborted()
  const rate = frameRate(timeline.fps)
  const size = frameSize(timeline)
  const cuts = cutFrames(timeline.shots, rate)
  const frameCount = cuts.at(-1) ?? 0
  if (frameCount < 1)
    throw new AnimaticError('There is nothing to show: all shots together are shorter than a frame')
  const durationSeconds = frameSeconds(frameCount, rate)

  const path = resolve(outPath)
  await mkdir(dirname(path), { recursive: true })
  const folder = await mkdtemp(join(dirname(path), '.animatic-'))
  try {
    const shots = timeline.shots.flatMap((shot, index) => {
      const frames = (cuts[index + 1] ?? 0) - (cuts[index] ?? 0)
      // Shorter than half a frame: nobody sees it.
      return frames > 0 ? [{ ...shot, frames }] : []
    })
    const missing = await encodePictures(shots, {
      ...{ ffmpeg, rate, size, overlays: timeline.overlays, folder, signal },
      onProgress: (done) => onProgress?.(done * PICTURES_SHARE),
    })
    const silent = await mixAudio(clipsOf(timeline.shots, cuts, rate), {
      outPath: join(folder, 'mix.wav'),
      sampleCount: Math.round(durationSeconds * MIX_SAMPLE_RATE),
      signal,
      onProgress: (done) => onProgress?.(PICTURES_SHARE + done * MIX_SHARE),
    })
    await writeFile(join(folder, 'chapters.txt'), chapterList(timeline, cuts, rate))
    await run(ffmpeg, filmArguments(rate), {
      cwd: folder,
      signal,
      timeoutMs: 600_000 + Math.ceil(durationSeconds * 4_000),
      onStdout: progressReader(durationSeconds, (done) => {
        const before = PICTURES_SHARE + MIX_SHARE
        onProgress?.(before + done * (1 - before))
      }),
    })
    signal?.throwIfAborted()
    await rename(join(folder, 'film.mp4'), path)
    onProgress?.(1)
    return { path, durationSeconds, frameCount, unreadable: [...missing, ...silent] }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function frameSize({ width, height }: AnimaticTimeline): { width: number; height: number } {
  const size = { width: Math.floor(width / 2) * 2, height: Math.floor(height / 2) * 2 }
  if (!(size.width >= 16 && size.height >= 16 && size.width <= 8192 && size.height <= 8192)) {
    throw new AnimaticError(`${width} × ${height} is no frame size`)
  }
  return size
}

/** Sound follows the picture: a line's time counts from the frame its shot was cut to. */
function clipsOf(shots: readonly AnimaticShot[], cuts: readonly number[], rate: FrameRate): MixClip[] {
  return shots.flatMap(({ lines }, index) =>
    lines.flatMap(({ audioPath, startSeconds }) =>
      audioPath === null
        ? []
        : [{ path: audioPath, startSeconds: frameSeconds(cuts[index] ?? 0, rate) + startSeconds }],
    ),
  )
}

/** Puts picture and sound together. The picture is there already and is copied; what takes time is the sound. */
function filmArguments(rate: FrameRate): string[] {
  const fps = `${rate.numerator}/${rate.denominator}`
  return [
    ...['-nostdin', '-y', '-v', 'error', '-progress', 'pipe:1', '-stats_period', '0.5'],
    ...['-f', 'h264', '-framerate', fps, '-i', HELD_FILE],
    ...['-i', 'mix.wav', '-f', 'ffmetadata', '-i', 'chapters.txt'],
    ...['-map', '0:v:0', '-map', '1:a:0', '-map_metadata', '2', '-map_chapters', '2'],
    // A raw stream has no times: every frame gets its own.
    ...['-c:v', 'copy', '-bsf:v', `setts=ts=N*${rate.denominator}/${rate.numerator}/TB`],
    // By quality: aiming at a bit rate, the encoder would try every block over and over, for three times the time.
    ...['-c:a', 'aac', '-q:a', '1'],
    ...['-movflags', '+faststart', 'film.mp4'],
  ]
}

/** Reads `out_time_us=123` lines from ffmpeg's -progress output. */
function progressReader(
  durationSeconds: number,
  report: (fraction: number) => void,
): (chunk: Buffer) => void {
  let rest = ''
  let furthest = 0
  return (chunk) => {
    const lines = (rest + chunk.toString('latin1')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const time = /^out_time_us=(\d+)/.exec(line)?.[1]
      if (!time) continue
      furthest = Math.max(furthest, Math.min(1, Number(time) / 1e6 / durationSeconds))
      report(furthest)
    }
  }
}
