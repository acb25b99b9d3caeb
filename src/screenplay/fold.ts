/** Accents of Latin, Greek and Cyrillic; the marks of other scripts are letters of their own. */
const ACCENTS = /[\u0300-\u036f]/g
const PLAIN = /^[ -~]*$/

/**
 * A text as the tables of words know it: upper case without accents, typographic apostrophes and dashes made
 * plain, spaces folded. Writers leave accents off capitals (`APRES-MIDI`), and i, ı, I and İ are one letter here, so
 * that Turkish needs no rule of its own; ß is SS.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toUpperCase().replace(/\s+/g, ' ').trim()
  return text
    .replaceAll('ẞ', 'SS')
    .normalize('NFD')
    .replace(ACCENTS, '')
    .toUpperCase()
    .replace(/[‘’ʼ′`´׳]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}
