import { matchLines } from './line-matches'
import type { SourceRange } from './types'

/**
 * What a file held beside its text and Fountain has no form for: kept with the script, so that writing the format
 * it came from loses nothing. `range` counts lines of the stored Fountain text; whoever changes that text moves the
 * marks with their lines.
 */
export interface SourceMark {
  /** `revision`: changed in that revision set. `tag`: a breakdown tag. `page`: the page label, such as `A12`. */
  kind: 'revision' | 'tag' | 'page' | 'style' | 'other'
  range: SourceRange
  /** Characters from the start of the range's text, where the mark is on part of it; null: the whole. */
  offset: { start: number; end: number } | null
  /** The name people see: `Blue`, `Prop: lantern`, `A12`. */
  label: string
  /** What the format needs to write it again. Plain JSON. `scope: 'file'`: about no line, but the whole file. */
  data?: Record<string, unknown>
}

/** True for a mark that no line of the text takes with it: settings of the file that the script came from. */
export const isFileMark = ({ data }: Pick<SourceMark, 'data'>): boolean => data?.scope === 'file'

export interface RemappedMarks {
  kept: SourceMark[]
  /** Marks whose lines are gone or say something else now, as they were. */
  gone: SourceMark[]
}

/**
 * Moves marks with their lines when a text was edited. A mark of several lines stays while its first and last one
 * do, one of some words while all of its lines do. Linear in texts that are alike.
 */
export function remapMarks(marks: readonly SourceMark[], oldText: string, newText: string): RemappedMarks {
  if (marks.length === 0 || oldText === newText) return { kept: [...marks], gone: [] }
  const moved = matchLines(oldText.split('\n'), newText.split('\n'))
  const result: RemappedMarks = { kept: [], gone: [] }
  for (const mark of marks) {
    if (isFileMark(mark)) {
      result.kept.push(mark)
      continue
    }
    const { start, end } = mark.range
    const first = moved[start - 1] ?? -1
    const last = moved[end - 1] ?? -1
    const isWhole = last - first === end - start
    if (first === -1 || last < first || (mark.offset !== null && !isWhole)) result.gone.push(mark)
    else result.kept.push({ ...mark, range: { start: first + 1, end: last + 1 } })
  }
  return result
}
