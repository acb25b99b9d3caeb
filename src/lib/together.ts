/** Who says a line, as it stands before it: `NORA`, `NORA & BEN`, in any script. Empty for nobody. */
export const together = (names: readonly string[]): string => names.filter(Boolean).join(' & ')
