/**
 * Cells that are open, by door and wish (`REST: duplicate media`, `*` for whatever follows), with the reason. To be
 * empty: an entry of which every cell holds fails, so that none outlives its mend.
 */
export const KNOWN_OPEN: Record<string, string> = {}
