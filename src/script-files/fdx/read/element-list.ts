import type { ScreenplayElement } from '@/screenplay'
import { attribute, type XmlElement } from '../xml/tree'
import type { ElementText } from './element-text'
import type { Findings } from './mark-list'
import { markParagraph, markRuns } from './marks'
import { isBoneyard, noteText } from './notes'
import type { FdxParagraph } from './paragraphs'
import { isRun, type Piece } from './runs'
import type { FdxSettings } from './settings'

const RANGE = { start: 0, end: 0 }
type WithoutRange<Element> = Element extends ScreenplayElement ? Omit<Element, 'range'> : never
export type BareElement = WithoutRange<ScreenplayElement>

/** Elements as they are found, each with what is marked on it. */
export class ElementList {
  readonly elements: ScreenplayElement[] = []
  /** For each element the text that spans of marks count in; null where it has none. */
  readonly texts: Array<string | null> = []
  /** The page label that was marked last. */
  private page: string | null = null

  constructor(
    private readonly settings: FdxSettings,
    private readonly findings: Findings,
  ) {}

  push(element: BareElement, found: ElementText, paragraph: FdxParagraph, page: string | null = null): void {
    const at = this.put(element, found.assembled)
    markRuns(found, at, this.settings, this.findings)
    markParagraph(paragraph, element.type, at, page, this.settings, this.findings)
    found.notes.forEach((note, index) => {
      this.markNote(note, at, index)
    })
  }

  /** An element without runs. @returns its index. */
  plain(element: BareElement, paragraph?: FdxParagraph): number {
    const at = this.put(element, null)
    if (paragraph) markParagraph(paragraph, element.type, at, null, this.settings, this.findings)
    return at
  }

  /** The notes among pieces, each by itself. */
  notes(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      if (isRun(piece)) continue
      const text = noteText(piece.note)
      if (isBoneyard(piece.note)) this.plain({ type: 'boneyard', text })
      else this.markNote(piece.note, this.plain({ type: 'note', text }), 0)
    }
  }

  /** The label of the page that a scene begins on, where that is another than before. */
  pageOf(properties: XmlElement | null): string | null {
    const page = properties && attribute(properties, 'Page')?.trim()
    if (!page || page === this.page) return null
    this.page = page
    return page
  }

  private put(element: BareElement, text: string | null): number {
    this.texts.push(text)
    return this.elements.push({ ...element, range: RANGE } as ScreenplayElement) - 1
  }

  private markNote(note: XmlElement, element: number, index: number): void {
    const { ID: _, Id: __, Range: ___, ...attributes } = note.attributes
    if (Object.values(attributes).every((value) => value === '')) return
    const label = attributes.Name || attributes.WriterName || attributes.Type || 'Note'
    const data = { fdx: 'ScriptNote', index, attributes }
    this.findings.mark({ kind: 'other', element, span: null, label, data })
  }
}
