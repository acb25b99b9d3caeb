import { writeWav } from '@/lib/audio/wav'
import { countWords } from './speakable'

/** What all speech of the local provider is written in: 16-bit mono, as eSpeak synthesises it. */
export const SPEECH_SAMPLE_RATE = 22_050

const SHORTEST_SECONDS = 0.5
/** What an actor does with a line of nothing but dots. */
const BEAT_SECONDS = 1
const SENTENCE_PAUSE_SECONDS = 0.3
/** An hour; keeps a pasted novel from allocating gigabytes. */
const LONGEST_SECONDS = 3600

/**
 * How long a text takes to say.
 *
 * @param rate words per minute
 * @returns seconds, a multiple of 0.1
 */
export function estimateSpeechSeconds(text: string, rate: number): number {
  const words = countWords(text)
  if (words === 0) return BEAT_SECONDS
  const pauses = (text.match(/[.!?…]+(?=\s+\S)/g) ?? []).length
  const seconds = (words / Math.max(rate, 20)) * 60 + pauses * SENTENCE_PAUSE_SECONDS
  return Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, Math.round(seconds * 10) / 10))
}

/** A WAV file with nothing in it. */
export function silentWav(seconds: number): Buffer {
  return writeWav(new Float32Array(Math.round(seconds * SPEECH_SAMPLE_RATE)), SPEECH_SAMPLE_RATE)
}
