import { fold } from './fold'
import { languageTables } from './language-tables'
import { pushTo } from './push-to'
import { titleRole } from './title-roles'

/** Letters without capitals, between which no space is needed: words are looked for within. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
/** Longer lines say none of this. */
const LONGEST = 140

/** Who it is by, in two: `Written by Neva Reed`, `A short film by Neva Reed`; no name where the line is the credit alone. */
export interface TitleCredit {
  credit: string
  name: string | null
}

/** Reads a line of a title page that says by whom, in any language; null for any other line. */
export function readCredit(text: string): TitleCredit | null {
  const line = text.trim()
  if (line === '' || line.length > LONGEST) return null
  const [, key = '', behind = ''] = /^([^:：]{1,60}?)\s*[:：]\s*(.*)$/.exec(line) ?? []
  if (key !== '') return isCredit(key) ? { credit: key, name: behind || null } : null
  return isCredit(line) ? { credit: line, name: null } : (splitUnspaced(line) ?? splitBehindWord(line))
}

/** The whole of it is a credit: SCREENPLAY, `Drehbuch und Regie`, or anything that ends in BY. */
function isCredit(text: string): boolean {
  const { credits, by, of } = languageTables().titleLines
  const folded = fold(text)
  if (credits.has(folded) || by.has(folded)) return true
  const words = folded.split(' ')
  const last = words.at(-1) as string
  return text.length <= 80 && words.length <= 8 && words.length > 1 && (by.has(last) || of.has(last))
}

/** `脚本　山田花子`, `编剧 王强`, `作・山田`. */
function splitUnspaced(line: string): TitleCredit | null {
  if (!UNSPACED.test(line) || line.length > 60) return null
  for (const found of line.matchAll(/[\s・·／/|｜]+/g)) {
    const credit = line.slice(0, found.index)
    const name = line.slice(found.index + found[0].length).trim()
    if (name !== '' && languageTables().titleLines.credits.has(fold(credit))) return { credit, name }
  }
  return null
}

