import type { PayloadRequest, Where } from 'payload'
import { relationId } from '@/lib/ids'
import { lineStaleReason, type StaleCause, staleCauseOf } from './staleReason'

/** Marks panels; those that are stale already keep the reason that they have. */
export async function markPanels(
  req: PayloadRequest,
  where: Where,
  staleReason: string,
  cause: StaleCause,
): Promise<void> {
  await req.payload.db.updateMany({
    collection: 'panels',
    where: { and: [where, { isStale: { not_equals: true } }] },
    data: { isStale: true, staleReason, staleSource: cause.draftId ?? null },
    req,
    returning: false,
  })
}

interface VoicedLine {
  id?: string | null
  text?: string | null
  parenthetical?: string | null
  character?: unknown
  audio?: unknown
  audioIsStale?: boolean | null
  audioStaleReason?: string | null
}

/** Whether a recording of one line is a recording of the other: the same words, said alike, by the same speaker. */
export const soundsTheSame = (a: VoicedLine, b: VoicedLine): boolean =>
  a.text === b.text &&
  (a.parenthetical ?? '') === (b.parenthetical ?? '') &&
  relationId(a.character) === relationId(b.character)

/**
 * Lines that changed after they were voiced keep their recording, marked as stale; a line that is given another
 * recording loses the mark. A recording belongs to the line that had it before, also where rows were moved, copied
 * or given new ids. Nothing but another recording takes a mark away: whoever edits a line does not hear it.
 */
export function flagChangedLines<Line extends VoicedLine>(
  lines: Line[],
  before: VoicedLine[],
  cause: StaleCause = staleCauseOf(undefined),
): Line[] {
  return lines.map((line) => {
    const audio = relationId(line.audio)
    if (audio === null)
      return line.audioIsStale ? { ...line, audioIsStale: false, audioStaleReason: null } : line
    const sources = before.filter((old) => relationId(old.audio) === audio)
    const old = sources.find(({ id }) => id === line.id) ?? sources[0]
    const isChanged = old !== undefined && !soundsTheSame(old, line)
    const audioIsStale = Boolean(old?.audioIsStale) || isChanged
    const audioStaleReason = old?.audioIsStale
      ? (old.audioStaleReason ?? null)
      : isChanged
        ? lineStaleReason(old.text === line.text, cause)
        : null
    const isAsItWas =
      Boolean(line.audioIsStale) === audioIsStale && (line.audioStaleReason ?? null) === audioStaleReason
    return isAsItWas ? line : { ...line, audioIsStale, audioStaleReason }
  })
}
