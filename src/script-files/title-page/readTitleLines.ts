import {
  isContactLine,
  isDraftLine,
  isRightsLine,
  isSourceLine,
  plainText,
  readCredit,
  type TitlePageEntry,
  titleRole,
  withoutRightsWord,
} from '@/screenplay'

/** A line of a title page, in the order of the page. */
export interface TitleLine {
  /** In Fountain, trimmed, not empty. */
  text: string
  /** Without its looks, for a reader that keeps those of the title alone. */
  plain?: string
  align: 'left' | 'center' | 'right'
  /** Goes on with the line above, in the same paragraph. */
  continues?: boolean
  /** Something else begins here, where the reader can tell: an empty line stands above it. */
  isStart?: boolean
}

export interface TitleReading {
  /** Any word before a colon below the middle is a key, as in documents that this program wrote; else only known ones. */
  hasOwnKeys?: boolean
}

/** `Notes: one`. A key is a word or two, and what it says is no address or time. */
const PAIR = /^(\p{L}[\p{L}\p{M} /'’.-]{0,40}?)\s*[:：]\s*(\S.*)?$/u
const NO_KEY = /^(?:https?|mailto|t|f|m|p|e|w)$/i

/** Of entries, whatever their order on the page is. */
const ORDER = ['Title', 'Credit', 'Author', 'Authors', 'Source', 'Draft date', 'Contact']

const rank = ({ key }: TitlePageEntry) => (ORDER.indexOf(key) === -1 ? ORDER.length : ORDER.indexOf(key))

/** Entries as a page has them from above. */
export const inOrderOfPage = (entries: readonly TitlePageEntry[]): TitlePageEntry[] =>
  [...entries].sort((one, other) => rank(one) - rank(other))

/**
 * Reads a title page that has no keys, in any language: the title, the credit, names and the source in the middle; whom
 * to ask, dates and rights below. A line `Key: value` is what it says it is. Every reader of such pages asks this
 * one, so that a page is the same whatever file it came in.
 */
export function readTitleLines(
  lines: readonly TitleLine[],
  { hasOwnKeys = false }: TitleReading = {},
): TitlePageEntry[] {
  return new TitlePageReading(lines, hasOwnKeys).read()
}

class TitlePageReading {
  private readonly entries = new Map<string, string[]>()
  /** What the next line in the middle is, where it says nothing of itself: a key, or `Loose` for what no line told. */
  private part = 'Title'
  /** A pair may have several lines: those below it that are indented by nothing but their place. */
  private pair: string | null = null
  /** A pair whose value stands below its key. */
  private open: string | null = null
  private hasTitle = false
  private below: 'Copyright' | 'Draft date' | 'Contact' = 'Contact'
  /** The last paragraph of several lines that was looked at, and the line behind it. */
  private paragraph = { to: 0, isContact: false }
  /** Where the middle of the page ends. */
  private readonly middleEnd: number

  constructor(
    private readonly lines: readonly TitleLine[],
    private readonly hasOwnKeys: boolean,
  ) {
    const lower = lines.findIndex(({ align }, index) => align !== 'center' && index > 0)
    this.middleEnd = lower === -1 ? lines.length : lower
  }

  read(): TitlePageEntry[] {
    this.lines.forEach((line, index) => {
      const plain = plainText(line.text).trim()
      if (this.readPair(line, plain, index)) return
      const open = this.open
      this.open = null
      if (open !== null && !line.isStart) {
        this.add(open, line.text.trim())
        return
      }
      if (index < this.middleEnd || line.align === 'center') this.readMiddle(line, plain, index)
      else if (this.pair !== null && line.text.startsWith('\u2003')) this.add(this.pair, line.text.trim())
      else this.readBelow(line, plain, index)
    })
    this.settleLoose()
    const authors = this.entries.get('Authors')
    const entries = [...this.entries].map(
      ([key, values]): TitlePageEntry => ({
        type: 'title-page-entry',
        key: key === 'Authors' && authors?.length === 1 ? 'Author' : key,
        values,
        range: { start: 0, end: 0 },
      }),
    )
    return inOrderOfPage(entries)
  }

  private add(key: string, text: string): void {
    const values = this.entries.get(key)
    if (values) values.push(text)
    else this.entries.set(key, [text])
  }

  private readPair(line: TitleLine, plain: string, index: number): boolean {
    const [, key = '', value] = PAIR.exec(line.plain ?? line.text) ?? []
    if (key === '' || NO_KEY.test(key)) return false
    const role = titleRole(key)
    // A title may hold a colon; only one that says that it is the title has a key.
    if (index === 0 && !isOneOf(role, 'title', 'author')) return false
    const isOwn = this.hasOwnKeys && line.align !== 'center' && !isContactLine(`${key}:`)
    if (!isOwn && (role === null || (role === 'other' && isContactLine(plain)))) return false
    if (role === 'title') this.hasTitle = true
    this.pair = key.trim()
    if (value) this.add(this.pair, value.trim())
    else this.entries.set(this.pair, this.entries.get(this.pair) ?? [])
    this.open = value ? null : this.pair
    return true
  }

  private readMiddle(line: TitleLine, plain: string, index: number): void {
    const { isStart = false } = line
    const text = line.plain ?? line.text
    // The first line is the title, whatever it says.
    if (index === 0 || !this.hasTitle) {
      this.hasTitle = true
      this.add('Title', line.text)
    } else if (this.isOfSource(plain, isStart)) this.add('Source', text)
    else if (isSourceLine(plain)) {
      this.part = 'Source'
      this.add('Source', text)
    } else if (this.readCredited(text, plain)) return
    else if (isRightsLine(plain)) this.add('Copyright', withoutRightsWord(text))
    else if (isDraftLine(plain)) this.add('Draft date', text)
    else if (isContactLine(plain)) this.add('Contact', text)
    else {
      // Behind the lines of a title or a source something else begins, even where nothing says what.
      if (isStart && this.part !== 'Authors' && this.part !== 'Loose') this.part = 'Loose'
      this.add(this.part, this.part === 'Title' ? line.text : text)
    }
  }

  /** `Based on the novel` / `by Jane Moor`: the name is that of who wrote the novel. */
  private isOfSource(plain: string, isStart: boolean): boolean {
    if (this.part !== 'Source' || isStart) return false
    const credit = readCredit(plain)
    return credit !== null && !credit.credit.includes(' ')
  }

  private readCredited(text: string, plain: string): boolean {
    const found = readCredit(plain)
    if (!found) return false
    const credit = this.entries.get('Credit')
    if (credit && this.part === 'Authors' && !this.entries.has('Authors')) {
      // `Screenplay` / `by`
      this.entries.set('Credit', [`${credit.join(' ')} ${found.name === null ? text : found.credit}`])
      if (found.name !== null) this.add('Authors', found.name)
      return true
    }
    // A second credit is somebody else's work: `Directed by: …`.
    const isFirst = credit === undefined
    const key = isFirst ? 'Credit' : found.credit.replace(/\s*[:：]$/, '')
    this.part = isFirst ? 'Authors' : key
    if (isFirst) this.add('Credit', found.name === null ? text : found.credit)
    if (found.name !== null) this.add(this.part, found.name)
    return true
  }

  private readBelow(line: TitleLine, plain: string, index: number): void {
    const { continues = false } = line
    const text = line.plain ?? line.text
    if (isRightsLine(plain)) this.below = 'Copyright'
    else if (isDraftLine(plain)) this.below = 'Draft date'
    // A paragraph that holds no address is what its first line is.
    else if (!continues || this.isOfContact(index)) this.below = 'Contact'
    this.add(this.below, this.below === 'Copyright' ? withoutRightsWord(text) : text)
  }

  /** Whether the paragraph that a line is in says how to reach somebody. */
  private isOfContact(index: number): boolean {
    if (index >= this.paragraph.to) {
      let from = index
      while (from > 0 && this.lines[from]?.continues) from -= 1
      let to = index + 1
      while (this.lines[to]?.continues) to += 1
      const lines = this.lines.slice(from, to)
      this.paragraph = { to, isContact: lines.some(({ text }) => isContactLine(plainText(text))) }
    }
    return this.paragraph.isContact
  }

  /** Nothing says who wrote it, as on `A short film / Mara Lind`: then the lines behind the title do. */
  private settleLoose(): void {
    const loose = this.entries.get('Loose')
    if (!loose) return
    this.entries.delete('Loose')
    if (this.entries.has('Authors') || loose.length > 2)
      this.entries.set('Notes', [...(this.entries.get('Notes') ?? []), ...loose])
    else {
      if (loose.length === 2 && !this.entries.has('Credit')) this.entries.set('Credit', loose.slice(0, 1))
      this.entries.set('Authors', loose.slice(-1))
    }
  }
}

export const isOneOf = <Value>(value: Value, ...among: Value[]): boolean => among.includes(value)
