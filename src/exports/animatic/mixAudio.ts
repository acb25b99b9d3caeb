import { type FileHandle, open } from 'node:fs/promises'
import { toPcm16, WAV_HEADER_BYTES, wavHeader } from '@/lib/audio/wav'
import { readRecording } from './readRecording'

export const MIX_SAMPLE_RATE = 48_000
const BLOCK_SAMPLES = MIX_SAMPLE_RATE * 5

/** A recording and when it is heard, seconds from the beginning. */
export interface MixClip {
  path: string
  startSeconds: number
}

export interface MixOptions {
  /** Where the WAV is written. */
  outPath: string
  /** The mix is exactly this many samples long; what would be heard later is cut. */
  sampleCount: number
  signal?: AbortSignal
  onProgress?: (fraction: number) => void
}

/**
 * Mixes recordings into one mono 48 kHz WAV file, block by block: only what can be heard in the
 * current block is in memory, so an hour costs no more than a minute.
 *
 * @returns paths that could not be read and are silent, each once
 * @throws the signal's reason when aborted; the half-written file is the caller's to remove
 */
export async function mixAudio(clips: readonly MixClip[], options: MixOptions): Promise<string[]> {
  const { outPath, sampleCount, signal, onProgress } = options
  const waiting = [...clips].sort((a, b) => a.startSeconds - b.startSeconds)
  const unreadable = new Set<string>()
  let next = 0
  let sounding: Array<{ samples: Float32Array; start: number }> = []

  const file = await open(outPath, 'w')
  try {
    await writeAll(file, wavHeader(sampleCount * 2, MIX_SAMPLE_RATE), 0)
    for (let start = 0; start < sampleCount; start += BLOCK_SAMPLES) {
      signal?.throwIfAborted()
      const end = Math.min(sampleCount, start + BLOCK_SAMPLES)
      for (let clip = waiting[next]; clip && startSample(clip) < end; clip = waiting[++next]) {
        const samples = await readRecording(clip.path, MIX_SAMPLE_RATE, signal)
        if (samples) sounding.push({ samples, start: startSample(clip) })
        else unreadable.add(clip.path)
      }
      const block = new Float32Array(end - start)
      for (const clip of sounding) addInto(block, start, clip)
      limit(block)
      await writeAll(file, toPcm16(block), WAV_HEADER_BYTES + start * 2)
      sounding = sounding.filter((clip) => clip.start + clip.samples.length > end)
      onProgress?.(end / sampleCount)
    }
  } finally {
    await file.close()
  }
  return [...unreadable]
}

function startSample({ startSeconds }: MixClip): number {
  return Math.max(0, Math.round((Number.isFinite(startSeconds) ? startSeconds : 0) * MIX_SAMPLE_RATE))
}

function addInto(block: Float32Array, blockStart: number, clip: { samples: Float32Array; start: number }) {
  const from = Math.max(blockStart, clip.start)
  const to = Math.min(blockStart + block.length, clip.start + clip.samples.length)
  for (let at = from; at < to; at++) {
    block[at - blockStart] = (block[at - blockStart] ?? 0) + (clip.samples[at - clip.start] ?? 0)
  }
}

const KNEE = 0.85

/** Leaves a single voice alone and rounds off what several at once push over the top. */
function limit(block: Float32Array) {
  for (let index = 0; index < block.length; index++) {
    const sample = block[index] ?? 0
    const level = Math.abs(sample)
    if (level <= KNEE) continue
    block[index] = Math.sign(sample) * (KNEE + (1 - KNEE) * Math.tanh((level - KNEE) / (1 - KNEE)))
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}
