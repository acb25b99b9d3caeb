import { randomBytes } from 'node:crypto'
import { type BreakdownScene, canonicalName } from '@/screenplay'
import { soundsTheSame } from '../scenes/markStale'
import { sceneContentHash } from '../scenes/sceneContentHash'

/** An array row's id in the form that Payload gives them. */
export const rowId = (): string => randomBytes(12).toString('hex')

export interface LineRow {
  id: string
  character: string | null
  /** Where there are several. */
  speakers: string[]
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
 * Finds for each new line the old line it was: the same words by the same cue first, then by the same person under
 * another name, then the line in the same place by the same speaker, then the same words by somebody else. What is
 * found keeps its id, its audio, its place in a shot and what people added.
 */
function withOldLines(lines: LineRow[], oldLines: OldLine[]): LineRow[] {
  const taken = new Set<OldLine>()
  const found = new Map<LineRow, OldLine>()
  const find = (key: (line: OldLine) => string | null) => {
    const free = new Map<string | null, OldLine[]>()
    for (const line of oldLines)
      if (!taken.has(line)) free.set(key(line), [...(free.get(key(line)) ?? []), line])
    for (const line of lines) {
      const wanted = found.has(line) ? null : key(line)
      const same = wanted === null ? undefined : free.get(wanted)?.shift()
      if (!same) continue
      taken.add(same)
      found.set(line, same)
    }
  }
  find(({ cue, text }) => `${cue ?? ''}\n${text ?? ''}`)
  find(({ character, text }) => (character ? `${character}\n${text ?? ''}` : null))
  let behind = 0
  for (const [index, line] of lines.entries()) {
    const old =
      found.get(line) ??
      // Behind the one that it stood behind; else by its number.
      [oldLines[behind], oldLines[index]].find(
        (each) => each && !taken.has(each) && each.character === line.character,
      )
    if (!old) continue
    taken.add(old)
    found.set(line, old)
    behind = oldLines.indexOf(old) + 1
  }
  find(({ text }) => (typeof text === 'string' && text ? text : null))
  return lines.map((line) => {
    const old = found.get(line)
    if (!old?.id) return line
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

/**
 * The database row of a scene as the script has it now; `oldLines` are those it had before. It shares nothing with the
 * script, which others read: adapters write into what they are given.
 */
export function sceneRow(
  scene: BreakdownScene,
  order: number,
  parents: SceneParents,
  oldLines: OldLine[] = [],
): Record<string, unknown> {
  const idsOf = (names: readonly string[]) => [
    ...new Set(names.flatMap((name) => parents.characterIds.get(name) ?? [])),
  ]
  const fresh = scene.lines.map(
    (line): LineRow => ({
      id: rowId(),
      character: parents.characterIds.get(line.character) ?? null,
      speakers: line.speakers.length > 1 ? idsOf(line.speakers) : [],
      cue: line.cue,
      extensions: [...line.extensions],
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
    timeModifiers: [...scene.timeModifiers],
    isOmitted: scene.isOmitted,
    synopsis: scene.synopsis,
    action: scene.action,
    notes: [...scene.notes],
    sections: [...scene.sections],
    characters: idsOf(scene.characters),
    dialogueLines: lines,
    beats: scene.beats.map((beat) =>
      beat.type === 'line'
        ? { type: 'line', lineId: lines[beat.lineIndex]?.id }
        : { type: beat.type, text: beat.text, range: { ...beat.range } },
    ),
    pageEighths: scene.pageEighths,
    estimatedDuration: scene.durationSeconds,
    sourceRange: { ...scene.range },
  }
  return { ...row, contentHash: sceneContentHash(row) }
}
