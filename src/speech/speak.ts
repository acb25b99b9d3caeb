import type { SpeechBrief } from '@/contracts'
import { isWav, readWavLayout, WAV_HEADER_BYTES, wavHeader } from '@/lib/audio/wav'
import { run } from '@/lib/process/run'
import { deliveryFor } from './delivery'
import { detectEspeak, type SpeechEngine } from './espeak'
import { hashText } from './hash'
import { estimateSpeechSeconds, SPEECH_SAMPLE_RATE, silentWav } from './silence'
import { speakableText } from './speakable'
import { NEUTRAL_PITCH, NEUTRAL_RATE, VARIANTS, voiceFor } from './voices'

const TIMEOUT_MS = 30_000
const MAX_WAV_BYTES = 256 * 1024 * 1024

export interface SpokenLine {
  /** A whole WAV file: 22,050 Hz, mono, signed 16 bit. */
  wav: Buffer
  durationSeconds: number
  /** True where nothing can be heard: no engine, or nothing in the text to say. */
  isSilence: boolean
  model: string
}

/**
 * Says a line. Where no eSpeak is installed, or the text is `...`, the result is silence of the length
 * the line would have taken: the animatic keeps its timing either way.
 *
 * @param options.engine for tests: the engine to use instead of the one on PATH; null for none
 * @throws {ProcessError} `aborted`, `timeout` (30 s), or what eSpeak complained about
 */
export async function speak(
  brief: SpeechBrief,
  options: { signal?: AbortSignal; engine?: SpeechEngine | null } = {},
): Promise<SpokenLine> {
  const engine = options.engine === undefined ? await detectEspeak() : options.engine
  const delivery = deliveryFor(brief.parenthetical)
  const voice = resolveVoice(brief)
  const rate = Math.round(Math.max(80, Math.min(400, voice.rate * delivery.rateFactor)))
  const text = speakableText(brief.text)
  if (!engine || text === '') return silence(brief.text, rate)

  const pitch = Math.round(Math.max(0, Math.min(99, voice.pitch + delivery.pitchShift)))
  const { stdout } = await run(
    engine.path,
    [
      ...['--stdin', '--stdout', '-b', '1'],
      ...['-v', engineVoice(engine, voice.language, voice.id, brief.speaker)],
      ...['-s', String(rate), '-p', String(pitch), '-a', String(delivery.amplitude)],
    ],
    { input: text, signal: options.signal, timeoutMs: TIMEOUT_MS, maxStdoutBytes: MAX_WAV_BYTES },
  )
  const wav = withTrueLengths(stdout)
  const durationSeconds = (wav.length - WAV_HEADER_BYTES) / 2 / SPEECH_SAMPLE_RATE
  // Scripts eSpeak has no rules for come back empty.
  if (durationSeconds < 0.05) return silence(brief.text, rate)
  return { wav, durationSeconds, isSilence: false, model: engine.model }
}

function silence(text: string, rate: number): SpokenLine {
  const durationSeconds = estimateSpeechSeconds(text, rate)
  return { wav: silentWav(durationSeconds), durationSeconds, isSilence: true, model: 'silence' }
}

/** A voice without id is the speaker's own; what the brief sets besides counts as a change to that. */
function resolveVoice({ voice, speaker }: SpeechBrief) {
  if (voice.id !== null) return voice
  const own = voiceFor({ name: speaker }, voice.language)
  return {
    ...own,
    pitch: own.pitch + voice.pitch - NEUTRAL_PITCH,
    rate: own.rate + voice.rate - NEUTRAL_RATE,
  }
}

/**
 * eSpeak fails on a language it does not know and silently takes the default for a variant it does not
 * know, so both are settled here. An id of another service's voice is replaced by one that is the
 * speaker's own.
 */
export function engineVoice(
  engine: SpeechEngine,
  language: string,
  id: string | null,
  speaker: string,
): string {
  const tag = language.toLowerCase()
  const known =
    [tag, tag.split('-')[0] ?? '', 'en-gb', 'en'].find((each) => engine.languages.has(each)) ?? 'en'
  const shipped = [...VARIANTS.female, ...VARIANTS.male].filter((each) => engine.variants.has(each))
  const variant =
    id !== null && engine.variants.has(id)
      ? id
      : shipped[hashText(id ?? speaker) % Math.max(1, shipped.length)]
  return variant ? `${known}+${variant}` : known
}

/** eSpeak streams, so its header claims 2 GiB. */
function withTrueLengths(streamed: Buffer): Buffer {
  if (!isWav(streamed)) return wavHeader(0, SPEECH_SAMPLE_RATE)
  const { dataStart, dataEnd, sampleRate, channels, bitsPerSample } = readWavLayout(streamed)
  if (sampleRate !== SPEECH_SAMPLE_RATE || channels !== 1 || bitsPerSample !== 16) {
    throw new Error(`eSpeak wrote ${sampleRate} Hz, ${channels} channels, ${bitsPerSample} bits`)
  }
  const pcm = streamed.subarray(dataStart, dataEnd)
  return Buffer.concat([wavHeader(pcm.length, sampleRate), pcm])
}
