/**
 * Defuses CSV injection (OWASP): spreadsheets run a cell that begins with `=`, `+`, `-`, `@`, a tab or a
 * carriage return as a formula, and a screenplay is text from strangers. A leading apostrophe makes it text;
 * readers that are no spreadsheet have to strip it. Applied to every cell, numbers included: none of ours is
 * negative.
 */
export function guardFormula(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
