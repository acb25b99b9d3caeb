import type { ScreenplayElement } from '@/screenplay'
import { parseFountain, plainText } from '@/screenplay'
import type { XmlElement } from '../xml/tree'
import { attributesOf, MarkIndex } from './marks'
import { type BodyOptions, isTree, ParagraphWriter, paragraph } from './paragraphs'
import { type OutNote, textPieces } from './pieces'
import { textElements } from './text'

const SPEECH = new Set(['parenthetical', 'dialogue', 'lyrics'])

/** The paragraphs of a `Content` element. */
export function writeBody(options: BodyOptions): XmlElement[] {
  return new Body(options).write()
}

class Body {
  private readonly out: XmlElement[] = []
  private readonly index: MarkIndex
  /** The paragraph that a note below it hangs on; null where it would hang on something else. */
  private noteHost: XmlElement | null = null
  /** The heading that a synopsis below it belongs to. */
  private heading: { paragraph: XmlElement; properties: XmlElement; isOmitted: boolean } | null = null
  private startsPage = false
  private page: string | null = null
  private readonly paragraphs: ParagraphWriter

  constructor(private readonly options: BodyOptions) {
    this.index = new MarkIndex(options.elements, options.marks, options.text)
    this.paragraphs = new ParagraphWriter(options, this.index)
  }

  write(): XmlElement[] {
    const { elements } = this.options
    for (let at = 0; at < elements.length; ) at = this.add(at)
    if (this.startsPage) this.put(this.empty())
    return this.out
  }

  /** @returns the index behind what was written. */
  private add(at: number): number {
    const element = this.options.elements[at] as ScreenplayElement
    switch (element.type) {
      case 'page-break':
        if (this.startsPage) this.put(this.empty())
        this.startsPage = true
        this.noteHost = null
        this.heading = null
        return at + 1
      case 'note':
        this.addNote(at, { kind: 'note', text: element.text })
        return at + 1
      case 'boneyard':
        this.addBoneyard(at, element.text)
        return at + 1
      case 'synopsis':
        this.addSynopsis(at, element.text)
        return at + 1
      case 'section':
        return this.addSection(at)
      case 'scene-heading':
        this.addHeading(at)
        return at + 1
      case 'character':
        return this.addBlock(at)
      default: {
        const previous = this.options.elements[at - 1]
        // Two songs one below the other are two, not one that goes on.
        if (element.type === 'lyrics' && previous?.type === 'lyrics') this.put(paragraph('Lyrics'))
        this.put(this.paragraphs.of(at))
        return at + 1
      }
    }
  }

  /** A name and what is said under it; with the names beside it that speak at the same time. */
  private addBlock(at: number): number {
    const { elements, losses } = this.options
    const blocks: XmlElement[] = []
    let behind = at
    for (;;) {
      blocks.push(this.paragraphs.of(behind))
      behind += 1
      while (SPEECH.has(elements[behind]?.type ?? '') && !isSecondSong(elements, behind)) {
        blocks.push(this.paragraphs.of(behind))
        behind += 1
      }
      const next = elements[behind]
      if (next?.type !== 'character' || !next.dual) break
    }
    const first = elements[at]
    if (first?.type === 'character' && first.dual)
      losses.push({
        line: first.range.start,
        message: 'Nobody speaks beside this name: it is written as any other.',
      })
    const cues = elements.slice(at, behind).filter(({ type }) => type === 'character').length
    if (cues === 1) for (const each of blocks) this.put(each)
    else {
      const wrapper = paragraph('General')
      wrapper.children.push({ name: 'DualDialogue', attributes: {}, children: blocks })
      this.put(wrapper)
      this.noteHost = blocks.at(-1) ?? null
    }
    return behind
  }

  private addHeading(at: number): void {
    const element = this.options.elements[at] as Extract<ScreenplayElement, { type: 'scene-heading' }>
    const heading = this.paragraphs.of(at)
    const marks = this.index.of(at)
    const scene = marks.find(({ data }) => data?.fdx === 'SceneProperties')?.data?.element
    const kept = isTree(scene) ? scene : null
    this.page = marks.find(({ kind, data }) => kind === 'page' && data?.fdx !== 'part')?.label ?? this.page
    const properties: XmlElement = {
      name: 'SceneProperties',
      attributes: {
        ...(this.page === null ? {} : { Page: this.page }),
        Title: '',
        ...attributesOf(kept?.attributes),
      },
      children: [...(kept?.children ?? [])],
    }
    const color = properties.attributes.Color
    if (color) heading.attributes.Color = color
    if (element.sceneNumber !== null) heading.attributes.Number = element.sceneNumber
    heading.children.unshift(properties)
    this.put(heading)
    const isOmitted = plainText(element.text).trim().toUpperCase() === 'OMITTED'
    this.heading = { paragraph: heading, properties, isOmitted }
  }

