import type { BoardLine } from '@/contracts'
import type { SchedulableLine } from '@/exports/animatic/scheduleLines'
import { heardSeconds } from '../scenes/heardSeconds'

/** A line of a board as the film plays it. */
export const heardLine = ({ id, isDual, durationSeconds, audio }: BoardLine): SchedulableLine => ({
  id,
  isDual,
  durationSeconds: heardSeconds({ durationSeconds, recordedSeconds: audio?.durationSeconds ?? null }),
})
