/** A, B, … Z, A1, B1, … as on a slate: what tells numbers between two others apart. @param n from 0 */
export const suffixLetter = (n: number): string =>
  `${String.fromCharCode(65 + (n % 26))}${n < 26 ? '' : Math.floor(n / 26)}`
