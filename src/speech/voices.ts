import type { VoiceSettings } from '@/contracts'
import { guessGender, type VoiceGender } from '@/scene-reading'
import { hashText } from './hash'

export const DEFAULT_LANGUAGE = 'en-gb'
export const NEUTRAL_PITCH = 50
export const NEUTRAL_RATE = 165

/** Variants that every eSpeak since 1.49 ships. The named ones beside them come and go between versions. */
export const VARIANTS: Readonly<Record<VoiceGender, readonly string[]>> = {
  female: ['f2', 'f3', 'f4', 'f5', 'f1'],
  male: ['m3', 'm1', 'm7', 'm2', 'm8', 'm4', 'm6', 'm5'],
}
const ALL_VARIANTS = [...VARIANTS.female, ...VARIANTS.male]

/** Steps a listener tells apart on one variant, most natural first. */
const PITCHES = [50, 35, 65, 42, 58, 27, 73]
const RATES = [165, 150, 180, 158, 172]

export interface VoiceCharacter {
  name: string
  gender?: string | null
  /** Years, or words: `40s`, `elderly`, `child`. */
  age?: string | number | null
}

/** The voice a character gets when heard alone: always the same for the same name. */
export function voiceFor(character: VoiceCharacter, language = DEFAULT_LANGUAGE): VoiceSettings {
  const [first] = candidates(character, language)
  if (!first) throw new Error('There are no voices')
  return first
}

/**
 * Voices for a whole cast. No two share variant, pitch and rate, and variants are used evenly, so that
 * people who meet in a scene sound apart. Earlier names choose first: a cast that grows at the end
 * keeps the voices it had.
 *
 * @returns by name as given; a name given twice keeps its first voice
 */
export function assignVoices(
  cast: ReadonlyArray<string | VoiceCharacter>,
  language = DEFAULT_LANGUAGE,
): Map<string, VoiceSettings> {
  const voices = new Map<string, VoiceSettings>()
  const taken = new Set<string>()
  const uses = new Map<string, number>()

  for (const member of cast) {
    const character = typeof member === 'string' ? { name: member } : member
    if (voices.has(character.name)) continue
    const free = candidates(character, language).filter((voice) => !taken.has(key(voice)))
    const rarest = Math.min(...free.map((voice) => uses.get(voice.id ?? '') ?? 0))
    const voice =
      free.find((each) => (uses.get(each.id ?? '') ?? 0) === rarest) ?? beyond(character, language, taken)
    voices.set(character.name, voice)
    taken.add(key(voice))
    uses.set(voice.id ?? '', (uses.get(voice.id ?? '') ?? 0) + 1)
  }
  return voices
}

/** All voices that suit a character, the most fitting first. */
function candidates(character: VoiceCharacter, language: string): VoiceSettings[] {
  const seed = hashText(character.name.normalize('NFC').toUpperCase().trim())
  const gender = guessGender(character.name, character.gender)
  const variants = rotate(gender ? VARIANTS[gender] : ALL_VARIANTS, seed)
  const { pitchShift, rateShift } = ageShift(character.age)
  const pitches = rotate(PITCHES.slice(0, 3), seed >>> 8).concat(PITCHES.slice(3))
  const rates = rotate(RATES.slice(0, 3), seed >>> 16).concat(RATES.slice(3))

  return rates.flatMap((rate) =>
    pitches.flatMap((pitch) =>
      variants.map((id) => ({
        id,
        language,
        pitch: Math.max(0, Math.min(99, pitch + pitchShift)),
        rate: rate + rateShift,
      })),
    ),
  )
}

/** More people than combinations (175 women, 280 men): the steps get finer than anyone can hear. */
function beyond(character: VoiceCharacter, language: string, taken: Set<string>): VoiceSettings {
  const base = voiceFor(character, language)
  for (let step = 1; ; step++) {
    const voice = { ...base, pitch: (base.pitch + step) % 100, rate: 140 + ((base.rate + step) % 61) }
    if (!taken.has(key(voice))) return voice
    if (step > 6100) return voice
  }
}

function ageShift(age: string | number | null | undefined): { pitchShift: number; rateShift: number } {
  const said = String(age ?? '').toLowerCase()
  const years = Number(/\d+/.exec(said)?.[0] ?? Number.NaN)
  if (years < 13 || /\b(?:child|kid|toddler|baby)\b/.test(said)) return { pitchShift: 22, rateShift: 8 }
  if (years < 20 || /\bteen/.test(said)) return { pitchShift: 9, rateShift: 6 }
  if (years >= 65 || /\b(?:old|elderly|aged)\b/.test(said)) return { pitchShift: -8, rateShift: -18 }
  return { pitchShift: 0, rateShift: 0 }
}

function rotate<T>(list: readonly T[], by: number): T[] {
  const start = list.length ? by % list.length : 0
  return [...list.slice(start), ...list.slice(0, start)]
}

function key(voice: VoiceSettings): string {
  return `${voice.id}/${voice.pitch}/${voice.rate}`
}
