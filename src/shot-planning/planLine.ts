import type { SceneLineBrief } from '@/contracts'
import { emotionOf, type KnownPeople, NOBODY_KNOWN } from '@/scene-reading'
import { isOffScreen, isVoiceOver, speakersOf } from './cues'
import { draft, lineMs, type ShotDraft } from './draft'

/** Speech longer than this is heavy enough to want to see who listens. */
const LONG_SPEECH_MS = 9_000

export interface LineContext {
  /** Who can be seen in the scene, most recent first; the speaker may be among them. */
  present: readonly string[]
  people?: KnownPeople
  /** Lines of on-screen speakers so far. */
  spoken: number
  progress: number
}

/**
 * The shot for one line. Who says it is in it exactly if the cue does not say that they are only heard; several who say
 * it together are seen together.
 */
export function planLine(line: SceneLineBrief, context: LineContext): ShotDraft {
  const { present, spoken, progress } = context
  const { intensity } = emotionOf(line)
  const speakers = speakersOf(line)
  const others = present.filter((name) => !speakers.includes(name))
  const base = { text: '', lines: [line], progress, intensity, purpose: 'coverage' as const }

  if (isOffScreen(line.extensions)) {
    // A narrator's voice lies over the place; a voice from the next room over whoever hears it.
    const listener = isVoiceOver(line.extensions) ? [] : others.slice(0, 1)
    return draft({ ...base, kind: 'voice-over', characters: listener, confidence: 0.6 })
  }
  if (speakers.length > 1) return draft({ ...base, kind: 'two-shot', characters: speakers, confidence: 0.75 })
  if (others.length === 0) {
    return draft({ ...base, kind: 'single', characters: speakers, confidence: 0.75 })
  }
  if (spoken === 0) {
    return draft({
      ...base,
      kind: 'two-shot',
      purpose: 'master',
      characters: [...speakers, ...others.slice(0, 2)],
      confidence: 0.7,
    })
  }
  const isTwoHander = others.length === 1
  // Two people: over the shoulder until the scene tightens, then clean singles.
  if (isTwoHander && progress < 0.6 && intensity < 0.6) {
    return draft({
      ...base,
      kind: 'over-shoulder',
      characters: [...speakers, ...others.slice(0, 1)],
      confidence: 0.8,
    })
  }
  return draft({ ...base, kind: 'single', characters: speakers, confidence: 0.75 })
}

/** The listener's face after a line that lands. Optional: the first thing to go where time is short. */
export function planReaction(line: SceneLineBrief, context: LineContext): ShotDraft | null {
  const { intensity } = emotionOf(line)
  const { displayName } = context.people ?? NOBODY_KNOWN
  const isLong = lineMs(line) >= LONG_SPEECH_MS
  const isHeavy = intensity >= 0.5
  const speakers = speakersOf(line)
  const listener = context.present.find((name) => !speakers.includes(name))
  if (!listener || isVoiceOver(line.extensions) || (!isLong && !isHeavy)) return null
  return draft({
    kind: 'reaction',
    purpose: 'reaction',
    text: `${displayName(listener)} takes in what ${speakers.map(displayName).join(' and ') || 'the voice'} said.`,
    characters: [listener],
    isOptional: true,
    weight: 0.6,
    progress: context.progress,
    intensity: Math.max(intensity, 0.4),
    confidence: isHeavy ? 0.65 : 0.5,
  })
}
