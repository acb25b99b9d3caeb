import { isBareTransition, isOpening, looksLikeTransition } from '@/screenplay'
import { splitCue } from '../split-cue'
import { type ReadText, ScreenplayBuilder, type TextReader } from '../TextReader'
import { readFront } from '../title-page/readFront'
import {
  type Columns,
  findColumns,
  isCueText,
  isHeadingText,
  type Line,
  toLines,
  withoutNumbers,
} from './columns'
import { type Furniture, furnitureOf, leftOut } from './furniture'

export const plainReader = {
  id: 'text',
  label: 'Plain text in columns',
  looksLike,
  read,
} as const satisfies TextReader

/** Fountain may be indented, too: what it never has is pages, a left margin, or speech that is broken into lines. */
function looksLike(text: string): boolean {
  if (!/^[ \t]+\S/m.test(text)) return false
  const lines = toLines(text)
  // Marks that only Fountain has.
  if (lines.some(({ text: line }) => /^(?:[@~]\S|\.[^.\s]|\[\[|={3,}$|#{1,6}\s)/.test(line))) return false
  const columns = findColumns(lines)
  return columns !== null && (columns.action >= 5 || columns.wrapped >= 3 || furnitureOf(lines).size > 0)
}

const THE_END = /^THE END\.?$/
const isTransition = (text: string) =>
  looksLikeTransition(text) || isBareTransition(text) || THE_END.test(text)
const CONTINUED_CUE = /\(\s*(?:CONT['’]?D\.?|CONTINUED|CONTINUING|CONT\.?)\s*\)/i

function read(text: string): ReadText {
  const lines = toLines(text)
  const columns = findColumns(lines) ?? { action: 0, dialogue: 10, cue: 20, cues: 0, wrapped: 0 }
  return new ColumnReading(lines, columns).read()
}

class ColumnReading {
  private readonly script = new ScreenplayBuilder()
  private readonly furniture: Map<Line, Furniture>
  /** The last line that was read was of this kind, and the next may go on with it. */
  private open: 'action' | 'dialogue' | 'parenthetical' | null = null
  /** A speech was broken by the end of the page. */
  private isBroken = false
  private hasBlank = true

  constructor(
    private readonly lines: readonly Line[],
    private readonly columns: Columns,
  ) {
    this.furniture = furnitureOf(lines)
  }

  read(): ReadText {
    let index = this.readTitlePage()
    for (; index < this.lines.length; index += 1) {
      const line = this.lines[index] as Line
      const kind = this.furniture.get(line)
      if (kind) {
        if (kind === '(MORE)') this.isBroken = true
        this.hasBlank = true
      } else if (line.text === '') this.hasBlank = true
      else {
        this.readLine(line, this.lines[index + 1])
        this.hasBlank = false
      }
    }
    for (const message of leftOut(this.furniture)) this.script.warnings.push({ element: null, message })
    return this.script.build()
  }

  private readLine(line: Line, next: Line | undefined): void {
    const { columns, script } = this
    const { text, indent } = line
    const isSpeechColumn = indent > (columns.action + columns.dialogue) / 2
    if (isHeadingText(text) && indent < columns.dialogue) {
      const heading = withoutNumbers(text)
      script.heading(heading.text, heading.number)
      this.open = null
    } else if (this.open === 'parenthetical' && !this.hasBlank && isSpeechColumn) this.addDirection(text)
    else if (this.isCue(line, next)) this.readCue(text)
    else if (isTransition(text) && (this.hasBlank || indent > columns.cue)) {
      script.transition(text)
      this.open = null
    } else if (isSpeechColumn && this.isInSpeech()) this.readSpeech(text)
    else {
      if (this.open === 'action' && !this.hasBlank) this.joinAction(text)
      else script.action(text)
      this.open = 'action'
    }
  }

  private isCue({ text, indent }: Line, next: Line | undefined): boolean {
    if (!isCueText(text) || indent < (this.columns.dialogue + this.columns.cue) / 2) return false
    // A speech may go on only on the next page.
    return this.hasBlank && next !== undefined && (next.text !== '' || CONTINUED_CUE.test(text))
  }

  private isInSpeech(): boolean {
    return ['character', 'dialogue', 'parenthetical'].includes(this.script.last?.type ?? '')
  }

  private readCue(text: string): void {
    const { name, extensions } = splitCue(text)
    const speaker = this.script.elements.findLast(({ type }) => type === 'character')
    const isSame = speaker?.type === 'character' && speaker.name === name
    if (!(this.isBroken && isSame && CONTINUED_CUE.test(text))) this.script.cue(name, extensions)
    this.isBroken = false
    this.open = 'dialogue'
  }

  private readSpeech(text: string): void {
    if (text.startsWith('(')) {
      this.open = 'parenthetical'
      this.script.parenthetical('')
      this.addDirection(text.slice(1))
      return
    }
    this.script.dialogue(text, this.hasBlank && !this.isBroken && this.open !== 'dialogue' ? '\n' : ' ')
    this.open = 'dialogue'
  }

  private addDirection(text: string): void {
    const last = this.script.last
    if (last?.type !== 'parenthetical') return
    const isClosed = text.endsWith(')')
    last.text = `${last.text} ${isClosed ? text.slice(0, -1) : text}`.trim()
    if (isClosed) this.open = 'dialogue'
  }

  private joinAction(text: string): void {
    const last = this.script.last
    if (last?.type === 'action') last.text += ` ${text}`
  }

  /** Lines before the first heading that say that they are a title page. @returns where the script begins */
  private readTitlePage(): number {
    const { lines, script } = this
    const starts = lines.findIndex(({ text }) => isHeadingText(text) || isOpening(text))
    const top = lines.slice(0, Math.max(0, starts))
    const front = readFront(
      top.map((line) => (this.furniture.has(line) ? '' : line.text)),
      false,
    )
    if (!front) return 0
    script.titlePage.push(...front.entries)
    return front.length
  }
}
