/**
 * The standard layout of a screenplay, in cells of a ten-pitch font (tenths of an inch) from the left edge of the
 * paper and lines of twelve points. It is the same on US Letter and A4, so that page 40 is page 40 on both sides of
 * the Atlantic; A4 has more white at the bottom.
 *
 * @see Cole & Haag, The Complete Guide to Standard Script Formats, and the defaults of Final Draft
 */
export const LINES_PER_PAGE = 55

export const COLUMNS = {
  action: { left: 15, width: 60 },
  dialogue: { left: 25, width: 35 },
  parenthetical: { left: 31, width: 25 },
  cue: { left: 37, width: 38 },
  /** Flush right with the action. */
  transition: { left: 15, width: 60 },
  dualLeft: { left: 15, width: 28 },
  dualRight: { left: 47, width: 28 },
} as const

/** Where in a column of dual dialogue the cue and the parentheticals begin. */
export const DUAL_INDENT = { cue: 8, parenthetical: 3 } as const

/** Right edge of the text, and the columns of scene numbers and revision marks. */
export const RIGHT_EDGE = 75
/** Where a right-to-left line begins whose column is `column`: in mirror image between the margins. Cells. */
export const mirrored = (column: number): number => COLUMNS.action.left + RIGHT_EDGE - column
export const NUMBER_COLUMNS = { left: 8, right: 77 } as const
export const REVISION_COLUMN = 80

/** Points. */
export const PAPERS = {
  letter: { width: 612, height: 792 },
  a4: { width: 595.28, height: 841.89 },
} as const
export type Paper = keyof typeof PAPERS
