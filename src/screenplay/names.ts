import { plainText } from './fountain/plain-text'

/** Name endings that mean how a line is heard, not who says it, typed without parentheses. */
const BARE_EXTENSION = /[\s,–—-]+(?:CONT'?D\.?|CONT\.|V\.\s?O\.?|O\.\s?S\.?|O\.\s?C\.?)$/

/** Invisible characters that word processors leave behind: zero-width ones and the soft hyphen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/**
 * The one spelling under which a name is known: upper case, composed (NFC), spaces folded, straight
 * apostrophes and quotes, plain hyphens for typographic ones, no notes and no emphasis.
 *
 * Nothing else is touched, so that GUARD 1 and GUARD 2, ANNA and ANN, JOSÉ and JOSE stay two people.
 */
export function canonicalName(typed: string): string {
  return (
    plainText(typed)
      .replace(INVISIBLE, '')
      .normalize('NFC')
      .replace(/[‘’ʼ′`´]/g, "'")
      .replace(/[“”„«»]/g, '"')
      .replace(/[‐‑]/g, '-')
      .replace(/\s+/g, ' ')
      .trim()
      .toUpperCase()
      // Upper-casing can decompose: ŉ becomes two characters, and some compose again.
      .normalize('NFC')
  )
}

/**
 * {@link canonicalName} of a speaker: without what a cue may carry behind the name and the reader of the
 * file has not taken off, such as `(V.O.`, which was never closed, `CONT'D` without parentheses or a colon.
 */
export function canonicalSpeaker(typed: string): string {
  let name = canonicalName(typed)
  const parenthesis = name.indexOf('(')
  if (parenthesis > 0) name = name.slice(0, parenthesis)
  // No name is that long; the patterns below would crawl over a hostile one.
  if (name.length > 1000) return name.trim()
  for (;;) {
    const shorter = name.replace(/[\s:]+$/, '').replace(BARE_EXTENSION, '')
    if (shorter === name || shorter === '') return name.trim()
    name = shorter
  }
}
