import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OVERLAY_DEFAULTS } from '@/contracts'
import { readWav, writeWav } from '@/lib/audio/wav'
import { findProgram } from '@/lib/process/findProgram'
import { hasFfmpeg } from './ffmpeg'
import type { AnimaticShot, AnimaticTimeline } from './types'
import { writeAnimatic } from './writeAnimatic'

const ask = promisify(execFile)
const isReady = (await hasFfmpeg()) && (await findProgram('ffprobe')) !== null
if (!isReady) console.warn('Skipped: animatics need ffmpeg and ffprobe, which are not on PATH')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animatic-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Of different sizes and pixel formats, as panels from different sources are. */
async function picture(name: string, grey: number, size = { width: 160, height: 90 }): Promise<string> {
  const path = join(folder, name)
  await sharp({
    create: { ...size, channels: name.endsWith('.png') ? 4 : 3, background: { r: grey, g: grey, b: grey } },
  })
    .toFormat(name.endsWith('.png') ? 'png' : 'jpeg')
    .toFile(path)
  return path
}

async function tone(name: string, seconds: number, sampleRate = 22_050): Promise<string> {
  const path = join(folder, name)
  const samples = Float32Array.from(
    { length: Math.round(seconds * sampleRate) },
    (_, index) => 0.5 * Math.sin((2 * Math.PI * 440 * index) / sampleRate),
  )
  await writeFile(path, writeWav(samples, sampleRate))
  return path
}

function shot(given: Partial<AnimaticShot>): AnimaticShot {
  return { imagePath: null, durationSeconds: 1, lines: [], label: '1 / 1', ...given }
}

function timeline(shots: AnimaticShot[], given: Partial<AnimaticTimeline> = {}): AnimaticTimeline {
  return { fps: 24, width: 160, height: 90, overlays: OVERLAY_DEFAULTS.film, shots, ...given }
}

/** Mean grey of every frame, in order. */
async function greys(path: string): Promise<number[]> {
  const { stdout } = await ask(
    'ffmpeg',
    [
      '-v',
      'error',
      '-i',
      path,
      '-vf',
      'scale=1:1:flags=area,format=gray',
      '-fps_mode',
      'passthrough',
      '-f',
      'rawvideo',
      '-',
    ],
    { encoding: 'buffer' },
  )
  return [...stdout]
}

async function frameTimes(path: string): Promise<number[]> {
  const { stdout } = await ask('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v', '-show_entries', 'frame=pts_time', '-of', 'csv=p=0', path],
  ])
  // Frames with side data add empty lines.
  return stdout.split('\n').filter(Boolean).map(Number.parseFloat)
}

/** A checksum of every frame, in order, and of every packet whether it is a key frame. */
async function framesOf(path: string): Promise<{ hashes: string[]; isKey: boolean[] }> {
  const { stdout } = await ask('ffmpeg', ['-v', 'error', '-i', path, '-map', '0:v', '-f', 'framemd5', '-'], {
    maxBuffer: 1 << 26,
  })
  const { stdout: flags } = await ask('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=flags', '-of', 'csv=p=0', path],
  ])
  return {
    hashes: stdout
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.split(',').at(-1)?.trim() ?? ''),
    isKey: flags
      .split('\n')
      .filter(Boolean)
      .map((flag) => flag.startsWith('K')),
  }
}

/** Loudness (root mean square) of the seconds from `from` to `to`. */
async function loudness(path: string, from: number, to: number): Promise<number> {
  const decoded = join(folder, 'decoded.wav')
  await ask('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-i',
    path,
    '-ac',
    '1',
    '-ar',
    '48000',
    '-c:a',
    'pcm_s16le',
    decoded,
  ])
  const { samples } = readWav(await readFile(decoded))
  const part = samples.slice(Math.round(from * 48_000), Math.round(to * 48_000))
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, part.length))
}

