import { counted } from '@/lib/counted'
import { ScriptError, type ScriptProblem } from '@/screenplay'
import { MAX_SCRIPT_BYTES } from '../limits'
import { markRuns, type Paragraph, type Run } from '../paragraphs/Paragraph'
import { readParagraphs } from '../paragraphs/readParagraphs'
import type { ScriptSource } from '../ScriptFormat'
import { decodeScript } from '../text/decode'
import { isZip, readZip } from '../zip'

const ROOT = 'document'

interface XmlNode {
  [name: string]: unknown
  ':@'?: Record<string, string>
}

/**
 * Reads the Open Screenplay Format, as Fade In packs it: paragraphs with the name of a base style and runs of text.
 * @see https://sourceforge.net/projects/openscrfmt
 */
export async function readFadeIn(bytes: Uint8Array): Promise<ScriptSource> {
  const xml = isZip(bytes)
    ? (await readZip(bytes, (name) => name === 'document.xml', MAX_SCRIPT_BYTES)).get('document.xml')
    : bytes
  if (!xml) throw unreadable('there is no document.xml in it')
  const { text } = decodeScript(xml)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw unreadable('it declares entities, which scripts do not')
  const { XMLParser } = await import('fast-xml-parser')
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    maxNestedTags: 50,
  })
  let root: XmlNode[]
  try {
    root = parser.parse(text) as XmlNode[]
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message.slice(0, 200) : String(error))
  }
  const document = childrenOf(
    root.find((node) => ROOT in node),
    ROOT,
  )
  const inside = (name: string) => document.flatMap((node) => (name in node ? childrenOf(node, name) : []))
  const title = inside('titlepage')
    .filter((node) => 'para' in node)
    .map(toTitle)
  const paragraphs = inside('paragraphs')
    .filter((node) => 'para' in node)
    .map(toParagraph)
  if (paragraphs.length === 0) throw unreadable('there is no paragraph in it')
  const source = readParagraphs([...title, ...paragraphs])
  return { ...source, warnings: [...unread(inside('paragraphs')), ...source.warnings] }
}

const unreadable = (reason: string) =>
  new ScriptError({
    line: null,
    message: `This Fade In document cannot be read: ${reason}. Export it from Fade In as Final Draft or Fountain.`,
  })

function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  const children = node?.[name]
  return Array.isArray(children) ? (children as XmlNode[]) : []
}

function toParagraph(node: XmlNode): Paragraph {
  const parts = childrenOf(node, 'para')
  const style = parts.find((part) => 'style' in part)?.[':@'] ?? {}
  const runs: Run[] = parts.flatMap((part) => {
    if (!('text' in part)) return []
    const { bold, italic, underline } = part[':@'] ?? {}
    const text = childrenOf(part, 'text')
      .map((child) => String(child['#text'] ?? ''))
      .join('')
    return [{ text, bold: bold === '1', italic: italic === '1', underline: underline === '1' }]
  })
  const name = style.basestylename ?? style.basestyle ?? style.name ?? null
  return {
    text: runs.map((run) => run.text).join(''),
    marked: markRuns(runs),
    style: name === 'Normal Text' ? 'Action' : name,
    indent: 0,
    align: 'left',
    sceneNumber: style.number ?? node[':@']?.number ?? null,
  }
}

/** What paragraphs hold beside style and text, such as notes. */
function unread(nodes: readonly XmlNode[]): ScriptProblem[] {
  const counts = new Map<string, number>()
  for (const part of nodes.flatMap((node) => childrenOf(node, 'para'))) {
    const name = Object.keys(part).find((each) => each !== ':@') ?? ''
    if (!['style', 'text', '#text'].includes(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].slice(0, 20).map(([name, count]) => ({
    line: null,
    message: `Left out, because it is not known what it means: <${name.slice(0, 40)}> in ${counted(count, 'paragraph')}.`,
  }))
}

/** The lines of the title page carry a bookmark that says what they are. */
function toTitle(node: XmlNode): Paragraph {
  const bookmark = node[':@']?.bookmark ?? ''
  const style = bookmark === 'Title' ? 'Title' : /author|written/i.test(bookmark) ? 'Author' : 'Action'
  return { ...toParagraph(node), style }
}
