import { canonicalName, cueName } from './names'

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Scripts that put no space between words, or particles right behind a name: there the edge of a word is nowhere. */
const JOINED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const LETTER = '[\\p{L}\\p{M}\\p{N}]'
const [BEHIND_LETTER, BEFORE_LETTER] = [new RegExp(`${LETTER}$`, 'iu'), new RegExp(`^${LETTER}`, 'iu')]

/** What finds a name in any case, with the apostrophes, hyphens and spaces that it may be typed with. */
interface Finder {
  source: string
  /** Where a name ends that begins there as a word of its own; -1 where there is none. */
  endAt(text: string, at: number): number
}

/**
 * Edges of words are looked at beside the pattern: within it they take a hundred times as long to be made as all the
 * rest, and a season has thousands of names.
 */
function finderOf(name: string): Finder {
  const source = literally(name.normalize('NFC').trim())
    .replace(/[‘’ʼ′`´']/g, "[‘’ʼ′`´']")
    .replace(/[‐‑-]/g, '[‐‑-]')
    .replace(/\s+/g, '\\s+')
  const [first = '', last = ''] = [[...name.trim()][0], [...name.trim()].at(-1)]
  const isEdge = (letter: string) => !JOINED.test(letter) && BEFORE_LETTER.test(letter)
  const [opens, closes] = [isEdge(first), isEdge(last)]
  const here = new RegExp(source, 'iuy')
  return {
    source,
    endAt(text, at) {
      here.lastIndex = at
      const found = here.exec(text)
      if (!found) return -1
      const end = at + found[0].length
      if (opens && BEHIND_LETTER.test(text.slice(Math.max(0, at - 2), at))) return -1
      return closes && BEFORE_LETTER.test(text.slice(end, end + 2)) ? -1 : end
    },
  }
}

const placesIn = (text: string): number[] => Array.from(text.matchAll(/[\s\S]/gu), ({ index }) => index)

/** Replaces what the first of some finders finds, from left to right. */
function replacing(
  finders: readonly Finder[],
  replace: (found: string, finder: Finder, around: string) => string,
) {
  const any = new RegExp(finders.map(({ source }) => `(?:${source})`).join('|'), 'giu')
  return (text: string, around = text): string => {
    const stepAt = (at: number) => at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    let result = ''
    let done = 0
    any.lastIndex = 0
    for (let next = any.exec(text); next; next = any.exec(text)) {
      const at = next.index
      const finder = finders.find((each) => each.endAt(text, at) >= 0)
      const end = finder?.endAt(text, at) ?? -1
      any.lastIndex = end > at ? end : stepAt(at)
      if (!finder) continue
      result += text.slice(done, at) + replace(text.slice(at, end), finder, around)
      done = end
    }
    return result + text.slice(done)
  }
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

/** {@link renameWords} of one change, for many texts: what a name is found by is made once. */
export function renaming({ old, new: next, others = [] }: NameChange): (text: string) => string {
  if (old.trim() === '') return (text) => text
  const name = canonicalName(old)
  const own = finderOf(name)
  const isInside = (other: string) => placesIn(other).some((at) => own.endAt(other, at) >= 0)
  // Nora, who is called Nora Lind from now on, is so already where a text says Nora Lind.
  const longer = [...others, next]
    .map(canonicalName)
    .filter((other) => other !== name && other.length > name.length && isInside(other))
    .sort((a, b) => b.length - a.length)
  const renamed = replacing([...longer.map(finderOf), own], (found, finder, around) =>
    finder === own ? (inCaseOf(found, old, next, around) ?? found) : found,
  )
  return (text) => (text === '' ? text : renamed(text.normalize('NFC'), text))
}

/** A text in which somebody goes by another name, wherever the old one stands as a word of its own. */
export const renameWords = (text: string, change: NameChange): string =>
  text === '' ? text : renaming(change)(text)

/** {@link saysName} of one name, for many texts. */
export function saying(name: string, others?: readonly string[]): (text: string) => boolean {
  const renamed = renaming({ old: name, new: '\u0000', others })
  return (text) => renamed(text).includes('\u0000')
}

/** Whether a text says somebody's name, as {@link renameWords} would find it. */
export const saysName = (text: string, name: string, others?: readonly string[]): boolean =>
  text !== '' && saying(name, others)(text)