  private addSynopsis(at: number, text: string): void {
    const isKept = this.paragraphs.keptType(at, 'synopsis') !== null
    const summaries = this.heading?.properties.children
    const previous = this.options.elements[at - 1]?.type
    const { pieces } = textPieces(text)
    const isBelowHeading = previous === 'scene-heading' || previous === 'synopsis'
    // A card has no notes.
    const isPlain = pieces.every((piece) => 'run' in piece)
    if (!this.heading || !summaries || isKept || !isBelowHeading || !isPlain) {
      this.put(this.paragraphs.of(at))
      return
    }
    let summary = summaries.find(
      (node): node is XmlElement => typeof node !== 'string' && node.name === 'Summary',
    )
    if (!summary) {
      summary = { name: 'Summary', attributes: {}, children: [] }
      summaries.unshift(summary)
    }
    const line = paragraph(null)
    for (const piece of pieces)
      if ('run' in piece) line.children.push(...textElements(piece.run, piece.span, [], this.options.sets))
    summary.children.push(line)
  }

  /** A section whose title stands on the page below it is an act. */
  private addSection(at: number): number {
    const { elements } = this.options
    const section = elements[at] as Extract<ScreenplayElement, { type: 'section' }>
    const next = elements[at + 1]
    if (
      section.depth === 1 &&
      next?.type === 'centered' &&
      plainText(next.text) === plainText(section.text)
    ) {
      this.put(this.paragraphs.of(at + 1, 'New Act'))
      return at + 2
    }
    this.put(this.paragraphs.of(at, `Outline ${section.depth}`))
    return at + 1
  }

  private addNote(at: number, note: OutNote): void {
    const marks = this.index.of(at)
    if (
      marks.some(({ data }) => data?.fdx === 'Paragraph' && data.type === 'Note') &&
      !note.text.includes('\n')
    ) {
      this.put(this.paragraphs.of(at))
      return
    }
    const host = (this.isSongNext(at) ? null : this.noteHost) ?? this.put(this.empty())
    host.children.push(this.paragraphs.note(note, marks, 0))
    this.noteHost = host
  }

  /** A note between two songs hangs on neither. */
  private isSongNext(at: number): boolean {
    const { elements } = this.options
    const isNote = (index: number) => elements[index]?.type === 'note' || elements[index]?.type === 'boneyard'
    if (isNote(at - 1)) return false
    let next = at + 1
    while (isNote(next)) next += 1
    return elements[next]?.type === 'lyrics'
  }

  private addBoneyard(at: number, text: string): void {
    const { losses, ...options } = this.options
    const { heading, noteHost } = this
    const line = this.options.elements[at]?.range.start ?? null
    if (heading?.isOmitted && noteHost === heading.paragraph) {
      const { elements } = parseFountain(text)
      const hidden = elements.length > 0 ? writeBody({ ...options, elements, marks: [], text, losses }) : []
      if (hidden.length > 0) {
        heading.paragraph.children.push({ name: 'OmittedScene', attributes: {}, children: hidden })
        this.noteHost = null
        this.heading = null
        return
      }
    }
    losses.push({ line, message: 'Final Draft has no comments: this one is written as a note.' })
    this.addNote(at, { kind: 'boneyard', text })
  }

  private empty(): XmlElement {
    return paragraph('General')
  }

  private put(written: XmlElement): XmlElement {
    if (this.startsPage) written.attributes.StartsNewPage = 'Yes'
    this.startsPage = false
    this.out.push(written)
    this.noteHost = written
    this.heading = null
    return written
  }
}

/** Lyrics below lyrics stand by themselves. */
const isSecondSong = (elements: readonly ScreenplayElement[], at: number): boolean =>
  elements[at]?.type === 'lyrics' && elements[at - 1]?.type === 'lyrics'
