import { ScriptError } from '@/screenplay'
import { MAX_SCRIPT_BYTES } from '../limits'
import { charactersOf, markRuns, type Paragraph, type Run } from '../paragraphs/Paragraph'
import { readParagraphs } from '../paragraphs/readParagraphs'
import type { ScriptSource } from '../ScriptFormat'
import { decodeAs } from '../text/guess-encoding'

/** Groups whose text is no text of the document. Style names are read for themselves. */
const SKIPPED = new Set(
  'fonttbl colortbl info pict header footer headerl headerr headerf footerl footerr footerf object themedata listtable listoverridetable rsidtbl generator xmlnstbl fldinst latentstyles datastore'.split(
    ' ',
  ),
)
/** Charsets of fonts by their number in RTF; what is not here is as the document says. */
const CHARSETS: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  238: 'windows-1250',
}
const CODE_PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  866: 'ibm866',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  65001: 'utf-8',
}
const SYMBOLS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
}
const MAX_DEPTH = 1_000

interface State {
  skips: boolean
  isStyleSheet: boolean
  isFontTable: boolean
  bold: boolean
  italic: boolean
  underline: boolean
  caps: boolean
  font: number
  /** Characters that stand behind `\u` for readers without Unicode. */
  fallback: number
}

/** A token of RTF: a control word with its number, a hexadecimal byte, a control symbol, a brace, or text. */
const TOKEN =
  /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)/g

/**
 * Reads rich text, without pictures, headers and footers: paragraphs with their style, indent and alignment.
 * @see Rich Text Format Specification 1.9.1
 */
export function readRtf(bytes: Uint8Array): ScriptSource {
  if (bytes.length > MAX_SCRIPT_BYTES) {
    throw new ScriptError({
      line: null,
      message: 'The document is larger than a script may be. Are there pictures in it? Save it without.',
    })
  }
  return readParagraphs(new RtfReading(new TextDecoder('latin1').decode(bytes)).paragraphs())
}

class RtfReading {
  private readonly found: Paragraph[] = []
  private readonly styles = new Map<number, string>()
  private readonly fonts = new Map<number, string>()
  private encoding = 'windows-1252'
  private state: State = {
    skips: false,
    isStyleSheet: false,
    isFontTable: false,
    bold: false,
    italic: false,
    underline: false,
    caps: false,
    font: -1,
    fallback: 1,
  }
  private readonly stack: State[] = []
  private runs: Run[] = []
  /** Bytes that wait for their neighbours: a character may have several. */
  private pending: number[] = []
  private toSkip = 0
  private layout = { style: null as number | null, left: 0, first: 0, align: 'left' as Paragraph['align'] }
  private styleName = ''
  private styleNumber = 0

  constructor(private readonly source: string) {}

  paragraphs(): Paragraph[] {
    for (const token of this.source.matchAll(TOKEN)) {
      const [, word, number, hex, symbol, brace, text] = token
      if (hex !== undefined) this.byte(Number.parseInt(hex, 16))
      else if (text !== undefined) this.text(text)
      else {
        if (word !== undefined) this.word(word, number === undefined ? null : Number(number))
        else if (symbol !== undefined) this.symbol(symbol)
        else if (brace === '{') this.open()
        else if (brace === '}') this.close()
      }
    }
    this.endParagraph(false)
    return this.found
  }

  private open(): void {
    this.flush()
    if (this.stack.length >= MAX_DEPTH) {
      throw new ScriptError({ line: null, message: 'This rich text is damaged: its groups nest too deep.' })
    }
    this.stack.push(this.state)
    this.state = { ...this.state }
  }

  private close(): void {
    this.flush()
    if (this.state.isStyleSheet && this.styleName !== '') {
      this.styles.set(this.styleNumber, this.styleName.replace(/;\s*$/, '').trim())
      this.styleName = ''
      this.styleNumber = 0
    }
    this.state = this.stack.pop() ?? this.state
  }

