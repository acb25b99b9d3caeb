import type { Point } from '../ink'
import type { Light } from '../light'
import type { Rng } from '../rng'
import type { Look } from './look'

export type Expression = 'neutral' | 'smile' | 'angry' | 'worried' | 'surprised'

/** The head's own coordinates: unit is the head's height, origin its middle, y down, facing right. */
export interface HeadFrame {
  look: Look
  light: Light
  rng: Rng
  /** Head height in pixels: decides how much detail is drawn. */
  size: number
  /** 0 faces us, 1 is a full profile; always to the right in head coordinates, `at` mirrors it. */
  yaw: number
  isBack: boolean
  isSpeaking: boolean
  expression: Expression
  /** How far the features slide down (seen from above) or up (from below), in head heights. */
  nod: number
  /** Ink width in pixels for outlines. */
  line: number
  at(x: number, y: number): Point
}

export interface Pose {
  /** -1 faces left in profile, 0 the lens, 1 right in profile. */
  facing: number
  isBack: boolean
  isSitting: boolean
  stride: number
  /** Head tilt in radians. */
  tilt: number
  leftArm: ArmPose
  rightArm: ArmPose
  isSpeaking: boolean
  expression: Expression
  /** Metres: what hands do is held up into frames that end above them. @default not at all */
  handsAbove?: number
  /** Metres from the body's middle to where a neighbour begins, by side of the screen: no arm goes through them. */
  room?: { left: number; right: number }
}

export type ArmPose =
  | 'relaxed'
  | 'hip'
  | 'crossed'
  | 'gesture'
  | 'chin'
  | 'pocket'
  | 'point'
  | 'phone'
  | 'hold'
  | 'swing'
  | 'sling'
  | 'raise'
  | 'offer'
  | 'work'
  | 'carry'
  | 'read'
  | 'pour'
  | 'lift'
  | 'drink'
  | 'haul'
  | 'wave'
  | 'aim'
  | 'hold-high'
  | 'reach-down'

/** Whether the head is turned so far that one eye is seen. */
export const isProfile = (head: HeadFrame): boolean => head.yaw > 0.75 && !head.isBack

/** Skull half width at the cheekbones. */
export const halfWidth = (head: HeadFrame): number => 0.355 * head.look.faceWidth
