/**
 * Defuses CSV injection (OWASP): spreadsheets run a cell that begins with `=`, `+`, `-`, `@`, a tab or a
 * carriage return as a formula, behind blanks and what cannot be seen, too, and in the wide letters of Chinese and
 * Japanese; and a screenplay is text from strangers. A leading apostrophe makes it text;
 * readers that are no spreadsheet have to strip it. Applied to every cell, numbers included: none of ours is
 * negative.
 */
export function guardFormula(cell: string): string {
  return /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r]/u.test(cell) ? `'${cell}` : cell
}
