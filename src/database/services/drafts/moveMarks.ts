import type { ComposedDraft, ScriptDifference, SourceMark } from '@/screenplay'

/** Puts the marks of both drafts to the lines of a text that was put together from them. */
export function moveMarks(
  difference: ScriptDifference,
  composed: ComposedDraft,
  marks: { old: SourceMark[]; new: SourceMark[] },
  isNewFront: boolean,
): SourceMark[] {
  const moved: SourceMark[] = []
  const take = (side: 'old' | 'new', from: { start: number; end: number }, start: number) => {
    for (const mark of marks[side]) {
      if (mark.range.start < from.start || mark.range.start > from.end) continue
      const by = start - from.start
      moved.push({ ...mark, range: { start: mark.range.start + by, end: mark.range.end + by } })
    }
  }
  const front = isNewFront ? 'new' : 'old'
  take(front, difference[front].blocks.front.range, composed.ranges[0]?.start ?? 1)
  composed.parts.forEach(({ row, side }, index) => {
    const place = side === 'old' ? row.oldIndex : row.newIndex
    const block = difference[side].blocks.scenes[place as number]
    if (block) take(side, block.range, composed.ranges[index + 1]?.start ?? 1)
  })
  return moved
}
