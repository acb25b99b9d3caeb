import { plainText, writeFountain } from '@/screenplay'
import { readCue } from '@/screenplay/fountain/cue'
import { logicalLines } from '@/screenplay/fountain/logical-lines'
import { attribute, child } from '../xml/tree'
import { ElementList } from './element-list'
import { elementText } from './element-text'
import { type LineKind, lineElements } from './line-elements'
import type { Findings } from './mark-list'
import { markParts } from './marks'
import { type FdxParagraph, lineBreak, linesIn } from './paragraphs'
import { apartFrom, inside, withoutParentheses } from './piece-order'
import { isRun, type Piece, textOfPieces } from './runs'
import type { FdxSettings } from './settings'
import { isSpeech, type Speech, speechPieces } from './speech'

/** The elements of a screenplay from paragraphs; what stands beside the text goes into the findings. */
export function readElements(
  paragraphs: readonly FdxParagraph[],
  settings: FdxSettings,
  findings: Findings,
): Pick<ElementList, 'elements' | 'texts'> {
  const builder = new Builder(settings, findings)
  paragraphs.forEach((paragraph, index) => {
    builder.add(paragraph, paragraphs[index + 1])
  })
  builder.flush()
  return builder.list
}

class Builder {
  readonly list: ElementList
  /** Speech or song that the next paragraph may go on with. */
  private open: Speech | null = null
  private isInBlock = false

  constructor(
    private readonly settings: FdxSettings,
    private readonly findings: Findings,
  ) {
    this.list = new ElementList(settings, findings)
  }

  add(paragraph: FdxParagraph, next: FdxParagraph | undefined): void {
    this.addOne(paragraph, next)
    const { hidden, properties, type, pieces } = paragraph
    if (!hidden && !properties) return
    const isHeading = type?.kind === 'heading' && textOfPieces(pieces).trim() !== ''
    if (!isHeading) {
      // Cards belong to headings, but what has one keeps it.
      this.flush()
      this.addSummary(properties)
    }
    if (hidden) {
      this.flush()
      this.isInBlock = false
      this.addHidden(hidden)
    }
  }

  private addOne(paragraph: FdxParagraph, next: FdxParagraph | undefined): void {
    const kind = paragraph.type?.kind ?? 'action'
    const isEmpty = textOfPieces(paragraph.pieces).trim() === ''
    if (kind === 'dialogue' && this.isInBlock) {
      this.addSpeech('dialogue', paragraph, isEmpty, next)
      return
    }
    if (kind === 'lyrics' && !isEmpty) {
      if (paragraph.startsPage) this.breakPage()
      this.addSpeech('lyrics', paragraph, isEmpty, next)
      return
    }
    this.flush()
    if (kind === 'parenthetical' && this.isInBlock && !isEmpty) {
      this.addParenthetical(paragraph, next)
      return
    }
    this.isInBlock = false
    if (paragraph.startsPage) this.breakPage()
    const unknown = `Paragraphs of the type ${paragraph.typeName} are read as action.`
    if (paragraph.type === null && !isEmpty)
      this.findings.warnOnce(unknown, this.list.elements.length, unknown)
    if (isEmpty) this.addEmpty(paragraph)
    else if (kind === 'heading') this.addHeading(paragraph)
    else if (kind === 'character') this.addCue(paragraph, next)
    else if (kind === 'act') this.addAct(paragraph)
    else if (kind === 'dialogue' || kind === 'parenthetical') this.addHomeless(paragraph)
    else this.addPlain(paragraph, kind)
  }

  /** Speech goes on over several paragraphs; a paragraph with nothing in it is an empty line in between. */
  private addSpeech(
    kind: 'dialogue' | 'lyrics',
    paragraph: FdxParagraph,
    isEmpty: boolean,
    next: FdxParagraph | undefined,
  ): void {
    const isSame = this.open?.kind === kind && this.open.paragraphs[0].type?.kept === paragraph.type?.kept
    if (isEmpty) {
      if (this.open) this.open.blanks += 1
      for (const piece of paragraph.pieces) if (!isRun(piece)) this.open?.pieces.push(piece)
      if (!this.open && paragraph.pieces.length > 0) this.addNotes(paragraph.pieces)
      return
    }
    const { pieces, apart } = speechPieces(paragraph, next)
    if (isSame && this.open) {
      for (let count = 0; count <= this.open.blanks; count += 1) this.open.pieces.push(lineBreak())
      this.open.blanks = 0
      for (const piece of pieces) this.open.pieces.push(piece)
      this.open.paragraphs.push(paragraph)
      this.open.apart = apart
      return
    }
    this.flush()
    this.open = { kind, pieces, paragraphs: [paragraph], blanks: 0, apart }
  }

  /** Speech that was open is done. */
  flush(): void {
    if (!this.open) return
    const { kind, pieces, paragraphs, apart } = this.open
    this.open = null
    const found = elementText(pieces, true)
    const at = this.list.elements.length
    this.list.push({ type: kind, text: found.text }, found, paragraphs[0])
    for (const more of paragraphs.slice(1)) markParts(more, at, this.findings)
    this.addNotes(apart)
  }

