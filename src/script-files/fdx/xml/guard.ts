import { ScriptError } from '@/screenplay'

/** Tags inside each other. Final Draft nests eight deep. */
export const MAX_DEPTH = 64
/** A script of 1,000 pages has about 100,000 elements and, as Final Draft writes them, three attributes each. */
export const MAX_ELEMENTS = 150_000
export const MAX_ATTRIBUTES = 600_000
/** Characters of one tag, of one text and of all of them. 1,000 pages have 2 million. */
const MAX_TAG = 20_000
export const MAX_TEXT = 100_000
const MAX_TEXTS = 5_000_000
/** Characters of something beside the script, such as pictures: what has more is taken out unread. */
const MAX_BESIDE = 1_000_000

export interface GuardedXml {
  xml: string
  /** Names of what was taken out because of its size. */
  cut: string[]
}

/**
 * Looks over an XML document before it is parsed: that every tag is closed, how deep they stand in each other, how
 * many there are and how long. Takes out the DOCTYPE, so that no entity of it exists for any parser, and children
 * of the root that are large and not in `read`. Line breaks stay.
 *
 * One pass without recursion.
 *
 * @param read names, in lower case, of the children of the root that are never taken out.
 * @throws ScriptError with the line of the file.
 */
export function guardXml(xml: string, read: ReadonlySet<string>, filename?: string): GuardedXml {
  return new Guard(xml, read, filename).look()
}

class Guard {
  private readonly open: string[] = []
  private readonly cut = new Set<string>()
  private kept = ''
  private keptTo = 0
  private elements = 0
  private attributes = 0
  private texts = 0
  /** Where the child of the root began that the walk is in, and whether it is one that is only kept. */
  private beside: { start: number; isTooLong: boolean; elements: number; attributes: number } | null = null

  constructor(
    private readonly xml: string,
    private readonly read: ReadonlySet<string>,
    private readonly filename: string | undefined,
  ) {}

  look(): GuardedXml {
    const { xml, open } = this
    let behind = 0
    for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', behind)) {
      this.measure(behind, at)
      behind = this.pass(at)
      const isMany = this.elements > MAX_ELEMENTS || this.attributes > MAX_ATTRIBUTES
      if (isMany && !this.beside) this.fail(at, 'The document has more elements than a script may have.')
    }
    const unclosed = open.at(-1)
    if (unclosed) this.fail(xml.length, `<${unclosed}> is never closed: the file is cut off.`)
    return { xml: this.keptTo === 0 ? xml : this.kept + xml.slice(this.keptTo), cut: [...this.cut] }
  }

  /** @returns the offset behind the tag or declaration at `at`. */
  private pass(at: number): number {
    const next = this.xml[at + 1]
    if (next === '!' || next === '?') {
      const { end, isDoctype } = skipDeclaration(this.xml, at)
      if (end === -1)
        this.fail(at, 'A comment or declaration is never closed: the file is cut off or damaged.')
      if (isDoctype) this.takeOut(at, end)
      else if (this.xml.startsWith('<![CDATA[', at)) this.measure(at, end)
      this.elements += 1
      return end
    }
    const { end, attributes } = tagEnd(this.xml, at + 1)
    if (end === -1) this.fail(at, 'A tag is never closed: the file is cut off or damaged.')
    if (end - at > MAX_TAG) {
      if (!this.beside) this.fail(at, `A tag has more than ${MAX_TAG.toLocaleString('en-US')} characters.`)
      else this.beside.isTooLong = true
    }
    this.attributes += attributes
    if (next === '/') this.close(at, end + 1)
    else this.begin(at, end)
    return end + 1
  }

  private begin(at: number, end: number): void {
    const name = nameAt(this.xml, at + 1, end)
    if (!/^[\p{L}_]/u.test(name))
      this.fail(at, 'A < stands in the text where &lt; should: this is not valid XML.')
    this.elements += 1
    const isChild = this.open.length === 1
    if (isChild && !this.read.has(name.replace(/^.*:/, '').toLowerCase()))
      this.beside = { start: at, isTooLong: false, elements: this.elements, attributes: this.attributes }
    this.open.push(name)
    if (this.open.length > MAX_DEPTH) this.fail(at, `Tags stand more than ${MAX_DEPTH} deep in each other.`)
    if (this.xml[end - 1] === '/') this.close(at, end + 1, name)
  }

  private close(at: number, behind: number, name = nameAt(this.xml, at + 2, behind - 1)): void {
    const expected = this.open.pop()
    if (expected === undefined) this.fail(at, `</${name}> closes a tag that was never opened.`)
    if (expected !== name) this.fail(at, `</${name}> stands where <${expected}> should be closed.`)
    if (this.open.length !== 1 || !this.beside) return
    const { start, isTooLong, elements, attributes } = this.beside
    this.beside = null
    if (!isTooLong && behind - start <= MAX_BESIDE) return
    this.takeOut(start, behind)
    this.cut.add(name)
    Object.assign(this, { elements, attributes })
  }

  private takeOut(from: number, to: number): void {
    const lines = this.xml.slice(from, to).split('\n').length - 1
    this.kept += this.xml.slice(this.keptTo, from) + '\n'.repeat(lines)
    this.keptTo = to
  }

  private measure(from: number, to: number): void {
    if (this.beside) return
    this.texts += to - from
    const count = (value: number) => value.toLocaleString('en-US')
    if (to - from > MAX_TEXT)
      this.fail(
        from,
        `A paragraph has ${count(to - from)} characters; at most ${count(MAX_TEXT)} are allowed. Are the line breaks missing?`,
      )
    if (this.texts > MAX_TEXTS) this.fail(from, 'The document has more text than a script may have.')
  }

  private fail(at: number, message: string): never {
    throw new ScriptError({ line: lineOf(this.xml, at), message }, this.filename)
  }
}

const nameAt = (xml: string, from: number, to: number): string =>
  /^[^\s/>]*/.exec(xml.slice(from, Math.min(to, from + 200)))?.[0] ?? ''

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
