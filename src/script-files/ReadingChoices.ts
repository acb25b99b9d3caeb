import type { LineKind } from './printed/kinds'

/**
 * What people decided about the reading of a PDF. Rules are remembered with the episode and asked first of its next
 * draft; corrections of single lines become rules for it, because a line's id holds for one file only.
 */
export interface ReadingChoices {
  /** Asked in order; of several that fit a line, the last one counts. */
  rules: ReadingRule[]
  /** Corrections of single lines of this file; they come after all rules. */
  lines: LineChoice[]
}

export interface LineChoice {
  /** Of the line in the reading of the same file. */
  id: string
  kind?: LineKind
  text?: string
}

/** Lines that are all like one that a person corrected, and what they are instead. */
export interface ReadingRule {
  when: {
    /** What they were read as. */
    kind: LineKind
    /** Their words in small letters, see `foldedWords`; with `#` for every number where any will do; null: any words. */
    words: string | null
    /** Where they begin, in points from the left; null: anywhere. */
    x: number | null
    /** The end of the page that they stand at; null: anywhere. */
    zone: PageZone | null
    /** The words of the line before, where the rule is about one line and not about all like it; null: any. */
    after: string | null
    /** Only lines that stand alone in capitals and are no sentence; absent: any. */
    capitals?: true
  }
  make: { kind?: LineKind; text?: string }
}

export type PageZone = 'top' | 'middle' | 'bottom'
