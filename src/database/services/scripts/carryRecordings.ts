import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import type { MovedText } from '../scenes/pageChange'
import { type AnyLine, type PlannedScenes, type StoredLine, sameAmong } from './movedText'

interface Args extends PlannedScenes {
  /** In the trash already: what a cut-off import took out, and what a new draft brings back. */
  trashed: ReadonlyArray<Pick<Scene, 'dialogueLines'>>
  moved: MovedText
}

const isRecorded = (line: AnyLine): boolean => relationId((line as StoredLine).audio) !== null
const linesOf = ({ dialogueLines }: Pick<Scene, 'dialogueLines'>): StoredLine[] => dialogueLines ?? []

/**
 * A line that moves into another scene keeps its recording and what people said about it. Each recording goes with one
 * line.
 *
 * @returns whether a scene gets anything from another one, in the order of `stays`. Rows and data are written into.
 */
export function carryRecordings({ stays, fresh, gone, trashed, moved }: Args): boolean[] {
  const before = new Map(
    [...stays.map(({ stored }) => stored), ...gone].flatMap((scene) =>
      linesOf(scene).map((line) => [String(line.id), line]),
    ),
  )
  const from = new Map<string, StoredLine>()
  for (const [oldId, newId] of moved.lines) {
    const old = before.get(oldId)
    if (old) from.set(newId, old)
  }
  const isNew = (line: AnyLine) => !before.has(String(line.id)) && !isRecorded(line)
  const rows = [...stays.map(({ data }) => data), ...fresh.map(({ row }) => row)]
  const came = rows
    .flatMap(({ dialogueLines }) => (dialogueLines ?? []) as AnyLine[])
    .filter((line) => isNew(line) && !from.has(String(line.id)))
  const back = sameAmong(trashed.flatMap(linesOf).filter(isRecorded), came)
  const carried = (lines: AnyLine[]): AnyLine[] =>
    lines.map((line) => {
      const old = isNew(line) ? (from.get(String(line.id)) ?? back.get(String(line.id))) : undefined
      if (!old) return line
      const duration = old.audio && !old.audioIsStale ? (old.duration ?? line.duration) : line.duration
      return { ...old, ...line, start: null, duration } as AnyLine
    })
  const gets = stays.map(({ data }) => {
    const lines = data.dialogueLines as AnyLine[] | undefined
    if (!Array.isArray(lines)) return false
    data.dialogueLines = carried(lines)
    return (data.dialogueLines as AnyLine[]).some((line, index) => line !== lines[index])
  })
  for (const { row } of fresh) row.dialogueLines = carried((row.dialogueLines ?? []) as AnyLine[])
  return gets
}
