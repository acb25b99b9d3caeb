import type { PayloadRequest } from 'payload'
import { MAX_SHOT_SECONDS } from '@/contracts'
import { ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'
import { recordingSeconds } from '../media/measureSound'
import { lineSeconds } from './lineSeconds'

interface TimedLine {
  id?: string | null
  audio?: unknown
  duration?: number | null
}

/**
 * A line that somebody puts a recording to takes as long as it. One whose recording stays keeps its duration, whatever
 * they made of it; so does one whose recording nobody can measure.
 *
 * @throws {ValidationError} naming every line whose recording is longer than a shot can be: the film would cut it off
 */
export async function withRecordingLengths<Line extends TimedLine>(
  req: PayloadRequest,
  lines: Line[],
  before: TimedLine[],
): Promise<Line[]> {
  const had = new Map(before.map(({ id, audio }) => [id, relationId(audio)]))
  const newOf = ({ id, audio }: TimedLine) => {
    const now = relationId(audio)
    return now === had.get(id) ? null : now
  }
  const seconds = await recordingSeconds(
    req,
    lines.flatMap((line) => newOf(line) ?? []),
  )
  const tooLong = lines.flatMap((line, n) =>
    (seconds.get(newOf(line) ?? '') ?? 0) > MAX_SHOT_SECONDS
      ? [{ field: `dialogueLines.${n}.audio`, message: `is longer than ${MAX_SHOT_SECONDS / 60} minutes` }]
      : [],
  )
  if (tooLong.length > 0) throw new ValidationError(tooLong)
  return lines.map((line) => {
    const recorded = seconds.get(newOf(line) ?? '')
    return recorded === undefined ? line : { ...line, duration: lineSeconds(recorded) }
  })
}
