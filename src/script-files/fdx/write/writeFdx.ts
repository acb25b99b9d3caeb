import { counted } from '@/lib/counted'
import {
  listProblems,
  type Screenplay,
  type ScriptProblem,
  type SourceMark,
  type TitlePageEntry,
} from '@/screenplay'
import { readSettings } from '../read/settings'
import { titleLines } from '../title-page'
import type { XmlElement } from '../xml/tree'
import { XmlWriter } from '../xml/XmlWriter'
import { writeBody } from './body'
import { headerAndFooter, moresAndContinueds, pageLayout, sceneNumberOptions } from './default-page'
import { elementSettings } from './default-settings'
import { textPieces } from './pieces'
import { Sets } from './sets'
import { textElements } from './text'

export interface WriteFdxOptions {
  /** What the file that the script came from held beside its text; `range` counts lines of `text`. */
  marks?: readonly SourceMark[]
  /** The Fountain that `screenplay` was read from: without it, marks on words are marks on whole elements. */
  text?: string
}

export interface WrittenFdx {
  xml: string
  /** What Final Draft has no form for, with lines of `text`: it is left out, or written as the message says. */
  losses: ScriptProblem[]
}

/** The version whose documents have notes inside paragraphs; every later one opens them. */
const VERSION = '4'

/**
 * Writes a screenplay as a document of Final Draft. Marks that came from one (revisions, tags, looks, scene cards,
 * settings) are written again; those of other sources are written where Final Draft has a form for them.
 *
 * Always well-formed XML 1.0. Linear in the size of the screenplay.
 */
export function writeFdx(screenplay: Screenplay, { marks = [], text }: WriteFdxOptions = {}): WrittenFdx {
  const kept = keptElements(marks, 'elements')
  const find = (name: string) => kept.find((each) => each.name === name)
  const settings = readSettings({ name: 'FinalDraft', attributes: {}, children: kept })
  const sets = new Sets(find('Revisions'), find('TagData'))
  const losses: ScriptProblem[] = []
  const types = new Set<string>()
  const lowerCase = new Set<string>()
  const body = writeBody({
    elements: screenplay.elements,
    marks,
    text,
    sets,
    settings,
    types,
    lowerCase,
    losses,
  })
  const isNumbered = screenplay.elements.some(
    (each) => each.type === 'scene-heading' && each.sceneNumber !== null,
  )
  const own = [
    find('HeaderAndFooter') ?? headerAndFooter(),
    find('PageLayout') ?? pageLayout(),
    ...kept.filter(({ name }) => name === 'ElementSettings'),
    ...elementSettings(types, lowerCase, kept),
    titlePage(screenplay.titlePage, keptElements(marks, 'titlePage')[0] ?? headerAndFooter(), sets),
    find('MoresAndContinueds') ?? moresAndContinueds(),
    find('SceneNumberOptions') ?? sceneNumberOptions(isNumbered),
    sets.revisionsElement(),
    sets.tagElement(),
  ].filter((each) => each !== null)
  const written = new Set(own.map(({ name }) => name))
  const rest = kept.filter(({ name }) => !written.has(name) && name !== 'Content')
  const writer = new XmlWriter()
  writer.tree(0, {
    name: 'FinalDraft',
    attributes: { DocumentType: 'Script', Template: 'No', Version: VERSION },
    children: [{ name: 'Content', attributes: {}, children: body }, ...own, ...rest],
  })
  if (writer.removed > 0)
    losses.push({
      line: null,
      message: `Left out, because no XML can hold it: ${counted(writer.removed, 'character')}.`,
    })
  return { xml: writer.toString(), losses: listProblems(losses) }
}

function keptElements(marks: readonly SourceMark[], list: 'elements' | 'titlePage'): XmlElement[] {
  const found = marks.find(({ data }) => data?.fdx === 'settings')?.data?.[list]
  return Array.isArray(found) ? (found as XmlElement[]).filter((each) => typeof each?.name === 'string') : []
}

/** Lines of a page of Final Draft above the title and below it. */
const ABOVE = 17
const LINES = 50

function titlePage(entries: readonly TitlePageEntry[], header: XmlElement, sets: Sets): XmlElement {
  const lines = titleLines(entries)
  const paragraphs: XmlElement[] = []
  const put = (text: string, align: string) => {
    const { pieces } = textPieces(text)
    paragraphs.push({
      name: 'Paragraph',
      attributes: { Alignment: align },
      children: pieces.flatMap((piece) =>
        'run' in piece ? textElements(piece.run, piece.span, [], sets) : [],
      ),
    })
  }
  const center = lines.filter(({ align }) => align === 'center')
  const below = lines.filter(({ align }) => align !== 'center')
  if (lines.length > 0) {
    for (let row = 0; row < ABOVE; row += 1) put('', 'Center')
    center.forEach(({ text }, index) => {
      put(text, 'Center')
      if (index < center.length - 1) put('', 'Center')
    })
    for (let row = paragraphs.length + below.length; row < LINES; row += 1) put('', 'Left')
    for (const { text, align } of below) put(text, align === 'right' ? 'Right' : 'Left')
  }
  return {
    name: 'TitlePage',
    attributes: {},
    children: [header, { name: 'Content', attributes: {}, children: paragraphs }],
  }
}
