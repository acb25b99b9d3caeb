import type { PanelBrief, ShotSize } from '@/contracts'
import type { Rng } from '../rng'
import type { ArmPose, Expression, Pose } from './frame'

/** Metres: where hands can still be seen in frames that end above the waist. */
const HANDS_ABOVE: Partial<Record<ShotSize, number>> = { MCU: 1.32, CU: 1.42 }

const LISTENING: readonly ArmPose[] = ['relaxed', 'crossed', 'hip', 'pocket', 'relaxed', 'chin']

/** What the description asks bodies to do. */
export interface Action {
  isSitting: boolean
  isWalking: boolean
  isRunning: boolean
  isPointing: boolean
}

export function readAction(text: string): Action {
  return {
    isSitting: /\b(sits?|sitting|seated|sat|drives?|driving|at the (?:table|desk|wheel|bar))\b/i.test(text),
    isWalking:
      /\b(walks?|walking|strides?|striding|steps?|enters?|crosses|approach(?:es)?|paces?|leaves?|exits?)\b/i.test(
        text,
      ),
    isRunning: /\b(runs?|running|sprints?|rush(?:es)?|races|flees?|chas(?:es|ing))\b/i.test(text),
    isPointing: /\b(points?|pointing|aims?|aiming|gestures?)\b/i.test(text),
  }
}

/** Mood from the words heard and seen; the speaker and the listener answer it differently. */
export function readExpression(brief: PanelBrief, isSpeaking: boolean, rng: Rng): Expression {
  const text = `${brief.description} ${brief.dialogue ?? ''}`.slice(0, 4000).toLowerCase()
  if (/\b(angry|angrily|furious|shouts?|yells?|rage|glares?|snaps?)\b/.test(text))
    return isSpeaking ? 'angry' : 'worried'
  if (
    /\b(scared|afraid|fear|terrified|worried|anxious|nervous|cries|crying|tears|sobs?|sad|grief)\b/.test(text)
  )
    return 'worried'
  if (/\b(shock(?:ed)?|surpris\w+|gasps?|stunned|startled|freezes)\b/.test(text))
    return isSpeaking ? 'worried' : 'surprised'
  if (/\b(smil\w+|laugh\w*|grin\w*|happy|joy\w*|cheer\w*|amused)\b/.test(text)) return 'smile'
  if (/!/.test(brief.dialogue ?? '')) return isSpeaking ? 'angry' : 'surprised'
  if (isSpeaking) return rng.pick(['neutral', 'neutral', 'worried', 'smile'])
  return rng.pick(['neutral', 'neutral', 'smile', 'worried'])
}

/** A person's stance. `facing` comes from the blocking; everything else varies with the seed. */
export function poseFor(
  brief: PanelBrief,
  options: {
    facing: number
    isBack: boolean
    isSpeaking: boolean
    /** What this person does, by the words of the shot. */
    action: Action
    /** What is in hand; wins over everything else that arms might do. */
    handling: { arms: readonly [ArmPose, ArmPose | null] } | null
    rng: Rng
  },
): Pose {
  const { action, handling, rng, isSpeaking } = options
  const isFull = brief.size === 'FS' || brief.size === 'LS' || brief.size === 'ELS'
  const listening = rng.pick(LISTENING)
  const acting: ArmPose | null = handling?.arms[0] ?? (action.isPointing ? 'point' : null)
  const active: ArmPose =
    acting ?? (isSpeaking ? rng.pick(['gesture', 'gesture', 'hold', 'relaxed'] as const) : listening)
  const isMoving = action.isRunning || action.isWalking
  const other: ArmPose =
    handling?.arms[1] ??
    (active === 'crossed'
      ? 'crossed'
      : isMoving
        ? 'swing'
        : rng.pick(['relaxed', 'pocket', 'relaxed', 'hip'] as const))
  const isRightActive = options.facing === 0 ? rng.chance(0.5) : options.facing < 0
  return {
    facing: options.facing,
    isBack: options.isBack,
    isSitting: isFull && action.isSitting && !isMoving,
    stride: action.isRunning ? 1.5 : action.isWalking ? 1 : rng.range(0, 0.25),
    tilt: rng.range(-0.07, 0.07),
    leftArm: isRightActive ? other : active,
    rightArm: isRightActive ? active : other,
    isSpeaking,
    ...(handling && HANDS_ABOVE[brief.size] ? { handsAbove: HANDS_ABOVE[brief.size] } : {}),
    expression: readExpression(brief, isSpeaking, rng),
  }
}
