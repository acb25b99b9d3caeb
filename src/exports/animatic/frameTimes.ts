import { AnimaticError, type AnimaticTimeline } from './types'

/** A frame rate as the fraction video files keep: 23.976 is 24000/1001. */
export interface FrameRate {
  numerator: number
  denominator: number
}

/** @throws {AnimaticError} for rates that are not above 0 and at most 120 */
export function frameRate(fps: number): FrameRate {
  if (!(fps > 0 && fps <= 120)) throw new AnimaticError(`${fps} is no frame rate`)
  const whole = Math.round(fps)
  if (Math.abs(fps - whole) < 1e-6) return { numerator: whole, denominator: 1 }
  if (Math.abs(fps - whole / 1.001) < 0.005) return { numerator: whole * 1000, denominator: 1001 }
  return { numerator: Math.round(fps * 1000), denominator: 1000 }
}

/**
 * The frame each shot starts at, and the total at the end. Taken from the running time: rounding every
 * shot by itself would let picture and sound drift apart by half a frame a shot.
 */
export function cutFrames(shots: AnimaticTimeline['shots'], rate: FrameRate): number[] {
  const cuts = [0]
  let seconds = 0
  for (const { durationSeconds } of shots) {
    if (Number.isFinite(durationSeconds) && durationSeconds > 0) seconds += durationSeconds
    // Sums of tenths carry errors in the last bits; they must not tip a cut over to the next frame.
    cuts.push(Math.round(Math.round(seconds * 1e6) * 1e-6 * (rate.numerator / rate.denominator)))
  }
  return cuts
}

/** Seconds from the beginning to a frame. */
export function frameSeconds(frame: number, rate: FrameRate): number {
  return (frame * rate.denominator) / rate.numerator
}
