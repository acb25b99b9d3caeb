import { remapMarks, type SourceMark } from '@/screenplay'

/** Marks of a text on the lines of the text that was edited from it; those whose lines are gone go with them. */
export const keepMarks = (before: string, after: string, marks: SourceMark[]): SourceMark[] =>
  remapMarks(marks, before, after).kept