/** A name begins behind BY, or behind a credit that needs no such word in its language. */
function splitBehindWord(line: string): TitleCredit | null {
  const { credits, bareCredits, by, of } = languageTables().titleLines
  const words = line.split(/\s+/)
  for (let count = 1; count <= Math.min(6, words.length - 1); count += 1) {
    const credit = words.slice(0, count).join(' ')
    const name = words.slice(count).join(' ')
    if (!/^[\p{Lu}\p{Lt}\p{Lo}"“«„]/u.test(name) || /[!?…]$/.test(name)) continue
    const last = fold(words[count - 1] as string)
    const isKnown = credits.has(fold(credit))
    if ((by.has(last) && (count <= 5 || isKnown)) || (of.has(last) && isKnown)) return { credit, name }
    // `Yazan Deniz Kaya`; `Screenplay Night` would be a title.
    if (bareCredits.has(fold(credit))) return { credit, name }
  }
  return null
}

/** `Based on the novel by …`, `frei nach Motiven von …`, `原作：…`: what the script is made from. */
export function isSourceLine(text: string): boolean {
  if (text.length > LONGEST) return false
  const { basedOn } = languageTables().titleLines
  // `A comedy loosely inspired by`; Turkish and Hindi say it last.
  return holdsPhrase(text, basedOn, 4) || holdsPhrase(text.split(/\s+/).slice(-2).join(' '), basedOn)
}

/** `© 2026 Neva Reed`, `All rights reserved`: whose it is. */
export function isRightsLine(text: string): boolean {
  return (
    text.length <= 300 &&
    (/©|℗|\(c\)\s/iu.test(text) || holdsPhrase(text, languageTables().titleLines.rights))
  )
}

/** The key says it already: `Copyright 2026 Neva Reed` is `© 2026 Neva Reed`. */
export function withoutRightsWord(text: string): string {
  const [, word, mark, rest] = /^(\p{L}+(?: \p{L}+)?)\s*[:：]?\s*(©|\(c\))?\s*(\d.*)$/iu.exec(text) ?? []
  return word && rest && titleRole(word) === 'copyright' ? `${mark ?? '©'} ${rest}` : text
}

const NUMERIC_DATE =
  /(?<![\d+/.-])(?:(?:[0-3]?\d)([./-])\s?(?:[0-3]?\d)\1\s?(?:\d{4}|\d{2})|(?:19|20)\d\d([./-])[01]?\d\2[0-3]?\d)(?![\d]|[./-]\d)/
const UNSPACED_DATE = /\d{2,4}\s?[年년]\s?\d{1,2}\s?[月월]|(?:令和|平成)\s?[\d元]{1,2}\s?年/u

/** The date of a draft, or which draft it is, in any language: `Blue revision, 9 June 2026`, `2. Fassung`, `第二稿`. */
export function isDraftLine(text: string): boolean {
  if (text.length > 60 || isPhone(text)) return false
  if (NUMERIC_DATE.test(text) || UNSPACED_DATE.test(text)) return true
  const { drafts } = languageTables().titleLines
  if (UNSPACED.test(text))
    return text.length <= 24 && [...drafts].some((word) => UNSPACED.test(word) && text.endsWith(word))
  return holdsPhrase(text, drafts) || isMonthDate(text)
}

/** `9 June 2026`, `Berlin, im Mai 2026`: but `12 May Street, Dover` is an address. */
function isMonthDate(text: string): boolean {
  const { months } = languageTables().titleLines
  if (!/\d/.test(text)) return false
  const words = wordsOf(text)
  const others = words.filter((word) => !months.has(word) && !/^\d{1,4}(?:ST|ND|RD|TH|ER|E|\.)?$/.test(word))
  const hasMonth = words.length > others.length && words.some((word) => months.has(word))
  const hasYear = words.some((word) => /^(?:19|20)\d\d$/.test(word))
  const hasNumber = words.some((word) => /^\d/.test(word))
  return hasMonth && hasNumber && others.length <= (hasYear ? 2 : 0)
}

const ADDRESS = /\S@\S+\.\p{L}|\bwww\.|https?:\/\//iu

/** Whom to ask, and how: an address of the net, a telephone number, an agency. */
export function isContactLine(text: string): boolean {
  if (text.length > 200) return false
  return ADDRESS.test(text) || isPhone(text) || holdsPhrase(text, languageTables().titleLines.contact)
}

/** Seven digits or more, with what telephone numbers have between them; a date is none. */
function isPhone(text: string): boolean {
  if (!/\d\D{0,3}\d\D{0,3}\d\D{0,3}\d\D{0,3}\d/.test(text)) return false
  for (const [number] of text.matchAll(/(?:\+|\()?\d[\d\s()./-]{5,24}\d/g)) {
    if (
      number.replace(/\D/g, '').length >= 7 &&
      !NUMERIC_DATE.test(number) &&
      !/^\d{4}\s?[-–]\s?\d{4}$/.test(number)
    )
      return true
  }
  return false
}

/** A table of phrases by their first words, so that most words of a line are asked about once. */
interface PhraseIndex {
  unspaced: string[]
  byFirst: Map<string, string[][]>
}

const indexes = new WeakMap<ReadonlySet<string>, PhraseIndex>()

function indexOf(phrases: ReadonlySet<string>): PhraseIndex {
  const known = indexes.get(phrases)
  if (known) return known
  const index: PhraseIndex = { unspaced: [], byFirst: new Map() }
  for (const phrase of phrases) {
    if (UNSPACED.test(phrase)) index.unspaced.push(phrase)
    const words = phrase.split(' ')
    pushTo(index.byFirst, words[0] as string, words)
  }
  indexes.set(phrases, index)
  return index
}

/**
 * Whether a text holds a phrase of a table as words of its own; in scripts without spaces, anywhere.
 *
 * @param within the phrase begins with one of so many first words
 */
function holdsPhrase(text: string, phrases: ReadonlySet<string>, within = Number.POSITIVE_INFINITY): boolean {
  const { unspaced, byFirst } = indexOf(phrases)
  if (UNSPACED.test(text) && unspaced.some((phrase) => fold(text).includes(phrase))) return true
  const words = wordsOf(text)
  for (let from = 0; from < Math.min(within, words.length); from += 1) {
    const found = byFirst.get(words[from] as string)
    if (found?.some((phrase) => phrase.every((each, at) => words[from + at] === each))) return true
  }
  return false
}

/** The last line that was looked at: every line is asked about several tables. */
let last: { text: string; words: string[] } = { text: '', words: [] }

function wordsOf(text: string): string[] {
  if (last.text !== text) {
    const words = fold(text)
      .split(/[\s.,:;：()/|–—]+/)
      .filter(Boolean)
    last = { text, words }
  }
  return last.words
}