  private addParenthetical(paragraph: FdxParagraph, next: FdxParagraph | undefined): void {
    const { pieces, apart } = speechPieces(paragraph, next)
    const found = elementText(withoutParentheses(pieces), true)
    this.list.push({ type: 'parenthetical', text: found.text }, found, paragraph)
    this.addNotes(apart)
  }

  private addHeading(paragraph: FdxParagraph): void {
    const { pieces, apart } = apartFrom(paragraph.pieces)
    const found = elementText(pieces, false)
    const properties = paragraph.properties
    const number =
      (
        attribute(paragraph.element, 'Number') ?? (properties ? attribute(properties, 'Number') : undefined)
      )?.trim() || null
    this.list.push(
      { type: 'scene-heading', text: found.text, sceneNumber: number, forced: false },
      found,
      paragraph,
      this.list.pageOf(properties),
    )
    this.addSummary(properties)
    this.addNotes(apart)
  }

  private addSummary(properties: FdxParagraph['properties']): void {
    const summary = properties && child(properties, 'Summary')
    for (const line of summary ? linesIn(summary) : []) {
      const { text } = elementText(line, true)
      if (text !== '') this.list.plain({ type: 'synopsis', text })
    }
  }

  /** What an omitted scene hides is kept where it is not shown either. */
  private addHidden(hidden: readonly FdxParagraph[]): void {
    const inside = new Builder(this.settings, this.findings.aside())
    hidden.forEach((paragraph, index) => {
      inside.add(paragraph, hidden[index + 1])
    })
    inside.flush()
    const text = writeFountain({ titlePage: [], elements: inside.list.elements })
    const at = this.list.plain({ type: 'boneyard', text: `\n${text.replaceAll('*/', '* /')}` })
    this.findings.warn(
      at,
      'An omitted scene: what it hides is kept in the script as a comment and not shown.',
    )
    const lost = inside.findings.marks.length
    if (lost > 0)
      this.findings.warn(
        at,
        `Not kept, because they are in an omitted scene: revisions, tags or looks, ${lost} in all.`,
      )
  }

  private addCue(paragraph: FdxParagraph, next: FdxParagraph | undefined): void {
    const { pieces, apart } = apartFrom(paragraph.pieces)
    this.isInBlock = isSpeech(next)
    // Between a name and what is said nothing can stand.
    if (this.isInBlock) this.addNotes(apart)
    const found = elementText(pieces, false)
    const lines = logicalLines(found.text.split('\n'))
    const [line, mask] = [lines.map(({ raw }) => raw).join(' '), lines.map((each) => each.mask).join(' ')]
    const cue = readCue(line, mask)
    if (!cue) {
      this.findings.warn(this.list.elements.length, 'A cue without a name: read as action.')
      this.addPlain({ ...paragraph, pieces }, 'action')
      return
    }
    const dual = cue.dual || paragraph.isDual
    this.list.push({ type: 'character', ...cue, dual, forced: false }, found, paragraph)
    if (!this.isInBlock) this.addNotes(apart)
  }

  /** An act is a section, for the tree of the script, and a line on the page. */
  private addAct(paragraph: FdxParagraph): void {
    const { pieces, apart } = apartFrom(paragraph.pieces)
    const found = elementText(pieces, true)
    this.list.plain({ type: 'section', depth: 1, text: plainText(found.text) })
    this.list.push({ type: 'centered', text: found.text }, found, paragraph)
    this.addNotes(apart)
  }

  private addHomeless(paragraph: FdxParagraph): void {
    this.findings.warn(this.list.elements.length, 'Speech without a name above it: read as action.')
    this.addPlain({ ...paragraph, type: { kind: 'action', kept: paragraph.typeName } }, 'action')
  }

  private addPlain(paragraph: FdxParagraph, kind: LineKind | 'note' | 'lyrics'): void {
    if (kind === 'note') {
      this.list.plain({ type: 'note', text: textOfPieces(paragraph.pieces).trim() }, paragraph)
      this.addNotes(apartFrom(paragraph.pieces).apart)
      return
    }
    if (kind === 'action' && !paragraph.isCentered) {
      const { pieces, apart } = inside(paragraph.pieces)
      const found = elementText(pieces, true)
      this.list.push({ type: 'action', text: found.text, forced: false }, found, paragraph)
      this.addNotes(apart)
      return
    }
    const { pieces, apart } = apartFrom(paragraph.pieces)
    for (const { element, found } of lineElements(pieces, kind as LineKind, paragraph.type?.depth))
      this.list.push(element, found, paragraph)
    this.addNotes(apart)
  }

  /** Empty paragraphs are space on the page; their notes and numbers are not. */
  private addEmpty(paragraph: FdxParagraph): void {
    this.addNotes(paragraph.pieces)
    const number = attribute(paragraph.element, 'Number')?.trim()
    if (!number || paragraph.type?.kind !== 'heading') return
    const message = `Scene ${number} has neither a heading nor the word OMITTED: its number is not kept.`
    this.findings.warn(Math.max(0, this.list.elements.length - 1), message)
  }

  private addNotes(pieces: readonly Piece[]): void {
    if (pieces.every(isRun)) return
    this.flush()
    this.list.notes(pieces)
  }

  private breakPage(): void {
    this.flush()
    this.list.plain({ type: 'page-break' })
  }
}
