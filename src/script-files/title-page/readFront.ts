import {
  isBareTransition,
  isContactLine,
  isDraftLine,
  isMarkerLine,
  isRightsLine,
  isSourceLine,
  readCredit,
  standardTitlePage,
  type TitlePageEntry,
  type TitleRole,
  titleRole,
} from '@/screenplay'
import { inOrderOfPage, isOneOf, readTitleLines, type TitleLine } from './readTitleLines'

export interface Front {
  entries: TitlePageEntry[]
  /** Lines of the text that the title page takes, empty ones among them. */
  length: number
  /** The title, where nothing but its looks and its place tells that it is one. */
  guess: string | null
}

/** What people are told of {@link Front.guess}. */
export const guessOfTitle = (title: string): string =>
  `“${title}” stands first and was read as the title; nothing but its place says so.`

/** More lines than any title page has. */
const MOST = 80
/** Characters of a line that says nothing of itself. */
const LONGEST = 80
const SENTENCE = /[.!?…。！？；;,，、:：]["'”’»」』)]?$/
/** Initials and what is abbreviated: `N. Varga Jr.` */
const ABBREVIATED = /(?:^|[\s.])(?:\p{L}|Jr|Sr|St|Str|Inc|Ltd|Co|Nr|No|ул|г|д)\.$/iu
const QUOTED = /^(?:《([^《》]{1,60})》|『([^『』]{1,60})』|「([^「」]{1,60})」)$/
const MARKDOWN = /^(?:#{1,3}\s+(.+)|\*\*(.+)\*\*|__(.+)__)$/
/** The value of a key, and the key: of any length that a title page has. */
const KEYED = /^([^:：]{1,40}?)\s*[:：]\s*(.*)$/

/**
 * Finds the title page of a text in which nothing is set apart but by empty lines: `The Orchard` / `by N. Varga` /
 * an address, with keys or without, in any language. Lines belong to it up to the last that says that it does (by whom,
 * from what, which draft, whom to ask, whose), with what stands in one paragraph with it; what comes behind is
 * the script's.
 *
 * @param lines trimmed, what stands before the script's first scene or list
 * @param canGuess whether one line that looks like a title, or one with a name below it, is a title page
 * @returns null where the text begins with the script itself
 */
export function readFront(lines: readonly string[], canGuess: boolean): Front | null {
  const front = linesOf(lines)
  const first = front[0]
  if (!first) return null
  const length = lengthOf(front)
  const page = front.slice(0, length)
  const isTold =
    page.some(({ sign }) => sign === 'key' || sign === 'credit') || page.filter(({ sign }) => sign).length > 1
  const isTitled = page.some(
    ({ text, sign }, at) => (at === 0 && sign === null) || keyOf(text).role === 'title',
  )
  if (length > 0 && isTold && isTitled) return frontOf(page, null)
  if (length > 0 && page.some(({ text }) => isOneOf(keyOf(text).role, 'title', 'author')))
    return frontOf(page, null)
  if (!canGuess) return null
  if (length > 0 && looksTitled(first.typed)) return frontOf(page, isMarked(first.typed) ? null : first.text)
  // Nothing but the title, or the title and a name, before the script begins.
  const [, second, third] = front
  if (!looksTitled(first.typed) || front.length < lines.filter(Boolean).length) return null
  if (!second) return frontOf([first], isMarked(first.typed) ? null : first.text)
  return !third && looksNamed(second.text) ? frontOf([first, { ...second, isStart: true }], first.text) : null
}

interface FrontLine {
  /** Without quotes and marks of Markdown. */
  text: string
  typed: string
  /** Of the text, from 0. */
  index: number
  isStart: boolean
  sign: 'key' | 'credit' | 'source' | 'rights' | 'draft' | 'contact' | null
}

/** The lines up to the first that no title page has. */
function linesOf(lines: readonly string[]): FrontLine[] {
  const front: FrontLine[] = []
  for (const [index, typed] of lines.slice(0, MOST).entries()) {
    if (typed === '') continue
    const bare = MARKDOWN.exec(typed)?.slice(1).find(Boolean) ?? typed
    const text = QUOTED.exec(bare)?.slice(1).find(Boolean) ?? bare
    const sign = front.length === 0 && keyOf(text).role === null ? firstSign(text) : signOf(text)
    const isProse = sign === null && (text.length > LONGEST || (isSentence(text) && front.length > 0))
    if (isProse || isBareTransition(text)) break
    front.push({ text, typed, index, isStart: index > 0 && (lines[index - 1] ?? '') === '', sign })
  }
  return front
}

/** The first line is the title, unless it can be no title: `by N. Varga` may be one. */
const firstSign = (text: string) => (isContactLine(text) || isRightsLine(text) ? signOf(text) : null)

function signOf(text: string): FrontLine['sign'] {
  const { role, value } = keyOf(text)
  if (role !== null && role !== 'notes' && (value !== '' || role !== 'other')) return 'key'
  if (text.length > 140) return isRightsLine(text) ? 'rights' : null
  if (isSourceLine(text)) return 'source'
  if (readCredit(text)) return 'credit'
  if (isRightsLine(text)) return 'rights'
  if (isSentence(text) && text.split(/\s+/).length > 6) return null
  return isDraftLine(text) ? 'draft' : isContactLine(text) ? 'contact' : null
}

function keyOf(text: string): { role: TitleRole | null; value: string } {
  const [, key = '', value = ''] = KEYED.exec(text) ?? []
  return { role: key === '' ? null : titleRole(key), value }
}

/** How many of the lines belong to the page: up to the last that says so, with its paragraph. */
function lengthOf(front: readonly FrontLine[]): number {
  let length = 0
  let isAfterCredit = false
  let hasSign = false
  front.forEach((line, at) => {
    if (line.isStart) hasSign = false
    const isName = isAfterCredit && line.sign === null && !isSentence(line.text)
    if (line.sign !== null || isName || (hasSign && !isSentence(line.text))) length = at + 1
    if (line.sign !== null) hasSign = true
    // A name may stand on the line of its credit.
    isAfterCredit = line.sign === 'credit' && readCredit(line.text)?.name === null
  })
  return length
}

function frontOf(page: readonly FrontLine[], guess: string | null): Front {
  let isLower = false
  const lines = page.map((line, at): TitleLine => {
    // Behind the first address or right all stands below the middle, but for who wrote it.
    if (at > 0 && isOneOf(line.sign, 'contact', 'rights', 'draft')) isLower = true
    else if (at > 0 && line.sign === null && line.isStart) isLower = isInContact(page, at)
    else if (isOneOf(line.sign, 'credit', 'source')) isLower = false
    return { text: line.text, align: isLower ? 'left' : 'center', isStart: line.isStart }
  })
  const entries = readTitleLines(lines).filter(({ values }) => values.length > 0)
  return {
    entries: inOrderOfPage(standardTitlePage(entries.map(unquoted))),
    length: (page.at(-1)?.index ?? -1) + 1,
    guess,
  }
}

/** `片名：《灯船》`. */
function unquoted(entry: TitlePageEntry): TitlePageEntry {
  const isTitle = titleRole(entry.key) === 'title'
  return isTitle
    ? { ...entry, values: entry.values.map((value) => QUOTED.exec(value)?.slice(1).find(Boolean) ?? value) }
    : entry
}

/** Whether the paragraph that begins here says how to reach somebody. */
function isInContact(page: readonly FrontLine[], at: number): boolean {
  for (let index = at; index < page.length && (index === at || !page[index]?.isStart); index += 1) {
    if (isOneOf(page[index]?.sign, 'contact')) return true
  }
  return false
}

const isSentence = (text: string) => SENTENCE.test(text) && !ABBREVIATED.test(text)

/** Set as a title and as nothing else. */
const isMarked = (typed: string) => QUOTED.test(typed) || MARKDOWN.test(typed)

/** In capitals, in quotes, as a heading of Markdown, or with a capital at each word that is long enough for one. */
function looksTitled(typed: string): boolean {
  if (isMarked(typed)) return true
  if (
    typed.length > 60 ||
    isDraftLine(typed) ||
    /[.:;,…。，、；：]["'”’»]?$/.test(typed) ||
    isMarkerLine(typed)
  )
    return false
  if (!/[\p{Lu}\p{Ll}]/u.test(typed))
    return /\p{L}/u.test(typed) && [...typed].length <= 15 && !SENTENCE.test(typed)
  if (typed === typed.toUpperCase()) return true
  const words = typed.split(/\s+/)
  return words.length <= 8 && words.every((word, at) => (at > 0 && word.length < 4) || !/^\p{Ll}/u.test(word))
}

/** One name: two to five words with capitals, or a few letters of a script without. */
function looksNamed(text: string): boolean {
  if (text.length > 50 || /\d/.test(text) || isSentence(text) || isMarkerLine(text)) return false
  if (!/[\p{Lu}\p{Ll}]/u.test(text)) return /^[\p{L}\p{M}\s・·]{2,8}$/u.test(text)
  const words = text.split(/\s+/)
  return (
    words.length > 1 &&
    words.length <= 5 &&
    words.every((word) => /^\p{Lu}|^(?:von|van|de|der|la|di|da|du|le|y|e)$/u.test(word))
  )
}