  private word(word: string, number: number | null): void {
    if (word !== 'u') this.flush()
    const { state, layout } = this
    const isOn = number !== 0
    if (SKIPPED.has(word)) {
      state.skips = true
      state.isFontTable = word === 'fonttbl'
    } else if (word === 'stylesheet') state.isStyleSheet = true
    else if (word === 'ansicpg' && number)
      this.encoding =
        CODE_PAGES[number] ?? (number >= 1250 && number <= 1258 ? `windows-${number}` : this.encoding)
    else if (word === 'mac') this.encoding = 'macintosh'
    else if (word === 'f') state.font = number ?? -1
    else if (word === 'fcharset' && state.isFontTable && number !== null && CHARSETS[number])
      this.fonts.set(state.font, CHARSETS[number])
    else if (word === 'uc') state.fallback = Math.min(number ?? 1, 8)
    else if (word === 'u' && number !== null) this.unicode(number)
    else if (word === 'par' || word === 'sect' || word === 'row') this.endParagraph(true)
    else if (word === 'cell') this.put('\t')
    else if (word === 'pard') this.layout = { style: null, left: 0, first: 0, align: 'left' }
    else if (word === 's' && number !== null) {
      if (state.isStyleSheet) this.styleNumber = number
      else layout.style = number
    } else if (word === 'li') layout.left = number ?? 0
    else if (word === 'fi') layout.first = number ?? 0
    else if (word === 'qc') layout.align = 'center'
    else if (word === 'qr') layout.align = 'right'
    else if (word === 'ql' || word === 'qj') layout.align = 'left'
    else if (word === 'b') state.bold = isOn
    else if (word === 'i') state.italic = isOn
    else if (word === 'ul') state.underline = isOn
    else if (word === 'ulnone') state.underline = false
    else if (word === 'caps') state.caps = isOn
    else if (word === 'plain')
      Object.assign(state, { bold: false, italic: false, underline: false, caps: false })
    else if (SYMBOLS[word]) this.put(SYMBOLS[word])
  }

  private symbol(symbol: string): void {
    this.flush()
    if (symbol === '*') this.state.skips = true
    else if (symbol === '~') this.put('\u00a0')
    else if (symbol === '_') this.put('-')
    else if (symbol === '\n' || symbol === '\r') this.endParagraph(true)
    else if ('\\{}'.includes(symbol)) this.put(symbol)
  }

  private unicode(number: number): void {
    this.flush()
    this.put(String.fromCharCode(number & 0xffff))
    this.toSkip = this.state.fallback
  }

  private byte(value: number): void {
    if (this.toSkip > 0) this.toSkip -= 1
    else this.pending.push(value)
  }

  private text(text: string): void {
    const skipped = Math.min(this.toSkip, text.length)
    this.toSkip -= skipped
    const rest = text.slice(skipped)
    // Some programs write bytes beyond ASCII as they are, and the second byte of a character may be a letter.
    if (this.pending.length > 0 || /[\x80-\xff]/.test(rest))
      for (let at = 0; at < rest.length; at += 1) this.pending.push(rest.charCodeAt(at))
    else this.put(rest)
  }

  private flush(): void {
    if (this.pending.length === 0) return
    const bytes = Uint8Array.from(this.pending)
    this.pending = []
    this.put(decodeAs(this.fonts.get(this.state.font) ?? this.encoding, bytes))
  }

  private put(text: string): void {
    const { skips, isStyleSheet, bold, italic, underline, caps } = this.state
    if (skips || text === '') return
    if (isStyleSheet) this.styleName += text
    else this.runs.push({ text: caps ? text.toUpperCase() : text, bold, italic, underline })
  }

  private endParagraph(isEnded: boolean): void {
    this.flush()
    if (this.state.skips || (!isEnded && this.runs.length === 0)) return
    const { style, left, first, align } = this.layout
    this.found.push({
      text: this.runs.map(({ text }) => text).join(''),
      marked: markRuns(this.runs),
      style: style === null ? null : (this.styles.get(style) ?? null),
      indent: charactersOf(left + first),
      align,
    })
    this.runs = []
  }
}
