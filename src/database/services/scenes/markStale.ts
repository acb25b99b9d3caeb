import type { PayloadRequest, Where } from 'payload'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { sceneContentHash } from './sceneContentHash'

type Lines = Scene['dialogueLines']

/** The ids of lines that say something else than before, or are new or gone. */
export function changedLineIds(before: Lines, after: Lines): Set<string> {
  const said = (lines: Lines) =>
    new Map(
      (lines ?? []).map(({ id, cue, parenthetical, text }) => [
        String(id),
        JSON.stringify([cue ?? '', parenthetical ?? '', text]),
      ]),
    )
  const [old, now] = [said(before), said(after)]
  return new Set([...old.keys(), ...now.keys()].filter((id) => old.get(id) !== now.get(id)))
}

/**
 * A scene's text changed: its panels show what it said before. They are marked, never redone by themselves. Words
 * that are spoken show only in the panels of the shots that cover them; anything else shows in all.
 */
export async function markSceneDependentsStale(
  req: PayloadRequest,
  before: Scene,
  after: Scene,
): Promise<void> {
  const withoutLines = (scene: Scene) => sceneContentHash({ ...scene, dialogueLines: [] })
  const ofScene: Where = { scene: { equals: after.id } }
  let where = ofScene
  if (withoutLines(before) === withoutLines(after)) {
    const changed = changedLineIds(before.dialogueLines, after.dialogueLines)
    const { docs } = await req.payload.find({
      collection: 'shots',
      where: ofScene,
      select: { dialogueLineIds: true },
      depth: 0,
      pagination: false,
      overrideAccess: true,
      req,
    })
    const shotIds = docs.flatMap(({ id, dialogueLineIds }) =>
      dialogueLineIds?.some((lineId) => changed.has(lineId)) ? [id] : [],
    )
    if (shotIds.length === 0) return
    where = { shot: { in: shotIds } }
  }
  await req.payload.db.updateMany({
    collection: 'panels',
    where,
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
