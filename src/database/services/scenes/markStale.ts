import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'

/** A scene's text changed: its panels show what it said before. They are marked, never redone by themselves. */
export async function markSceneDependentsStale(req: PayloadRequest, sceneId: string): Promise<void> {
  await req.payload.db.updateMany({
    collection: 'panels',
    where: { scene: { equals: sceneId } },
    data: { isStale: true },
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
export function flagChangedLines<Line extends VoicedLine>(lines: Line[], before: VoicedLine[]): Line[] {
  return lines.map((line) => {
    const audio = relationId(line.audio)
    if (audio === null) return line.audioIsStale ? { ...line, audioIsStale: false } : line
    const sources = before.filter((old) => relationId(old.audio) === audio)
    const old = sources.find(({ id }) => id === line.id) ?? sources[0]
    const audioIsStale = old !== undefined && (Boolean(old.audioIsStale) || !soundsTheSame(old, line))
    return Boolean(line.audioIsStale) === audioIsStale ? line : { ...line, audioIsStale }
  })
}
