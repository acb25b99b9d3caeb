import { counted } from '@/lib/counted'
import { ScriptError, type ScriptProblem } from '@/screenplay'
import { charactersOf, markRuns, type Paragraph, type Run } from '../paragraphs/Paragraph'
import { readParagraphs } from '../paragraphs/readParagraphs'
import type { ScriptSource } from '../ScriptFormat'
import { readZip } from '../zip'

/** Bytes of the XML parts together when unpacked: 1,000 pages have about 5 MB. */
const MAX_XML = 8 * 1024 * 1024
/** Deeper than any table in a table in a text box; mammoth goes down by recursion. */
const MAX_DEPTH = 200

/** In all parts together. 400 pages as Word writes them; more would take mammoth over 2 s and 400 MB. */
const MAX_ELEMENTS = 200_000

/** What mammoth hands to `transformDocument`, as far as it is looked at. */
interface Node {
  type: string
  children?: Node[]
  value?: string
  styleName?: string | null
  alignment?: string | null
  indent?: { start?: string | null; firstLine?: string | null }
  numbering?: unknown
  isBold?: boolean
  isItalic?: boolean
  isUnderline?: boolean
  isAllCaps?: boolean
  breakType?: string
  commentId?: string
  noteType?: string
  noteId?: string
  body?: Node[]
  comments?: Node[]
  authorName?: string
  notes?: { resolve(reference: Node): Node | undefined }
}

/**
 * Reads a DOCX by mammoth, which gives paragraphs with the names of their styles. Comments and footnotes become notes
 * where they are anchored; pictures are left out with a warning.
 */
export async function readDocx(bytes: Uint8Array): Promise<ScriptSource> {
  // Only the parts that are read are unpacked, within bounds, and packed again without compression: whatever the
  // archive was, what mammoth is given is small.
  const parts = await readZip(
    bytes,
    (name) => /\.(?:xml|rels)$/.test(name) && !/(?:^|\/)(?:theme|media)\//.test(name),
    MAX_XML,
  )
  let elements = 0
  for (const [name, part] of parts) elements += countElements(part, name)
  if (elements > MAX_ELEMENTS) {
    const message = 'This Word document is too long to be read. Save it as PDF or plain text, or in parts.'
    throw new ScriptError({ line: null, message })
  }
  const [{ zipSync }, { default: mammoth }] = await Promise.all([import('fflate'), import('mammoth')])
  let document: Node | null = null
  try {
    const buffer = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }))
    await mammoth.convertToHtml(
      { buffer },
      {
        transformDocument: (read: Node) => {
          document = read
          // The document itself is what is wanted, so there is nothing left to convert.
          return { ...read, children: [] }
        },
      },
    )
  } catch (error) {
    throw unreadable(error)
  }
  if (!document) throw unreadable(new Error('no document in it'))
  const reading = new DocxReading(document)
  const source = readParagraphs(reading.paragraphs())
  return { ...source, warnings: [...reading.warnings(), ...source.warnings] }
}

function unreadable(error: unknown): ScriptError {
  const reason = error instanceof Error ? error.message.split('\n')[0]?.slice(0, 200) : String(error)
  return new ScriptError({
    line: null,
    message: `This Word document is damaged and cannot be read (${reason}).`,
  })
}

/** @throws ScriptError for markup that nests deeper than documents do */
function countElements(part: Uint8Array, name: string): number {
  let count = 0
  let depth = 0
  for (let index = 0; index + 1 < part.length; index += 1) {
    if (part[index] !== 0x3c) continue
    const next = part[index + 1]
    if (next === 0x2f) depth -= 1
    else if (next !== 0x3f && next !== 0x21) {
      const end = part.indexOf(0x3e, index)
      if (end === -1) return count
      count += 1
      if (part[end - 1] !== 0x2f) depth += 1
      index = end
    }
    if (depth > MAX_DEPTH) {
      throw new ScriptError({ line: null, message: `This Word document is damaged: ${name} nests too deep.` })
    }
  }
  return count
}

class DocxReading {
  private readonly found: Paragraph[] = []
  private pictures = 0
  private numbered = 0

  constructor(private readonly document: Node) {}

  paragraphs(): Paragraph[] {
    for (const child of this.document.children ?? []) this.block(child)
    return this.found
  }

  warnings(): ScriptProblem[] {
    const messages: string[] = []
    if (this.pictures > 0) messages.push(`Pictures left out: ${this.pictures}.`)
    if (this.numbered > 0)
      messages.push(
        `Numbers that Word sets by itself were left out, on ${counted(this.numbered, 'paragraph')}. Type them, if they are scene numbers.`,
      )
    return messages.map((message) => ({ line: null, message }))
  }

  private block(node: Node): void {
    if (node.type === 'paragraph') this.paragraph(node)
    else for (const child of node.children ?? []) this.block(child)
  }

  private paragraph(node: Node): void {
    const runs: Run[] = []
    for (const child of node.children ?? []) this.inline(child, runs, null)
    const { indent, alignment } = node
    if (node.numbering) this.numbered += 1
    this.found.push({
      text: runs.map(({ text }) => text).join(''),
      marked: markRuns(runs),
      style: node.styleName ?? null,
      indent: charactersOf(Number(indent?.start ?? 0) + Number(indent?.firstLine ?? 0) || 0),
      align:
        alignment === 'center' ? 'center' : alignment === 'right' || alignment === 'end' ? 'right' : 'left',
    })
  }

  private inline(node: Node, runs: Run[], run: Node | null): void {
    const push = (text: string) =>
      runs.push({
        text: run?.isAllCaps ? text.toUpperCase() : text,
        bold: run?.isBold ?? false,
        italic: run?.isItalic ?? false,
        underline: run?.isUnderline ?? false,
      })
    if (node.type === 'text') push(node.value ?? '')
    else if (node.type === 'tab') push('\t')
    else if (node.type === 'break') push('\n')
    else if (node.type === 'image') this.pictures += 1
    else if (node.type === 'noteReference' || node.type === 'commentReference') push(this.noteText(node))
    else for (const child of node.children ?? []) this.inline(child, runs, node.type === 'run' ? node : run)
  }

  /** A comment or a footnote as Fountain has it: `[[Ana: Too long?]]`. */
  private noteText(reference: Node): string {
    const { comments = [], notes } = this.document
    const comment = reference.type === 'commentReference'
    const note = comment
      ? comments.find(({ commentId }) => commentId === reference.commentId)
      : notes?.resolve(reference)
    const text = (note?.body ?? []).map(textOf).join(' ').replace(/\s+/g, ' ').replace(/\]\]/g, '] ]').trim()
    if (text === '') return ''
    return ` [[${comment && note?.authorName ? `${note.authorName}: ` : ''}${text}]]`
  }
}

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('')
}
