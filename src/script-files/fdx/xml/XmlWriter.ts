import { MAX_DEPTH } from './guard'
import type { XmlNode } from './tree'

/** Controls, halves of a character, and the two that are none. */
const SUSPECT = /\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

/** What XML 1.0 has no way to write, not even as a reference. @see https://www.w3.org/TR/xml/#charsets */
function isIllegal(character: string): boolean {
  const code = character.codePointAt(0) as number
  return code < 0x20 ? code !== 9 && code !== 10 && code !== 13 : code > 0x9f
}

/** Writes XML 1.0 and counts the characters that it had to leave out. */
export class XmlWriter {
  removed = 0
  private readonly parts: string[] = []

  escape(text: string): string {
    return this.legal(text)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('\r', '&#13;')
  }

  /** ` Name="value"` for each that is not undefined. Names must be valid: see {@link isXmlName}. */
  attributes(values: Record<string, string | undefined>): string {
    let text = ''
    for (const name in values) {
      const value = values[name]
      if (value === undefined) continue
      const escaped = this.escape(value)
        .replaceAll('"', '&quot;')
        .replaceAll('\n', '&#10;')
        .replaceAll('\t', '&#9;')
      text += ` ${name}="${escaped}"`
    }
    return text
  }

  line(depth: number, markup: string): void {
    this.parts.push(`${'  '.repeat(depth)}${markup}\n`)
  }

  open(depth: number, name: string, values: Record<string, string | undefined> = {}): void {
    this.line(depth, `<${name}${this.attributes(values)}>`)
  }

  close(depth: number, name: string): void {
    this.line(depth, `</${name}>`)
  }

  /** A tree that was kept as it was read. What is not valid XML in it is left out. */
  tree(depth: number, node: XmlNode): void {
    if (typeof node === 'string') {
      if (node.trim() !== '') this.line(depth, this.escape(node))
      return
    }
    if (!isXmlName(node.name) || depth > MAX_DEPTH) return
    const known = Object.fromEntries(Object.entries(node.attributes).filter(([name]) => isXmlName(name)))
    const start = `${node.name}${this.attributes(known)}`
    const inside = node.children.filter((each) => typeof each !== 'string' || each.trim() !== '')
    if (inside.length === 0 && node.children.length === 0) this.line(depth, `<${start}/>`)
    else if (node.children.every((each) => typeof each === 'string'))
      this.line(depth, `<${start}>${this.escape(node.children.join(''))}</${node.name}>`)
    else {
      this.line(depth, `<${start}>`)
      for (const each of inside) this.tree(depth + 1, each)
      this.close(depth, node.name)
    }
  }

  toString(): string {
    return `<?xml version="1.0" encoding="UTF-8" standalone="no" ?>\n${this.parts.join('')}`
  }

  private legal(text: string): string {
    return text.replace(SUSPECT, (character) => {
      if (!isIllegal(character)) return character
      this.removed += 1
      return ''
    })
  }
}

export const isXmlName = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name)
