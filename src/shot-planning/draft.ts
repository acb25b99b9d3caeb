import type { SceneLineBrief, ShotAngle, ShotMovement, ShotSize, ShotSuggestion } from '@/contracts'

/** What kind of picture a rule asked for; decides the framing. */
export type DraftKind =
  | 'establishing'
  | 'master'
  | 'action'
  | 'insert'
  | 'pov'
  | 'single'
  | 'over-shoulder'
  | 'two-shot'
  | 'reaction'
  | 'voice-over'

/** A shot before it has a frame and a length. */
export interface ShotDraft {
  kind: DraftKind
  purpose: ShotSuggestion['purpose']
  /** The words of the action this shot shows. Empty for a shot that only covers lines: talk is no picture. */
  text: string
  /** The paragraphs of action those words are from, as the scene has them. */
  action: string[]
  /** Canonical names of who is in frame, the subject first. */
  characters: string[]
  /** Lines heard over it, in page order. */
  lines: SceneLineBrief[]
  /** The entry of a list (a montage) it belongs to: pictures of different entries are never one picture. */
  entry?: number
  /** Dropped first where the scene has no time for it. Never true where there are lines. */
  isOptional: boolean
  /** Share of the time that no line needs. */
  weight: number
  /** 0 at the scene's start to 1 at its end: coverage tightens along it. */
  progress: number
  /** 0 to 1: strength of feeling in what is said or done. */
  intensity: number
  /** How sure the rule is that made it, 0 to 1. */
  confidence: number
}

export interface Framing {
  size: ShotSize
  angle: ShotAngle
  movement: ShotMovement
}

/** A draft with everything unspecified at its plainest. */
export function draft(
  given: Partial<ShotDraft> & Pick<ShotDraft, 'kind' | 'purpose' | 'text' | 'confidence'>,
): ShotDraft {
  return {
    characters: [],
    action: [],
    lines: [],
    isOptional: false,
    weight: 1,
    progress: 0,
    intensity: 0,
    ...given,
  }
}

/** Milliseconds of speech over a draft. */
export function spokenMs(lines: readonly SceneLineBrief[]): number {
  return lines.reduce((sum, line) => sum + lineMs(line), 0)
}

/** A line's length in whole milliseconds; nonsense counts as no length. */
export function lineMs({ durationSeconds }: Pick<SceneLineBrief, 'durationSeconds'>): number {
  return Number.isFinite(durationSeconds) && durationSeconds > 0
    ? Math.ceil(durationSeconds * 1000 - 1e-6)
    : 0
}
