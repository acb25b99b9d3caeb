import { diffArrays } from 'diff'
import type { SourceMark } from '@/screenplay'

const TIMEOUT_MS = 1_000

/** Marks of a text on the lines of the text that was edited from it; those whose lines are gone go with them. */
export function keepMarks(before: string, after: string, marks: SourceMark[]): SourceMark[] {
  if (marks.length === 0 || before === after) return marks
  const parts = diffArrays(before.split('\n'), after.split('\n'), { timeout: TIMEOUT_MS })
  if (!parts) return []
  const moved = new Map<number, number>()
  let [old, now] = [1, 1]
  for (const { added, removed, count } of parts) {
    if (!added && !removed) for (let index = 0; index < count; index += 1) moved.set(old + index, now + index)
    if (!added) old += count
    if (!removed) now += count
  }
  return marks.flatMap((mark) => {
    const start = moved.get(mark.range.start)
    const end = moved.get(mark.range.end)
    return start !== undefined && end !== undefined && end >= start ? { ...mark, range: { start, end } } : []
  })
}
