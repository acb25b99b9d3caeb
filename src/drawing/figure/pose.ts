import type { PanelBrief, ShotAngle, ShotSize } from '@/contracts'
import type { Rng } from '../rng'
import { type Seat, seatOf } from '../seats'
import type { ArmPose, Expression, Pose } from './frame'

/** Metres: where hands can still be seen in frames that end above the waist. */
const HANDS_ABOVE: Partial<Record<ShotSize, number>> = { MCU: 1.32, CU: 1.42 }

const LISTENING: readonly ArmPose[] = ['relaxed', 'crossed', 'hip', 'pocket', 'relaxed', 'chin']

/** What the description asks bodies to do. */
export interface Action {
  isSitting: boolean
  /** What they sit on, where the words name it. */
  seat: Seat | null
  isWalking: boolean
  /** Goes from where we are: seen from behind. */
  isLeaving: boolean
  isRunning: boolean
  isPointing: boolean
}

const GOING =
  'walk|strid|hurr[yi]|rush|storm|march|limp|wander|stroll|trudg|shuffl|stagger|run|jog|head|go|mov'
const WENT_AWAY = new RegExp(
  `\\b(?:${GOING})(?:e?s|ies|ing|ning|ying)?(?: \\p{L}+ly| back| straight| right){0,2} (?:away|off|out(?! of))\\b(?! (?:to|toward|towards) (?:us|the camera|camera)\\b)`,
  'iu',
)
const INTO_THE_DISTANCE = new RegExp(
  `\\b(?:${GOING}|disappear|vanish|reced|fad)(?:e?s|ies|ing|ning|ying)?\\b[^.,;!?]{0,24}\\binto the (?:distance|dark(?:ness)?|night|fog|mist|crowd|woods?|forest|trees|rain|snow|sunset)\\b`,
  'iu',
)
/** `Ines leaves.`, `she leaves with the box`; neither `leaves the keys` nor what lies under trees. */
const LEAVES =
  /(?<=^|[.,;]\s|\b(?:he|she|they|and|then|who)\s|\p{Lu}[\p{L}'’-]*\s(?:\p{L}+ly\s)?)(?:leaves|exits|departs)(?=\s*(?:[.,;:!?…]|$)|\s(?:and|then|without|with|through|by|in|at|again|alone|together|for|\p{L}+ly|the (?:room|house|kitchen|office|building|bar|shop|church|stage|flat|hall|deck|garden|court(?:room)?))\b)/u
const BACK_TO_US = /\bbacks? (?:turned )?(?:to|towards?) (?:us|the camera|camera)\b|\bseen from behind\b/i

const isLeaving = (text: string): boolean =>
  [WENT_AWAY, INTO_THE_DISTANCE, LEAVES, BACK_TO_US].some((words) => words.test(text))

export function readAction(text: string): Action {
  return {
    seat: seatOf(text),
    isLeaving: isLeaving(text),
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

/** Closer than that a face is wanted, and beyond a shoulder, in profile or from above nobody is seen from behind. */
const SHOWS_BACKS: ReadonlySet<ShotSize> = new Set(['MS', 'MLS', 'FS', 'LS', 'ELS'])
const SHOWS_NO_BACKS: ReadonlySet<ShotAngle> = new Set(['OTS', 'profile', 'overhead'])

/** Whether somebody is seen from behind, on the way from where we are. Whoever speaks is seen speaking. */
export const isSeenLeaving = (
  { size, angle }: Pick<PanelBrief, 'size' | 'angle'>,
  { isLeaving, seat }: Action,
  isSpeaking: boolean,
): boolean => isLeaving && seat === null && !isSpeaking && SHOWS_BACKS.has(size) && !SHOWS_NO_BACKS.has(angle)

/** Where somebody who sits on a thing is seen sitting, though the frame ends above the ground. */
const SHOWS_SEATS: ReadonlySet<ShotSize> = new Set(['MS', 'MLS'])

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
    acting ??
    (isSpeaking
      ? rng.pick(['gesture', 'gesture', 'hold', 'relaxed'] as const)
      : options.isBack
        ? 'swing'
        : listening)
  const isMoving = action.isRunning || action.isWalking || options.isBack
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
    isSitting: action.seat ? isFull || SHOWS_SEATS.has(brief.size) : isFull && action.isSitting && !isMoving,
    stride: action.isRunning ? 1.5 : isMoving ? 1 : rng.range(0, 0.25),
    tilt: rng.range(-0.07, 0.07),
    leftArm: isRightActive ? other : active,
    rightArm: isRightActive ? active : other,
    isSpeaking,
    ...(handling && HANDS_ABOVE[brief.size] ? { handsAbove: HANDS_ABOVE[brief.size] } : {}),
    expression: readExpression(brief, isSpeaking, rng),
  }
}
