import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { run } from '@/lib/process/run'
import { findFfmpeg } from './ffmpeg'
import { chapterList, concatList } from './ffmpegInputs'
import { cutFrames, type FrameRate, frameRate, frameSeconds } from './frameTimes'
import { MIX_SAMPLE_RATE, type MixClip, mixAudio } from './mixAudio'
import { prepareFrames } from './prepareFrames'
import { AnimaticError, type AnimaticShot, type AnimaticTimeline, type WrittenAnimatic } from './types'

export interface WriteAnimaticOptions {
  signal?: AbortSignal
  /** Called with 0 to 1, never falling. */
  onProgress?: (fraction: number) => void
}

/** How the time divides, measured on a 60-minute animatic of 900 shots. */
const FRAMES_SHARE = 0.12
const SOUND_SHARE = 0.04

/**
 * What the ultrafast preset leaves out and still pictures repay: half the size for a tenth more time.
 * Against veryfast it is twice as fast at the same likeness, and half again as large.
 */
const STILL_PICTURES = 'cabac=1:scenecut=40:8x8dct=1:partitions=i4x4,i8x8:aq-mode=1:no-deblock=0'

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
    const frames = await prepareFrames(timeline.shots, {
      ...size,
      folder,
      signal,
      onProgress: (done) => onProgress?.(done * FRAMES_SHARE),
    })
    const silent = await mixAudio(clipsOf(timeline.shots, cuts, rate), {
      outPath: join(folder, 'mix.wav'),
      sampleCount: Math.round(durationSeconds * MIX_SAMPLE_RATE),
      signal,
      onProgress: (done) => onProgress?.(FRAMES_SHARE + done * SOUND_SHARE),
    })
    await writeFile(join(folder, 'pictures.txt'), concatList(frames.names, cuts, rate))
    await writeFile(join(folder, 'chapters.txt'), chapterList(timeline, cuts, rate))
    await run(ffmpeg, encodeArguments(rate, frameCount), {
      cwd: folder,
      signal,
      timeoutMs: 600_000 + Math.ceil(durationSeconds * 4_000),
      onStdout: progressReader(frameCount, (done) => {
        const before = FRAMES_SHARE + SOUND_SHARE
        onProgress?.(before + done * (1 - before))
      }),
    })
    signal?.throwIfAborted()
    await rename(join(folder, 'film.mp4'), path)
    onProgress?.(1)
    return { path, durationSeconds, frameCount, unreadable: [...frames.unreadable, ...silent] }
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

function encodeArguments(rate: FrameRate, frameCount: number): string[] {
  const fps = `${rate.numerator}/${rate.denominator}`
  const keyframeEvery = Math.round((rate.numerator / rate.denominator) * 10)
  return [
    ...['-nostdin', '-y', '-v', 'error', '-progress', 'pipe:1', '-stats_period', '0.5'],
    // `option` lines count as unsafe; the list is ours and names nothing outside its folder.
    ...[
      '-f',
      'concat',
      '-safe',
      '0',
      '-i',
      'pictures.txt',
      '-i',
      'mix.wav',
      '-f',
      'ffmetadata',
      '-i',
      'chapters.txt',
    ],
    ...['-map', '0:v:0', '-map', '1:a:0', '-map_metadata', '2', '-map_chapters', '2'],
    // Converted before it is repeated: once a picture, not once a frame.
    ...[
      '-vf',
      `scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,fps=${fps},trim=end_frame=${frameCount}`,
    ],
    // The count is cut in the filter: -frames:v would stop the file there, and the last sound with it.
    ...['-r', fps, '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '26', '-g', String(keyframeEvery)],
    ...['-x264-params', STILL_PICTURES],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...['-c:a', 'aac', '-b:a', '128k', '-movflags', '+faststart', 'film.mp4'],
  ]
}

/** Reads `frame=123` lines from ffmpeg's -progress output. */
function progressReader(frameCount: number, report: (fraction: number) => void): (chunk: Buffer) => void {
  let rest = ''
  return (chunk) => {
    const lines = (rest + chunk.toString('latin1')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const frame = /^frame=\s*(\d+)/.exec(line)?.[1]
      if (frame) report(Math.min(1, Number(frame) / frameCount))
    }
  }
}
