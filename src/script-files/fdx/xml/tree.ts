import { ScriptError } from '@/screenplay'
import { guardXml } from './guard'

/** An element of an XML document. Plain JSON: settings that are only kept are stored as this. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
}
export type XmlNode = XmlElement | string

type Parsed = Record<string, unknown>

const TEXT = '#text'
const CDATA = '#cdata'
const ATTRIBUTES = ':@'

/**
 * Parses an XML document. Names lose their namespace, entities other than the five of XML and character references
 * stay as they are typed and are given to `onEntity` once each.
 *
 * @returns the root element.
 * @throws ScriptError with the line of the file where it is not XML, or too deep or too much of it.
 */
export async function parseXml(
  text: string,
  { filename, onEntity }: { filename?: string; onEntity?: (name: string) => void } = {},
): Promise<XmlElement> {
  const xml = guardXml(text, filename)
  // A library that most imports never need.
  const { XMLParser } = await import('fast-xml-parser')
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    cdataPropName: CDATA,
    processEntities: false,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    removeNSPrefix: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    jPath: false,
  })
  let parsed: Parsed[]
  try {
    parsed = parser.parse(xml) as Parsed[]
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ScriptError({ line: null, message: `The file is not valid XML: ${reason}` }, filename)
  }
  const unknown = new Set<string>()
  const root = parsed.map((node) => toNode(node, unknown)).find((node) => typeof node !== 'string')
  for (const name of unknown) onEntity?.(name)
  if (!root) throw new ScriptError({ line: null, message: 'The file is XML without any element.' }, filename)
  return root as XmlElement
}

/** Recursion is bounded by the guard. */
function toNode(parsed: Parsed, unknown: Set<string>): XmlNode {
  for (const name in parsed) {
    if (name === ATTRIBUTES) continue
    if (name === TEXT) return decodeEntities(String(parsed[name]), unknown)
    const children = parsed[name] as Parsed[]
    if (name === CDATA) return children.map((child) => String(child[TEXT] ?? '')).join('')
    const typed = (parsed[ATTRIBUTES] ?? {}) as Record<string, unknown>
    const attributes: Record<string, string> = {}
    for (const key in typed) attributes[key] = decodeEntities(String(typed[key]), unknown)
    return { name, attributes, children: children.map((child) => toNode(child, unknown)) }
  }
  return ''
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string, unknown: Set<string>): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([\w.:-]{1,60}));/g,
    (typed, decimal, hex, name) => {
      if (name) {
        const known = NAMED[name]
        if (known === undefined && unknown.size < 20) unknown.add(typed)
        return known ?? typed
      }
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff)
      if (!isCharacter || (code >= 0xd800 && code <= 0xdfff)) return ''
      return code === 13 ? '\n' : String.fromCodePoint(code)
    },
  )
}

/** An attribute whatever the case of its name is; undefined where there is none. */
export function attribute({ attributes }: XmlElement, name: string): string | undefined {
  const exact = attributes[name]
  if (exact !== undefined) return exact
  const lower = name.toLowerCase()
  for (const key in attributes) if (key.toLowerCase() === lower) return attributes[key]
  return undefined
}

export const isElement = (node: XmlNode, name?: string): node is XmlElement =>
  typeof node !== 'string' && (name === undefined || node.name.toLowerCase() === name.toLowerCase())

export const child = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((node): node is XmlElement => isElement(node, name))

export const childrenOf = (element: XmlElement, name?: string): XmlElement[] =>
  element.children.filter((node): node is XmlElement => isElement(node, name))

/** All text inside an element, in order. */
export function textContent(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textContent).join('')
}

/** True for the `Yes` of Final Draft, and what others write for it. */
export const isYes = (value: string | undefined): boolean => /^(?:yes|true|1)$/i.test(value ?? '')

/** A tree without the white space between its elements: for what is kept. */
export function withoutIndentation(element: XmlElement): XmlElement {
  const isText = element.children.every((node) => typeof node === 'string')
  return {
    ...element,
    children: isText
      ? element.children
      : element.children
          .filter((node) => typeof node !== 'string' || node.trim() !== '')
          .map((node) => (typeof node === 'string' ? node : withoutIndentation(node))),
  }
}
