import type { Screenplay, ScreenplayElement } from '@/screenplay'

export type LineKind = ScreenplayElement['type'] | 'title-page-entry'

/**
 * What each line of the text is, by the parser's own elements; index 0 is line 1.
 * Null for blank lines and for lines that belong to nothing.
 */
export function lineKinds({ titlePage, elements }: Screenplay, lineCount: number): Array<LineKind | null> {
  const kinds = new Array<LineKind | null>(lineCount).fill(null)
  for (const { type, range } of [...titlePage, ...elements]) kinds.fill(type, range.start - 1, range.end)
  return kinds
}
