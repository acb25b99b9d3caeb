import { ScriptError } from '@/screenplay'

/** Tags inside each other. Final Draft nests eight deep. */
export const MAX_DEPTH = 64
/** A script of 1,000 pages has about 100,000 elements and, as Final Draft writes them, three attributes each. */
export const MAX_ELEMENTS = 300_000
export const MAX_ATTRIBUTES = 1_500_000

/**
 * Looks over an XML document before it is parsed: that every tag is closed, how deep they stand in each other and
 * how many there are. Takes the DOCTYPE out (its line breaks stay), so that no entity of it exists for any parser.
 *
 * One pass without recursion.
 *
 * @throws ScriptError with the line of the file.
 */
export function guardXml(xml: string, filename?: string): string {
  const fail = (at: number, message: string): never => {
    throw new ScriptError({ line: lineOf(xml, at), message }, filename)
  }
  const open: string[] = []
  let kept = ''
  let keptTo = 0
  let elements = 0
  let attributes = 0
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const next = xml[at + 1]
    if (next === '!' || next === '?') {
      const { end, isDoctype } = skipDeclaration(xml, at)
      if (end === -1) fail(at, 'A comment or declaration is never closed: the file is cut off or damaged.')
      if (isDoctype) {
        kept += xml.slice(keptTo, at) + xml.slice(at, end).replace(/[^\n]+/g, ' ')
        keptTo = end
      }
      at = end
      continue
    }
    const close = tagEnd(xml, at + 1)
    if (close.end === -1) fail(at, 'A tag is never closed: the file is cut off or damaged.')
    attributes += close.attributes
    const isClosing = next === '/'
    const name =
      /^[^\s/>]*/.exec(xml.slice(at + (isClosing ? 2 : 1), Math.min(close.end, at + 200)))?.[0] ?? ''
    if (isClosing) {
      const expected = open.pop()
      if (expected !== name)
        fail(
          at,
          expected === undefined
            ? `</${name}> closes a tag that was never opened.`
            : `</${name}> stands where <${expected}> should be closed.`,
        )
    } else {
      if (!/^[\p{L}_]/u.test(name))
        fail(at, 'A < stands in the text where &lt; should: this is not valid XML.')
      elements += 1
      if (xml[close.end - 1] !== '/') open.push(name)
      if (open.length > MAX_DEPTH) fail(at, `Tags stand more than ${MAX_DEPTH} deep in each other.`)
      if (elements > MAX_ELEMENTS || attributes > MAX_ATTRIBUTES)
        fail(at, 'The document has more elements than a script may have.')
    }
    at = close.end + 1
  }
  const unclosed = open.at(-1)
  if (unclosed) fail(xml.length, `<${unclosed}> is never closed: the file is cut off.`)
  return keptTo === 0 ? xml : kept + xml.slice(keptTo)
}

/** Where the tag that begins before `from` ends; a `>` in an attribute's value does not end it. */
function tagEnd(xml: string, from: number): { end: number; attributes: number } {
  let attributes = 0
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at)
    if (code === 0x3e) return { end: at, attributes }
    if (code === 0x3c) break
    if (code === 0x22 || code === 0x27) {
      attributes += 1
      at = xml.indexOf(code === 0x22 ? '"' : "'", at + 1)
      if (at === -1) break
    }
  }
  return { end: -1, attributes }
}

/** `end` is behind the last character, -1 where there is none. */
function skipDeclaration(xml: string, at: number): { end: number; isDoctype: boolean } {
  const behind = (mark: string, from: number) => {
    const found = xml.indexOf(mark, from)
    return found === -1 ? -1 : found + mark.length
  }
  if (xml.startsWith('<!--', at)) return { end: behind('-->', at + 4), isDoctype: false }
  if (xml.startsWith('<![CDATA[', at)) return { end: behind(']]>', at + 9), isDoctype: false }
  if (xml[at + 1] === '?') return { end: behind('?>', at + 2), isDoctype: false }
  let depth = 0
  for (let index = at + 2; index < xml.length; index += 1) {
    const character = xml[index]
    if (character === '"' || character === "'") {
      index = xml.indexOf(character, index + 1)
      if (index === -1) break
    } else if (character === '[') depth += 1
    else if (character === ']') depth -= 1
    else if (character === '>' && depth <= 0) return { end: index + 1, isDoctype: true }
  }
  return { end: -1, isDoctype: true }
}

export function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}
