import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { soundsTheSame } from '../scenes/markStale'
import type { LineRow } from './sceneRow'

type StoredLine = NonNullable<Scene['dialogueLines']>[number]
type Line = StoredLine | LineRow
type Row = Record<string, unknown>

interface Args {
  stays: Array<{ stored: Scene; data: Row }>
  fresh: Array<{ row: Row }>
  /** Into the trash. */
  gone: readonly Scene[]
  /** In the trash already: what a cut-off import took out, and what a new draft brings back. */
  trashed: ReadonlyArray<Pick<Scene, 'dialogueLines'>>
}

const isRecorded = (line: Line): boolean => relationId((line as StoredLine).audio) !== null
const linesOf = ({ dialogueLines }: Pick<Scene, 'dialogueLines'>): StoredLine[] => dialogueLines ?? []

/**
 * A line that moved into another scene keeps its recording and what people said about it: the same words, said alike, by
 * the same speaker, that one scene loses and another one gets. Each recording goes with one line.
 *
 * @returns whether a scene gets anything from another one, in the order of `stays`. Rows and data are written into.
 */
export function carryRecordings({ stays, fresh, gone, trashed }: Args): boolean[] {
  const left = stays.flatMap(({ stored, data }) => {
    if (!Array.isArray(data.dialogueLines)) return []
    const kept = new Set((data.dialogueLines as Line[]).map(({ id }) => id))
    return linesOf(stored).filter(({ id }) => !kept.has(id))
  })
  const free = [...left, ...gone.flatMap(linesOf), ...trashed.flatMap(linesOf)].filter(isRecorded)
  if (free.length === 0) return stays.map(() => false)
  const carried = (lines: Line[], old: readonly StoredLine[]): Line[] => {
    const known = new Set(old.map(({ id }) => id))
    return lines.map((line) => {
      if (known.has(line.id) || isRecorded(line)) return line
      const found = free.findIndex((each) => soundsTheSame(each, line))
      if (found < 0) return line
      const [from] = free.splice(found, 1) as [StoredLine]
      const duration = from.audioIsStale ? line.duration : (from.duration ?? line.duration)
      return { ...from, ...line, start: null, duration } as Line
    })
  }
  const gets = stays.map(({ stored, data }) => {
    const lines = data.dialogueLines as Line[] | undefined
    if (!Array.isArray(lines)) return false
    data.dialogueLines = carried(lines, linesOf(stored))
    return (data.dialogueLines as Line[]).some((line, index) => line !== lines[index])
  })
  for (const { row } of fresh) row.dialogueLines = carried((row.dialogueLines ?? []) as Line[], [])
  return gets
}
