import { cutBareExtension } from './extensions'
import { plainText } from './fountain/plain-text'
import { withoutUnseen } from './unseen'

/**
 * The one spelling under which a name is known: upper case, composed (NFC), spaces folded, straight
 * apostrophes and quotes, plain hyphens for typographic ones, no notes and no emphasis.
 *
 * One name in whatever language: i and İ are one letter, and so are ß and SS.
 * Nothing else is touched, so that GUARD 1 and GUARD 2, ANNA and ANN, JOSÉ and JOSE stay two people.
 */
export function canonicalName(typed: string): string {
  return (
    withoutUnseen(plainText(typed))
      .normalize('NFC')
      // Letters and digits of East Asian keyboards: Ｎ and N are one narrator.
      .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(/[‘’ʼ′`´]/g, "'")
      .replace(/[“”„«»]/g, '"')
      .replace(/[‐‑]/g, '-')
      .replace(/\s+/g, ' ')
      .trim()
      .toUpperCase()
      // i, ı, I and İ are one letter, or Deniz and DENİZ would be two people; ẞ is the capital of ß.
      .replaceAll('İ', 'I')
      .replaceAll('ẞ', 'SS')
      // Upper-casing can decompose: ŉ becomes two characters, and some compose again.
      .normalize('NFC')
  )
}

/**
 * {@link canonicalName} of a speaker: without what a cue may carry behind the name and the reader of the
 * file has not taken off, such as `(V.O.`, which was never closed, `CONT'D` without parentheses or a colon.
 */
export function canonicalSpeaker(typed: string): string {
  return splitSpeaker(canonicalName(typed)).name
}

/** As {@link canonicalSpeaker}, in the case that was typed, with what was taken off. */
export function splitSpeaker(typed: string): { name: string; extensions: string[] } {
  let name = typed
  const extensions: string[] = []
  // No name is that long; the patterns below would crawl over a hostile one.
  if (name.length > 1000) return { name: name.trim(), extensions }
  const parenthesis = name.search(/[(（]/)
  if (parenthesis > 0) {
    const inside = name.slice(parenthesis + 1).replace(/[)）\s]+$/, '')
    if (inside.trim() !== '') extensions.push(inside.trim())
    name = name.slice(0, parenthesis)
  }
  for (;;) {
    const shorter = name.replace(/[\s:：]+$/, '')
    const bare = cutBareExtension(shorter)
    if (!bare) return { name: (shorter || name).trim(), extensions }
    name = bare.name
    extensions.unshift(bare.extension)
  }
}

/** Kept as typed in a name that is all capitals: initials that are said letter by letter, and numerals. */
const STAYS_CAPITAL = /^(?:TV|DJ|FBI|CIA|CEO|USA|UK|II|III|IV|VI|VII|VIII|IX)$/

/** Scottish names that keep a capital behind Mac; by the letters alone MACHINE and MACY would too. */
const MAC =
  /^MAC(?:ALISTER|ARTHUR|AULAY|CALLUM|CORMACK|DONALD|DOUGALL?|DUFF|FARLANE|GREGOR|INTOSH|INTYRE|LACHLAN|LAREN|LEAN|LEOD|MILLAN|NEIL|PHERSON)$/

/**
 * A name as people write it. Where the writer mixed cases (`@McADAIR`, which is what Fountain's `@` is for) it
 * stays as typed, but for capitals behind a small prefix: McAdair. Where the script only has capitals, words
 * begin with one, by the rules of the script's language (IŞIL is Işıl in Turkish): MARA O'NEILL-VANCE is Mara O'Neill-Vance, MCADAIR is McAdair, MARA'S SON is Mara's Son.
 */
export function displayName(typed: string, language?: string): string {
  const locale = language === 'tr' ? 'tr' : undefined
  const lower = (text: string) => text.toLocaleLowerCase(locale)
  const name = typed.normalize('NFC').replace(/[‘’ʼ]/g, "'").replace(/\s+/g, ' ').trim()
  if (name === lower(name)) return name
  // ß is typed between capitals too: STRAßE.
  if (/\p{Ll}/u.test(name.replaceAll('ß', ''))) {
    return name.replace(
      /(?<!\p{L})(\p{Lu}?\p{Ll}{1,3})(\p{Lu})(\p{Lu}+)(?!\p{L})/gu,
      (_, prefix: string, first: string, rest: string) => prefix + first + lower(rest),
    )
  }
  return name.replace(/\p{L}+/gu, (word, at: number) => {
    if (STAYS_CAPITAL.test(word)) return word
    // The possessive of a role (MARA'S SON), not the start of a name (O'SHEA).
    if (word === 'S' && /['’]/.test(name[at - 1] ?? '')) return 's'
    const prefix = /^MC\p{L}{3}/u.test(word) ? 2 : MAC.test(word) ? 3 : 0
    const title = (part: string) => part.slice(0, 1) + lower(part.slice(1))
    return prefix ? title(word.slice(0, prefix)) + title(word.slice(prefix)) : title(word)
  })
}

/** A name as it stands over a line: capitals, but for the small prefix that a name has within (McADAIR). */
export function cueName(display: string): string {
  return display.replace(/\p{L}+/gu, (word) => {
    const [, prefix, rest] = /^(\p{Lu}\p{Ll}{1,3})(\p{Lu}\p{L}+)$/u.exec(word) ?? []
    return prefix && rest ? prefix + rest.toUpperCase() : word.toUpperCase()
  })
}
