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
  /** What the format needs to write it again. Plain JSON. */
  data?: Record<string, unknown>
}
