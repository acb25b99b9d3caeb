import { type ComposedScript, composeScript, type ScriptBlock } from './script-blocks'
import type { DifferenceRow, ScriptDifference } from './script-difference'

/** What the title page is accepted by. */
export const FRONT = 'front'

export interface ComposedPart {
  row: DifferenceRow
  /** Whose text it is. */
  side: 'old' | 'new'
}

export interface ComposedDraft extends ComposedScript {
  /** The scenes of the composed text, in order; `ranges` has one more before them, that of the title page. */
  parts: ComposedPart[]
}

/** The keys with those that go together with them: of a split or a join all or nothing is accepted. */
export function withGroups(rows: readonly DifferenceRow[], keys: Iterable<string>): Set<string> {
  const accepted = new Set(keys)
  for (const { group } of rows)
    if (group.some((key) => accepted.has(key))) for (const key of group) accepted.add(key)
  return accepted
}

/**
 * The script as it is where only some of a difference is accepted: a rejected removal keeps the old scene in its place,
 * a rejected addition is left out, a rejected move stays where it was, a rejected change has its old words.
 *
 * @param accepted keys of rows, and {@link FRONT}; null: everything, which gives the new script line for line
 */
export function composeDifference(
  difference: ScriptDifference,
  accepted: ReadonlySet<string> | null,
): ComposedDraft {
  const { rows, old, new: now } = difference
  const isIn = (row: DifferenceRow) => accepted === null || accepted.has(row.key)
  const standing: ComposedPart[] = []
  const rejected: DifferenceRow[] = []
  for (const row of rows) {
    const hasOldText = row.oldIndex !== null && row.oldIndex < old.scenes.length
    if (row.newIndex !== null && (isIn(row) || row.status === 'unchanged'))
      standing.push({ row, side: 'new' })
    else if (!hasOldText || isIn(row)) continue
    else if (row.newIndex !== null && !row.isMoved) standing.push({ row, side: 'old' })
    else rejected.push(row)
  }
  const parts = insertRejected(standing, rejected, isIn)
  const blockOf = ({ row, side }: ComposedPart): ScriptBlock =>
    (side === 'old'
      ? old.blocks.scenes[row.oldIndex as number]
      : now.blocks.scenes[row.newIndex as number]) as ScriptBlock
  const isNewFront = accepted === null || !difference.isFrontChanged || accepted.has(FRONT)
  const front = isNewFront
    ? { block: now.blocks.front, source: 'new' }
    : { block: old.blocks.front, source: 'old' }
  const composed = composeScript([
    front,
    ...parts.map((part) => ({ block: blockOf(part), source: part.side })),
  ])
  return { ...composed, parts }
}

/** Puts what stays at its old place behind the scene that it stood behind there. */
function insertRejected(
  standing: ComposedPart[],
  rejected: DifferenceRow[],
  isIn: (row: DifferenceRow) => boolean,
): ComposedPart[] {
  /** For each old index the standing part that is still in the old order there. */
  const anchors = new Map<number, ComposedPart>()
  for (const part of standing) {
    const { row } = part
    if (row.oldIndex !== null && !(row.isMoved && isIn(row))) anchors.set(row.oldIndex, part)
  }
  const behind = new Map<ComposedPart | null, ComposedPart[]>()
  for (const row of [...rejected].sort((a, b) => (a.oldIndex as number) - (b.oldIndex as number))) {
    let anchor: ComposedPart | undefined
    for (let index = (row.oldIndex as number) - 1; index >= 0 && !anchor; index -= 1)
      anchor = anchors.get(index)
    const list = behind.get(anchor ?? null) ?? []
    list.push({ row, side: 'old' })
    behind.set(anchor ?? null, list)
  }
  const parts = [...(behind.get(null) ?? [])]
  let waiting: ComposedPart[] = []
  standing.forEach((part, index) => {
    parts.push(part)
    for (const each of behind.get(part) ?? []) waiting.push(each)
    // The parts of a split stay together.
    const next = standing[index + 1]?.row
    if (next?.status === 'split' && next.oldIndex === null && part.row.group.includes(next.key)) return
    for (const each of waiting) parts.push(each)
    waiting = []
  })
  return parts
}
