import type { PipelineStep } from '@/contracts'

/** What is left of one stage of a run. */
export interface StageAhead {
  type: PipelineStep
  isOver: boolean
  /** Units that somebody has yet to finish. Null before the step has said what they are, and for a step that is one. */
  unitsLeft: number | null
  /** All units, known as `unitsLeft` is. */
  units: number | null
  /** When the units that ended last have ended, in milliseconds, in order. */
  lastEnds: readonly number[]
  /** What the step itself says, where it is one piece of work. */
  ownSeconds: number | null
}

/** How many of the last ends are looked at: enough to smooth, few enough to follow a change of pace. */
export const ENDS_LOOKED_AT = 30
const ENDS_NEEDED = 3
/** Of this many gaps one may have been a server that was down. */
const GAPS_WITH_ONE_TOO_LONG = 10

/** What an episode's assembly takes for each shot, before it speaks for itself. Measured on two slow cores. */
const ASSEMBLE_SECONDS_PER_SHOT = 0.25

/**
 * How long a run will still take: every stage by its own pace, since a drawing, a line and a film have nothing in
 * common. Null while the size of any stage is unknown; a guess would be off by more than it tells.
 */
export function secondsToGo(stages: readonly StageAhead[]): number | null {
  let seconds = 0
  for (const stage of stages) {
    if (stage.isOver) continue
    const own = stage.ownSeconds ?? atPace(stage) ?? beforehand(stage, stages)
    if (own === null) return null
    seconds += own
  }
  return Math.max(1, Math.round(seconds))
}

function atPace({ unitsLeft, lastEnds }: StageAhead): number | null {
  if (unitsLeft === null) return null
  if (unitsLeft === 0) return 0
  if (lastEnds.length < ENDS_NEEDED) return null
  const gaps = lastEnds.slice(1).map((end, index) => end - (lastEnds[index] ?? end))
  const counted = gaps.length < GAPS_WITH_ONE_TOO_LONG ? gaps : gaps.sort((a, b) => a - b).slice(0, -1)
  return (counted.reduce((sum, gap) => sum + gap, 0) / counted.length / 1000) * unitsLeft
}

function beforehand({ type }: StageAhead, stages: readonly StageAhead[]): number | null {
  if (type !== 'assemble') return null
  const shots = stages.find((stage) => stage.type === 'draw-panel')?.units ?? null
  return shots === null ? null : shots * ASSEMBLE_SECONDS_PER_SHOT
}
