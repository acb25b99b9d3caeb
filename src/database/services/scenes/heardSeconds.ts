import { lineSeconds } from './lineSeconds'

interface HeardLine {
  /** Of the line, as estimated, measured or set by hand; null where nobody said. */
  durationSeconds: number | null
  /** Of its recording; null where it has none, or nobody knows. */
  recordedSeconds: number | null
}

/**
 * How long a line is heard in the film, in seconds. A recording is played whole, also one whose words are others by now:
 * the line may be shorter then.
 */
export const heardSeconds = ({ durationSeconds, recordedSeconds }: HeardLine): number =>
  Math.max(durationSeconds ?? 1, recordedSeconds ? lineSeconds(recordedSeconds) : 0)
