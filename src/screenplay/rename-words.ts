import { canonicalName, cueName } from './names'

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Scripts that put no space between words, or particles right behind a name: there the edge of a word is nowhere. */
const JOINED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const LETTER = '[\\p{L}\\p{M}\\p{N}]'

/** What finds a name as whole words, in any case, with the apostrophes, hyphens and spaces that it may be typed with. */
function patternOf(name: string): string {
  const body = literally(name.normalize('NFC').trim())
    .replace(/[‘’ʼ′`´']/g, "[‘’ʼ′`´']")
    .replace(/[‐‑-]/g, '[‐‑-]')
    .replace(/\s+/g, '\\s+')
  const [first = '', last = ''] = [[...name.trim()][0], [...name.trim()].at(-1)]
  const before = JOINED.test(first) || !new RegExp(LETTER, 'u').test(first) ? '' : `(?<!${LETTER})`
  const behind = JOINED.test(last) || !new RegExp(LETTER, 'u').test(last) ? '' : `(?!${LETTER})`
  return `${before}${body}${behind}`
}

const cased = (text: string): number => (text.match(/\p{Lu}|\p{Ll}/gu) ?? []).length
const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** The new name as the old one stood there: in capitals over a line, as people write it in a sentence. Null: no name. */
function inCaseOf(found: string, old: string, next: string, around: string): string | null {
  if (cased(found) === 0) return next
  if (isCapitals(found)) {
    // Of K. one cannot say whether it is in capitals, but by what stands around it.
    const isOneLetter = cased(found) === 1
    return isOneLetter && !isCapitals(around) ? next : cueName(next)
  }
  // `will` is no Will, and `mark` no Mark.
  const startsSmall = (text: string) => /^\P{L}*\p{Ll}/u.test(text)
  return startsSmall(found) && !startsSmall(old) ? null : next
}

export interface NameChange {
  old: string
  new: string
  /** Names of others, in which the old one may stand: MARY of MARY ANN is not Mary. */
  others?: readonly string[]
}

/** A text in which somebody goes by another name, wherever the old one stands as a word of its own. */
export function renameWords(text: string, { old, new: next, others = [] }: NameChange): string {
  if (old.trim() === '' || text === '') return text
  const name = canonicalName(old)
  const finds = new RegExp(patternOf(name), 'giu')
  // Nora, who is called Nora Lind from now on, is so already where a text says Nora Lind.
  const longer = [...others, next]
    .map(canonicalName)
    .filter((other) => other !== name && other.length > name.length && other.search(finds) >= 0)
    .sort((a, b) => b.length - a.length)
  const either = new RegExp(
    [...longer.map((other) => `(?:${patternOf(other)})`), `(${patternOf(name)})`].join('|'),
    'giu',
  )
  return text.normalize('NFC').replace(either, (found, own: string | undefined) => {
    if (own === undefined) return found
    return inCaseOf(found, old, next, text) ?? found
  })
}

/** Whether a text says somebody's name, as {@link renameWords} would find it. */
export const saysName = (text: string, name: string, others?: readonly string[]): boolean =>
  renameWords(text, { old: name, new: '\u0000', others }).includes('\u0000')