describe.skipIf(!isReady)('writeAnimatic', () => {
  it('cuts on the exact frame, whatever the durations', async () => {
    const [dark, middle, light] = await Promise.all([
      picture('dark.png', 40),
      picture('middle.jpg', 130, { width: 320, height: 180 }),
      picture('light.png', 220, { width: 80, height: 45 }),
    ])
    const durations = [1.04, 0.5, 1 / 24, 0.7, 2.3, 0.1, 1.26]
    const levels = [dark, light, middle, dark, middle, light, dark]
    const film = timeline(
      durations.map((durationSeconds, index) => shot({ durationSeconds, imagePath: levels[index] })),
    )
    const path = join(folder, 'cuts.mp4')
    const written = await writeAnimatic(film, path)

    const total = durations.reduce((sum, each) => sum + each, 0)
    const frames = await greys(path)
    expect(frames).toHaveLength(Math.round(total * 24))
    expect(written).toMatchObject({ path, frameCount: frames.length, unreadable: [] })

    const times = await frameTimes(path)
    for (const [index, time] of times.entries()) expect(time).toBeCloseTo(index / 24, 3)

    const seen = frames.flatMap((grey, index) =>
      index > 0 && Math.abs(grey - (frames[index - 1] ?? 0)) > 30 ? [index] : [],
    )
    const wanted: number[] = []
    let seconds = 0
    for (const duration of durations.slice(0, -1)) {
      seconds += duration
      wanted.push(Math.round(seconds * 24))
    }
    expect(seen).toEqual(wanted)
  })

  it('holds every picture unchanged from its cut to the next, with places to seek to', async () => {
    // Longer than the circle of frame numbers, than a key interval, and as short as a frame.
    const counts = [1, 1, 2, 17, 300, 1, 95, 96, 97, 40]
    const film = timeline(
      counts.map((count, index) =>
        shot({ durationSeconds: count / 24, label: `1 / ${index + 1}`, imagePath: null }),
      ),
    )
    const path = join(folder, 'held.mp4')
    await writeAnimatic(film, path)
    const { hashes, isKey } = await framesOf(path)
    expect(hashes).toHaveLength(650)
    let start = 0
    const ofShots = counts.map((count) => {
      const own = hashes.slice(start, start + count)
      expect(new Set(own).size).toBe(1)
      expect(isKey[start]).toBe(true)
      start += count
      return own[0]
    })
    expect(new Set(ofShots).size).toBe(counts.length)
    const keys = isKey.flatMap((key, index) => (key ? [index] : []))
    for (const [index, key] of keys.entries())
      expect((keys[index + 1] ?? 650) - key).toBeLessThanOrEqual(6 * 24)
  })

  it('is what players want: 4:2:0 at a constant rate, and its index in front', async () => {
    const path = join(folder, 'players.mp4')
    await writeAnimatic(timeline([shot({ durationSeconds: 9 }), shot({})]), path)
    const { stdout } = await ask('ffprobe', [
      ...['-v', 'error', '-select_streams', 'v', '-of', 'json', '-show_entries'],
      ...['stream=codec_name,pix_fmt,color_space,has_b_frames,r_frame_rate,avg_frame_rate,nb_frames', path],
    ])
    expect(JSON.parse(stdout).streams).toMatchObject([
      {
        codec_name: 'h264',
        pix_fmt: 'yuv420p',
        color_space: 'bt709',
        has_b_frames: 0,
        r_frame_rate: '24/1',
        avg_frame_rate: '24/1',
        nb_frames: '240',
      },
    ])
    const bytes = await readFile(path)
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
    // Strict decoding: a slip in the repeated frames would be heard of here.
    const { stderr } = await ask('ffmpeg', [
      ...['-v', 'warning', '-err_detect', 'crccheck+bitstream+buffer+explode', '-i', path, '-f', 'null', '-'],
    ])
    expect(stderr).toBe('')
  })

  it('puts every line at its place and keeps the last one whole', async () => {
    const voice = await tone('voice.wav', 0.5)
    const line = (startSeconds: number, audioPath: string | null = voice) => ({
      audioPath,
      startSeconds,
      durationSeconds: 0.5,
    })
    const film = timeline([
      shot({ durationSeconds: 1.5, lines: [line(0.5)] }),
      shot({ durationSeconds: 1.5, lines: [line(0, null)] }),
      shot({ durationSeconds: 1.5, lines: [line(1), line(1)] }),
    ])
    const path = join(folder, 'sound.mp4')
    await writeAnimatic(film, path)
    expect(await loudness(path, 0.05, 0.45)).toBeLessThan(0.01)
    expect(await loudness(path, 0.55, 0.95)).toBeGreaterThan(0.3)
    expect(await loudness(path, 1.05, 3.95)).toBeLessThan(0.01)
    // Two at once are louder than one, and nothing is cut off before the end.
    expect(await loudness(path, 4.05, 4.45)).toBeGreaterThan(0.5)
    const { stdout } = await ask('ffprobe', [
      ...[
        '-v',
        'error',
        '-select_streams',
        'a',
        '-show_entries',
        'stream=codec_name,duration',
        '-of',
        'csv=p=0',
        path,
      ],
    ])
    expect(stdout).toMatch(/^aac,4\.[45]/)
  })

  it('reads recordings that are no WAV', async () => {
    const mp3 = join(folder, 'voice.m4a')
    await ask('ffmpeg', ['-v', 'error', '-y', '-i', await tone('source.wav', 1), '-c:a', 'aac', mp3])
    const path = join(folder, 'encoded.mp4')
    const lines = [{ audioPath: mp3, startSeconds: 0, durationSeconds: 1 }]
    const written = await writeAnimatic(timeline([shot({ lines })]), path)
    expect(written?.unreadable).toEqual([])
    expect(await loudness(path, 0.2, 0.8)).toBeGreaterThan(0.3)
  })

  it('shows a slate for a missing image, is silent for missing sound, and says so', async () => {
    const broken = join(folder, 'broken.png')
    await writeFile(broken, 'no picture')
    const path = join(folder, 'missing.mp4')
    const lines = [{ audioPath: '/nowhere.wav', startSeconds: 0, durationSeconds: 1 }]
    const written = await writeAnimatic(
      timeline([shot({ imagePath: '/nowhere.png', lines }), shot({ imagePath: broken, lines })]),
      path,
    )
    expect(written?.unreadable.sort()).toEqual([broken, '/nowhere.png', '/nowhere.wav'].sort())
    expect(await greys(path)).toHaveLength(48)
    expect(await loudness(path, 0, 2)).toBeLessThan(0.001)
  })

  it('makes a chapter of each scene and reports progress that only rises', async () => {
    const reported: number[] = []
    const path = join(folder, 'chapters.mp4')
    await writeAnimatic(
      timeline([shot({ scene: '1' }), shot({ scene: '1' }), shot({ scene: '2' })], { title: 'Pilot' }),
      path,
      { onProgress: (done) => reported.push(done) },
    )
    const { stdout } = await ask('ffprobe', [
      '-v',
      'error',
      '-show_chapters',
      '-show_format',
      '-of',
      'json',
      path,
    ])
    const probed = JSON.parse(stdout) as {
      chapters: Array<{ end_time: string; tags: { title: string } }>
      format: { tags: { title: string } }
    }
    expect(probed.chapters.map(({ end_time, tags }) => [Number(end_time), tags.title])).toEqual([
      [2, '1'],
      [3, '2'],
    ])
    expect(probed.format.tags.title).toBe('Pilot')
    expect(reported).toEqual([...reported].sort((a, b) => a - b))
    expect(reported.at(-1)).toBe(1)
  })

  it('leaves nothing behind when aborted, and keeps the older film', async () => {
    const own = await mkdtemp(join(folder, 'abort-'))
    const path = join(own, 'film.mp4')
    await writeFile(path, 'the older film')
    const controller = new AbortController()
    const aborted = writeAnimatic(
      timeline(Array.from({ length: 40 }, (_, index) => shot({ label: String(index) }))),
      path,
      {
        signal: controller.signal,
        onProgress: (done) => done > 0.3 && controller.abort(new Error('changed my mind')),
      },
    )
    await expect(aborted).rejects.toThrow()
    expect(await readdir(own)).toEqual(['film.mp4'])
    expect(await readFile(path, 'utf8')).toBe('the older film')
  })

  it('holds NTSC rates', async () => {
    const path = join(folder, 'ntsc.mp4')
    const written = await writeAnimatic(timeline([shot({ durationSeconds: 2.002 })], { fps: 23.976 }), path)
    expect(written?.frameCount).toBe(48)
    expect(await greys(path)).toHaveLength(48)
    for (const [index, time] of (await frameTimes(path)).entries())
      expect(time).toBeCloseTo((index * 1001) / 24_000, 4)
  })

  it('refuses a timeline without time and a frame without size', async () => {
    const path = join(folder, 'never.mp4')
    await expect(writeAnimatic(timeline([]), path)).rejects.toThrow('nothing to show')
    await expect(writeAnimatic(timeline([shot({})], { width: 1 }), path)).rejects.toThrow('frame size')
  })
})
