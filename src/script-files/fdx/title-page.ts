import { standardTitlePage, type TitlePageEntry } from '@/screenplay'
import { isCredit } from '../credit'

/** A line of a title page, in the order of the page. Text in Fountain, trimmed, not empty. */
export interface TitleLine {
  text: string
  align: 'left' | 'center' | 'right'
  /** Goes on with the line above, in the same paragraph. */
  continues?: boolean
}

const SOURCE =
  /^(?:.{0,20}\s)?(?:based (?:up)?on|inspired by|adapted from|from the|nach (?:dem|einem|der)|d'après|basado en|tratto da)\b/iu
/** Rights, in whoever's words. */
export const COPYRIGHT = /©|\(c\)\s|copyright/iu
const DATE =
  /\b(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\w*\.?\s+\d|\d{1,2}\.?\s+(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*)/iu
const DRAFT = /\b(?:draft|revis\w*|rev\.|version|fassung|polish|shooting script)\b/iu
/** `Notes: one`. A key is a word or two, and what it says is no address or time. */
const PAIR = /^(\p{L}[\p{L} /'-]{0,40}?)\s*[:：]\s*(\S.*)?$/u
const NO_KEY = /^(?:https?|mailto|tel|fax|phone|email|e-mail|mobile|cell|agent|attn|t|f|m|p|e|w)$/i

/** Of entries, whatever their order on the page is. */
const ORDER = ['Title', 'Credit', 'Author', 'Authors', 'Source', 'Draft date', 'Contact']

/** What {@link titleLines} writes in words of their own place; any other key stands with its name. */
const PLACED = ['Title', 'Credit', 'Author', 'Authors', 'Source', 'Contact']

/**
 * Reads a title page by where its lines stand: the title, the credit, names and the source in the middle; who to
 * ask, dates and rights at the left and right below. A line `Key: value` is what it says it is.
 */
export function readTitleLines(lines: readonly TitleLine[]): TitlePageEntry[] {
  const entries = new Map<string, string[]>()
  const add = (key: string, text: string) => {
    const values = entries.get(key)
    if (values) values.push(text)
    else entries.set(key, [text])
  }
  const lower = lines.findIndex(({ align, text }, index) => align !== 'center' && index > 0 && text !== '')
  const middleEnd = lower === -1 ? lines.length : lower
  let part: 'Title' | 'Authors' | 'Source' | 'Notes' = 'Title'
  /** A pair may have several lines: those below it that are indented by nothing but their place. */
  let pair: string | null = null
  let below: 'Copyright' | 'Draft date' | 'Contact' = 'Contact'
  lines.forEach(({ text, align, continues }, index) => {
    const named = index > 0 || /^Title:/.test(text) ? PAIR.exec(text) : null
    if (named?.[1] && !NO_KEY.test(named[1]) && !isCredit(text)) {
      pair = named[1].trim()
      if (named[2]) add(pair, named[2].trim())
      else entries.set(pair, entries.get(pair) ?? [])
      return
    }
    if (index < middleEnd || align === 'center') {
      if (part === 'Title' && index > 0 && isCredit(text)) {
        add('Credit', text)
        part = 'Authors'
      } else if (index > 0 && SOURCE.test(text)) {
        add('Source', text)
        part = 'Source'
      } else if (index > 0 && COPYRIGHT.test(text)) add('Copyright', text)
      else if (index > 0 && isDraftDate(text)) add('Draft date', text)
      else add(part, text)
      return
    }
    if (pair !== null && text.startsWith('\u2003')) {
      add(pair, text.trim())
      return
    }
    if (COPYRIGHT.test(text)) below = 'Copyright'
    else if (isDraftDate(text)) below = 'Draft date'
    else if (!continues) below = 'Contact'
    add(below, text)
  })
  const authors = entries.get('Authors')
  const rank = (key: string) => (ORDER.indexOf(key) === -1 ? ORDER.length : ORDER.indexOf(key))
  const inOrder = [...entries].sort(([one], [other]) => rank(one) - rank(other))
  return inOrder.map(([key, values]) => ({
    type: 'title-page-entry',
    key: key === 'Authors' && authors?.length === 1 ? 'Author' : key,
    values,
    range: { start: 0, end: 0 },
  }))
}

export const isDraftDate = (text: string): boolean =>
  text.length <= 60 && (DATE.test(text) || DRAFT.test(text))

/**
 * The lines of a title page: what every title page has stands where it does on paper, anything else as `Key: value`
 * below. What {@link readTitleLines} would not read the same stands with its key too.
 */
export function titleLines(typed: readonly TitlePageEntry[]): TitleLine[] {
  const entries = standardTitlePage(typed)
  const named = new Set<string>()
  for (;;) {
    const lines = layOut(entries, named)
    const read = new Map(readTitleLines(lines).map(({ key, values }) => [key, values.join('\n')]))
    const other = entries
      .filter(({ key, values }) => !named.has(key) && read.get(key) !== filled(values).join('\n'))
      .map(({ key }) => key)
    if (other.length === 0) return lines
    // A name without a credit reads as a line of the title: it is the name that needs its key.
    const first = other.filter((key) => key !== 'Title')
    for (const key of first.length > 0 ? first : other) named.add(key)
  }
}

const filled = (values: readonly string[]): string[] => values.map((value) => value.trim()).filter(Boolean)

function layOut(entries: readonly TitlePageEntry[], named: ReadonlySet<string>): TitleLine[] {
  const center: TitleLine[] = []
  const below: TitleLine[] = []
  for (const key of PLACED) {
    if (named.has(key)) continue
    for (const entry of entries.filter((each) => each.key === key))
      for (const text of filled(entry.values))
        (key === 'Contact' ? below : center).push({ text, align: key === 'Contact' ? 'left' : 'center' })
  }
  const pairs: TitleLine[] = []
  for (const { key, values } of entries) {
    if (PLACED.includes(key) && !named.has(key)) continue
    if (key === 'Draft date' && !named.has(key)) {
      for (const text of filled(values)) below.push({ text, align: 'right' })
      continue
    }
    const [first = '', ...rest] = filled(values)
    pairs.push({ text: `${key}: ${first}`.trim(), align: 'left' })
    for (const text of rest) pairs.push({ text: `\u2003${text}`, align: 'left' })
  }
  return [...center, ...pairs, ...below]
}
