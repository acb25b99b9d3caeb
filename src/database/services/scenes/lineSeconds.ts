import { MAX_SHOT_SECONDS } from '@/contracts'

/**
 * How long a line is with its recording, in seconds: hundredths, as people read it, and up, so that it never counts as
 * shorter. No longer than the field takes.
 */
export const lineSeconds = (recorded: number): number =>
  Math.min(MAX_SHOT_SECONDS, Math.ceil(Math.round(recorded * 1e5) / 1e3) / 100)
