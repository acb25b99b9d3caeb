import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isWav, readWav, type WavAudio, WavFormatError } from '@/lib/audio/wav'
import { ProcessError } from '@/lib/process/ProcessError'
import { run } from '@/lib/process/run'
import { findFfmpeg } from './ffmpeg'
import { resample } from './resample'

const DECODE_TIMEOUT_MS = 120_000
/** An hour of 48 kHz. */
const MAX_DECODED_BYTES = 512 * 1024 * 1024

/**
 * A recording's samples, one channel, at the rate asked for. Plain WAV is read here; everything else
 * goes through ffmpeg.
 *
 * @returns null where the file is missing or is no sound
 * @throws {ProcessError} `aborted`
 */
export async function readRecording(
  path: string,
  sampleRate: number,
  signal?: AbortSignal,
): Promise<Float32Array | null> {
  const audio = (await readPlainWav(path)) ?? (await decode(path, sampleRate, signal))
  return audio && resample(audio.samples, audio.sampleRate, sampleRate)
}

async function readPlainWav(path: string): Promise<WavAudio | null> {
  try {
    const bytes = await readFile(path)
    return isWav(bytes) ? readWav(bytes) : null
  } catch (error) {
    if (error instanceof WavFormatError || isFileError(error)) return null
    throw error
  }
}

async function decode(path: string, sampleRate: number, signal?: AbortSignal): Promise<WavAudio | null> {
  const ffmpeg = await findFfmpeg()
  if (!ffmpeg) return null
  try {
    const { stdout } = await run(
      ffmpeg,
      [
        ...['-nostdin', '-v', 'error'],
        // Without the prefix a name such as `http:x` would be fetched.
        ...['-protocol_whitelist', 'file,pipe', '-i', `file:${resolve(path)}`],
        ...[
          '-map',
          '0:a:0',
          '-ac',
          '1',
          '-ar',
          String(sampleRate),
          '-c:a',
          'pcm_s16le',
          '-f',
          'wav',
          'pipe:1',
        ],
      ],
      { signal, timeoutMs: DECODE_TIMEOUT_MS, maxStdoutBytes: MAX_DECODED_BYTES },
    )
    return readWav(stdout)
  } catch (error) {
    if (error instanceof ProcessError && error.code === 'aborted') throw error
    if (error instanceof ProcessError || error instanceof WavFormatError) return null
    throw error
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
