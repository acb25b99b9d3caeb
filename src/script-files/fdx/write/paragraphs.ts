import type { ScreenplayElement, ScriptProblem, SourceMark } from '@/screenplay'
import { type FdxKind, typeOf } from '../read/paragraph-types'
import type { FdxSettings } from '../read/settings'
import { MAX_DEPTH } from '../xml/guard'
import type { XmlElement } from '../xml/tree'
import { attributesOf, type MarkIndex } from './marks'
import { type OutNote, textPieces } from './pieces'
import type { Sets } from './sets'
import { layersOf, noteElement, textElements } from './text'

export interface BodyOptions {
  elements: readonly ScreenplayElement[]
  marks: readonly SourceMark[]
  text: string | undefined
  sets: Sets
  settings: FdxSettings
  /** Types of paragraphs that came up, for the settings of the document. */
  types: Set<string>
  /** Those of them that have lower-case letters: they are printed as typed. */
  lowerCase: Set<string>
  losses: ScriptProblem[]
}

const TYPE_OF: Record<string, string> = {
  'scene-heading': 'Scene Heading',
  action: 'Action',
  centered: 'Action',
  character: 'Character',
  parenthetical: 'Parenthetical',
  dialogue: 'Dialogue',
  lyrics: 'Lyrics',
  transition: 'Transition',
  synopsis: 'Summary',
  note: 'Note',
}

/** The kinds of paragraph whose type an element may have kept. */
const MAY_BE: Record<string, readonly FdxKind[]> = {
  action: ['action', 'dialogue', 'parenthetical', 'character'],
  centered: ['action'],
  lyrics: ['lyrics'],
  section: ['section'],
  synopsis: ['synopsis'],
  note: ['note'],
  'scene-heading': ['heading'],
  character: ['character'],
  dialogue: ['dialogue'],
  parenthetical: ['parenthetical'],
  transition: ['transition'],
}

/** Elements that hold notes at the end of their text; on all others these stand by themselves. */
const HOLDS_NOTES = new Set(['action', 'dialogue', 'lyrics', 'parenthetical'])

/** Writes elements as paragraphs, one by one. */
export class ParagraphWriter {
  private noteId = 0

  constructor(
    private readonly options: BodyOptions,
    private readonly index: MarkIndex,
  ) {}

  of(at: number, asType?: string): XmlElement {
    const element = this.options.elements[at] as ScreenplayElement
    const source = sourceOf(element)
    const text = textPieces(element.type === 'parenthetical' ? `(${source})` : source)
    const marks = this.index.of(at)
    const own = marks.find(({ kind, data }) => kind === 'style' && data?.fdx === 'Paragraph')
    const type = asType ?? this.keptType(at, element.type) ?? TYPE_OF[element.type] ?? 'Action'
    const result = paragraph(type, attributesOf(own?.data?.layout))
    this.options.types.add(type)
    if (/\p{Ll}/u.test(text.printed)) this.options.lowerCase.add(type)
    if (element.type === 'centered' && asType === undefined) result.attributes.Alignment = 'Center'
    const layers = layersOf(marks, source, text, this.index)
    const holds = HOLDS_NOTES.has(element.type)
    const isAt = text.pieces.map((piece) => 'run' in piece)
    const first = isAt.indexOf(true)
    const last = isAt.lastIndexOf(true)
    let nth = 0
    text.pieces.forEach((piece, index) => {
      if ('run' in piece) {
        result.children.push(...textElements(piece.run, piece.span, layers, this.options.sets))
        return
      }
      if (piece.kind === 'boneyard')
        this.options.losses.push({
          line: element.range.start,
          message: 'Final Draft has no comments: the one in this text is written as a note.',
        })
      const note = this.note(piece, marks, piece.kind === 'note' ? nth++ : -1)
      if (index > last && holds) {
        // In front of the text it is about all of it.
        const before = result.children.findIndex((node) => typeof node !== 'string' && node.name === 'Text')
        result.children.splice(Math.max(0, before), 0, note)
        return
      }
      // Between texts, if need be empty ones, it stays where it is.
      if (index < first || first === -1) result.children.push(emptyText())
      result.children.push(note)
      if (index > last) result.children.push(emptyText())
    })
    for (const { data } of marks)
      if (data?.fdx === 'part' && isTree(data.element)) result.children.push(data.element)
    return result
  }

  note(note: OutNote, marks: readonly SourceMark[], index: number): XmlElement {
    const mark = marks.find(({ data }) => data?.fdx === 'ScriptNote' && data.index === index)
    this.noteId += 1
    return noteElement(note, this.noteId, note.kind === 'note' ? attributesOf(mark?.data?.attributes) : {})
  }

  keptType(at: number, element: string): string | null {
    const type = this.index.of(at).find(({ kind, data }) => kind === 'style' && data?.fdx === 'Paragraph')
      ?.data?.type
    if (typeof type !== 'string' || type.length > 100) return null
    const known = typeOf(type, this.options.settings.types.get(type.toLowerCase())?.paginatesAs)
    const kind: FdxKind = known?.kind ?? 'action'
    return MAY_BE[element]?.includes(kind) ? type : null
  }
}

export const paragraph = (type: string | null, attributes: Record<string, string> = {}): XmlElement => ({
  name: 'Paragraph',
  attributes: { ...attributes, ...(type === null ? {} : { Type: type }) },
  children: [],
})

const emptyText = (): XmlElement => ({ name: 'Text', attributes: {}, children: [''] })

function sourceOf(element: ScreenplayElement): string {
  if (element.type === 'page-break') return ''
  if (element.type !== 'character') return element.text
  return [element.name, ...element.extensions.map((extension) => `(${extension})`)].join(' ')
}

/** True for a tree as the reader keeps it, and not too deep to be written. */
export function isTree(value: unknown, depth = 0): value is XmlElement {
  const tree = value as Partial<XmlElement> | null
  return (
    depth <= MAX_DEPTH &&
    typeof tree === 'object' &&
    tree !== null &&
    typeof tree.name === 'string' &&
    typeof tree.attributes === 'object' &&
    tree.attributes !== null &&
    Array.isArray(tree.children) &&
    tree.children.every((node) => typeof node === 'string' || isTree(node, depth + 1))
  )
}
