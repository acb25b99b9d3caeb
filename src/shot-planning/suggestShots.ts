import type { SceneBrief, ShotSuggestion } from '@/contracts'
import { allotTime } from './allotTime'
import { describeShot } from './describeShot'
import { spokenMs } from './draft'
import { fillTime } from './fillTime'
import { fitToTime } from './fitToTime'
import { frameShot, lensFor } from './frameShot'
import { planScene } from './planScene'
import { varyFraming } from './varyFraming'

/**
 * Shots for a scene, as a first assistant director would block it out: where we are, who is there, who
 * speaks, who listens, what is done. Rules only; the same scene always gives the same shots.
 *
 * Every line is covered by exactly one shot, in page order, and a shot is at least as long as its lines; every
 * paragraph of action is shown by one at least.
 * Durations are seconds with a precision of 0.1 and add up to `scene.durationSeconds` exactly. Two
 * exceptions keep that true: a scene length that is itself no multiple of 0.1 leaves its rest in the last
 * shot, and a scene so full of speech that rounding up does not fit uses the lines' own precision (1 ms).
 * Where lines need more than the scene has, against the contract, the sum is what they need.
 */
export function suggestShots(scene: SceneBrief): ShotSuggestion[] {
  const totalMs = Math.max(
    0,
    Math.round((Number.isFinite(scene.durationSeconds) ? scene.durationSeconds : 0) * 1000),
  )
  const availableMs = Math.max(totalMs, spokenMs(scene.lines))
  const drafts = fitToTime(fillTime(planScene(scene), scene, availableMs), availableMs)
  const lengths = allotTime(drafts, totalMs)

  const framings = varyFraming(
    drafts,
    drafts.map((shot) => frameShot(shot, scene)),
  )

  return drafts.map((shot, index) => {
    const framing = framings[index] ?? frameShot(shot, scene)
    return {
      shotNumber: String(index + 1),
      ...framing,
      lens: lensFor(shot, framing),
      durationSeconds: (lengths[index] ?? 0) / 1000,
      description: describeShot(shot, scene),
      characters: shot.characters,
      lineIds: shot.lines.map(({ id }) => id),
      action: shot.action,
      purpose: shot.purpose,
      confidence: Math.round(Math.max(0, Math.min(1, shot.confidence)) * 100) / 100,
    }
  })
}
