import { randomBytes } from 'node:crypto'
import { type BreakdownScene, canonicalName } from '@/screenplay'
import { soundsTheSame } from '../scenes/markStale'
import { sceneContentHash } from '../scenes/sceneContentHash'

/** An array row's id in the form that Payload gives them. */
const rowId = (): string => randomBytes(12).toString('hex')

export interface LineRow {
  id: string
  character: string | null
  cue: string
  extensions: string[]
  parenthetical: string
  text: string
  isDual: boolean
  isLyrics: boolean
  duration: number
  [key: string]: unknown
}

export interface SceneParents {
  projectId: string
  episodeId: string
  /** Canonical name → id. */
  characterIds: Map<string, string>
  locationIds: Map<string, string>
}

type OldLine = Partial<Omit<LineRow, 'id'>> & { id?: string | null }

/**
 * Finds for each new line the old line it was: the same words by the same cue first, then the line in the
 * same place by the same speaker. What is found keeps its id, its audio and what people added.
 */
function withOldLines(lines: LineRow[], oldLines: OldLine[]): LineRow[] {
  const key = (line: OldLine) => `${line.cue ?? ''}\n${line.text ?? ''}`
  const free = new Map<string, OldLine[]>()
  for (const line of oldLines) free.set(key(line), [...(free.get(key(line)) ?? []), line])
  const taken = new Set<OldLine>()
  const found = lines.map((line) => {
    const same = free.get(key(line))?.shift()
    if (same) taken.add(same)
    return same
  })
  return lines.map((line, index) => {
    const inPlace = oldLines[index]
    const isSameSpeaker = inPlace && !taken.has(inPlace) && inPlace.character === line.character
    const old = found[index] ?? (isSameSpeaker ? inPlace : undefined)
    if (!old?.id) return line
    taken.add(old)
    const isSame = soundsTheSame(old, line)
    return {
      ...old,
      ...line,
      id: old.id,
      // A recording is as long as it is; an estimate is only for what is not recorded.
      duration: isSame && old.audio && typeof old.duration === 'number' ? old.duration : line.duration,
    }
  })
}

/** The database row of a scene as the script has it now; `oldLines` are those it had before. */
export function sceneRow(
  scene: BreakdownScene,
  order: number,
  parents: SceneParents,
  oldLines: OldLine[] = [],
): Record<string, unknown> {
  const fresh = scene.lines.map(
    (line): LineRow => ({
      id: rowId(),
      character: parents.characterIds.get(line.character) ?? null,
      cue: line.cue,
      extensions: line.extensions,
      parenthetical: line.parenthetical,
      text: line.text,
      isDual: line.isDual,
      isLyrics: line.isLyrics,
      duration: line.durationSeconds,
    }),
  )
  const lines = withOldLines(fresh, oldLines)
  const row = {
    project: parents.projectId,
    episode: parents.episodeId,
    sceneNumber: scene.sceneNumber,
    order,
    heading: scene.heading,
    interiorExterior: scene.interiorExterior,
    location: parents.locationIds.get(canonicalName(scene.location)) ?? null,
    timeOfDay: scene.timeOfDay,
    timeModifiers: scene.timeModifiers,
    isOmitted: scene.isOmitted,
    synopsis: scene.synopsis,
    action: scene.action,
    notes: scene.notes,
    sections: scene.sections,
    characters: scene.characters
      .map((name) => parents.characterIds.get(name))
      .filter((id) => id !== undefined),
    dialogueLines: lines,
    beats: scene.beats.map((beat) =>
      beat.type === 'line'
        ? { type: 'line', lineId: lines[beat.lineIndex]?.id }
        : { type: beat.type, text: beat.text, range: beat.range },
    ),
    pageEighths: scene.pageEighths,
    estimatedDuration: scene.durationSeconds,
    sourceRange: scene.range,
  }
  return { ...row, contentHash: sceneContentHash(row) }
}
