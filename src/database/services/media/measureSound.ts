import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { env } from '@/config/env'
import { findFfmpeg } from '@/exports/animatic/ffmpeg'
import { isWav, readWavLayout, WavFormatError } from '@/lib/audio/wav'
import { ProcessError } from '@/lib/process/ProcessError'
import { run } from '@/lib/process/run'
import type { Media } from '@/payload-types'
import { atPath, type UploadedFile } from './uploadedFile'

/** An hour of MP3 takes some seconds. */
const DECODE_TIMEOUT_MS = 60_000

const toMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000

/** Null: no plain WAV; ffmpeg may know. */
function wavSeconds(bytes: Buffer): number | null {
  if (!isWav(bytes)) return null
  try {
    const { dataStart, dataEnd, channels, bitsPerSample, sampleRate } = readWavLayout(bytes)
    const frames = (dataEnd - dataStart) / ((channels * bitsPerSample) / 8)
    return frames > 0 ? toMilliseconds(frames / sampleRate) : null
  } catch (error) {
    if (error instanceof WavFormatError) return null
    throw error
  }
}

/** By decoding it, as headers of compressed sound are guesses. Null where there is no ffmpeg, or it took too long. */
async function decodedSeconds(file: string): Promise<number | null> {
  const ffmpeg = await findFfmpeg()
  if (!ffmpeg) return null
  const input = ['-protocol_whitelist', 'file,pipe', '-i', `file:${path.resolve(file)}`]
  const args = [
    '-nostdin',
    '-v',
    'error',
    '-progress',
    'pipe:1',
    ...input,
    '-map',
    '0:a:0',
    '-f',
    'null',
    '-',
  ]
  try {
    const { stdout } = await run(ffmpeg, args, { timeoutMs: DECODE_TIMEOUT_MS })
    const last = [...stdout.toString('latin1').matchAll(/^out_time_us=(\d+)/gm)].at(-1)?.[1]
    return Number(last) > 0 ? toMilliseconds(Number(last) / 1e6) : null
  } catch (error) {
    if (error instanceof ProcessError) return null
    throw error
  }
}

/** How long a sound that comes in is, in seconds. Null where it is not known: only WAV is read without ffmpeg. */
export async function measureUpload(file: UploadedFile): Promise<number | null> {
  if (file.data?.length > 0) {
    const seconds = wavSeconds(file.data)
    return seconds ?? atPath(file, decodedSeconds)
  }
  return file.tempFilePath ? measureFile(file.tempFilePath) : null
}

/** The same of a file on this machine's disk; null also where it is gone. */
async function measureFile(file: string): Promise<number | null> {
  try {
    return wavSeconds(await readFile(file)) ?? (await decodedSeconds(file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * How long stored recordings are, in seconds, by their ids. What came in before lengths were read, or where there was no
 * ffmpeg, is measured now, and kept. Those whose length is not known are left out.
 */
export async function recordingSeconds(
  req: PayloadRequest,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { id: { in: [...new Set(ids)] } },
    select: { filename: true, mimeType: true, durationSeconds: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const known = new Map<string, number>()
  for (const media of docs) {
    const seconds = media.durationSeconds || (await measureStored(req, media))
    if (seconds) known.set(String(media.id), seconds)
  }
  return known
}

async function measureStored(
  req: PayloadRequest,
  media: Pick<Media, 'id' | 'filename' | 'mimeType'>,
): Promise<number | null> {
  if (!media.filename || !media.mimeType?.startsWith('audio/')) return null
  const durationSeconds = await measureFile(path.join(env().MEDIA_DIR, path.basename(media.filename)))
  // Found out, not changed: no event of its own.
  if (durationSeconds !== null)
    await req.payload.db.updateOne({
      collection: 'media',
      id: media.id,
      data: { durationSeconds },
      req,
      returning: false,
    })
  return durationSeconds
}
