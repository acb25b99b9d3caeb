import type { PayloadRequest } from 'payload'

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
  audio?: unknown
  audioIsStale?: boolean | null
}

/** Lines whose words changed after they were voiced keep their audio, marked as stale. */
export function flagChangedLines<Line extends VoicedLine>(lines: Line[], before: VoicedLine[]): Line[] {
  const known = new Map(before.map((line) => [line.id, line]))
  return lines.map((line) => {
    const old = known.get(line.id)
    if (!old?.audio || !line.audio || old.audio !== line.audio) return line
    const isChanged = old.text !== line.text || (old.parenthetical ?? '') !== (line.parenthetical ?? '')
    return isChanged ? { ...line, audioIsStale: true } : line
  })
}
