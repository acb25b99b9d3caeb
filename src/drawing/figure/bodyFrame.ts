import type { Point } from '../ink'
import type { Light } from '../light'
import type { Rng } from '../rng'
import type { Pose } from './frame'
import type { Look } from './look'

/** A body's own coordinates: metres, origin between the feet, y up. */
export interface BodyFrame {
  look: Look
  pose: Pose
  light: Light
  rng: Rng
  /** Pixels per metre. */
  scale: number
  facing: number
  line: number
  /** Half widths in metres, closed up by turning sideways. */
  shoulder: number
  waist: number
  at(x: number, y: number): Point
  seated(side: 1 | -1, joint: 'knee' | 'ankle'): Point
}
