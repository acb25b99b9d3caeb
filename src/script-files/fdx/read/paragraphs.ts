import { ScriptError } from '@/screenplay'
import { MAX_TEXT } from '../xml/guard'
import { attribute, child, childrenOf, isElement, isYes, type XmlElement } from '../xml/tree'
import { type FdxType, typeOf } from './paragraph-types'
import { splitLines } from './piece-order'
import { inCapitals, isRun, type Piece, plainFdxRun, readPieces, textOfPieces, trimPieces } from './runs'
import type { FdxSettings } from './settings'

/** A paragraph of the script, in the order of the page. */
export interface FdxParagraph {
  element: XmlElement
  /** As the file calls it. */
  typeName: string
  /** Null where nothing is known of the type. */
  type: FdxType | null
  /** Text and notes; capitals where the page has capitals. */
  pieces: Piece[]
  startsPage: boolean
  isCentered: boolean
  /** A cue of a dual dialogue that is not its first. */
  isDual: boolean
  /** What an OMITTED scene hides. */
  hidden: FdxParagraph[] | null
  /** Of a scene heading. */
  properties: XmlElement | null
}

const PARTS = ['Text', 'ScriptNote', 'SceneProperties', 'DualDialogue', 'OmittedScene']

/** Children of a paragraph that nothing here reads: alternates, and whatever later versions bring. */
export const otherParts = ({ element }: FdxParagraph): XmlElement[] =>
  childrenOf(element).filter((part) => !PARTS.some((name) => isElement(part, name)))

/**
 * The paragraphs in a `Content` element: those of dual dialogue among the others, those of omitted scenes below
 * their heading, and those in elements that nothing is known of where these stand.
 */
export function readParagraphs(content: XmlElement, settings: FdxSettings): FdxParagraph[] {
  const found: FdxParagraph[] = []
  const walk = (container: XmlElement, dual: { cues: number } | null) => {
    for (const node of container.children) {
      if (typeof node === 'string') {
        if (node.trim() !== '') found.push(readParagraph(bare(node), settings))
      } else if (isElement(node, 'Paragraph')) {
        const pair = child(node, 'DualDialogue')
        const paragraph = readParagraph(node, settings)
        if (!pair || textOfPieces(paragraph.pieces) !== '' || paragraph.pieces.length > 0)
          found.push(paragraph)
        else if (paragraph.startsPage) found.push({ ...paragraph, pieces: [] })
        if (dual && paragraph.type?.kind === 'character') {
          paragraph.isDual = dual.cues > 0
          dual.cues += 1
        }
        if (pair) walk(pair, { cues: 0 })
      } else if (isElement(node, 'OmittedScene')) found.push(readParagraph(omitted(node), settings))
      else if (isElement(node, 'ScriptNote')) found.push(readParagraph(noteAlone(node), settings))
      else walk(node, isElement(node, 'DualDialogue') ? { cues: 0 } : dual)
    }
  }
  walk(content, null)
  return found
}

const bare = (text: string): XmlElement => ({
  name: 'Paragraph',
  attributes: { Type: 'Action' },
  children: [{ name: 'Text', attributes: {}, children: [text] }],
})
const omitted = (scene: XmlElement): XmlElement => ({
  name: 'Paragraph',
  attributes: { Type: 'Scene Heading' },
  children: [{ name: 'Text', attributes: {}, children: ['OMITTED'] }, scene],
})
const noteAlone = (note: XmlElement): XmlElement => ({
  name: 'Paragraph',
  attributes: { Type: 'General' },
  children: [note],
})

function readParagraph(element: XmlElement, settings: FdxSettings): FdxParagraph {
  const typeName = attribute(element, 'Type')?.trim() || 'Action'
  const known = settings.types.get(typeName.toLowerCase())
  const type = typeOf(typeName, known?.paginatesAs)
  const pieces = trimPieces(readPieces(element), type?.kind === 'action')
  for (const piece of pieces) {
    if (isRun(piece) && (piece.isAllCaps || known?.isAllCaps)) piece.text = inCapitals(piece.text)
  }
  const length = textOfPieces(pieces).length
  if (length > MAX_TEXT) {
    const message = `A paragraph has ${length.toLocaleString('en-US')} characters; at most ${MAX_TEXT.toLocaleString('en-US')} are allowed.`
    throw new ScriptError({ line: null, message })
  }
  const scene = child(element, 'OmittedScene')
  return {
    element,
    typeName,
    type,
    pieces,
    startsPage: isYes(attribute(element, 'StartsNewPage')),
    isCentered: /^cent(?:er|re)/i.test(attribute(element, 'Alignment') ?? known?.paragraph.Alignment ?? ''),
    isDual: false,
    hidden: scene ? readParagraphs(scene, settings) : null,
    properties: child(element, 'SceneProperties') ?? null,
  }
}

/** The paragraphs in an element, one line each; its own text where it has none. */
export function linesIn(element: XmlElement): Piece[][] {
  const paragraphs = childrenOf(element, 'Paragraph')
  return (paragraphs.length > 0 ? paragraphs : [element]).flatMap((each) =>
    splitLines(readPieces(each).filter(isRun)),
  )
}

/** For a run that is made, not read. */
export const lineBreak = () => plainFdxRun('\n')
