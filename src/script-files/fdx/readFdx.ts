import { type Screenplay, ScriptError, type ScriptProblem, type SourceMark } from '@/screenplay'
import { asFountain } from '../asFountain'
import type { ScriptSource } from '../ScriptFormat'
import { binaryKind } from '../text/binary'
import { readElements } from './read/elements'
import { keepSettings } from './read/kept-settings'
import { Findings } from './read/mark-list'
import { placeNotes } from './read/note-ranges'
import { noteText } from './read/notes'
import { readParagraphs } from './read/paragraphs'
import { readSettings } from './read/settings'
import { readTitlePage } from './read/title-page'
import { SpanFinder } from './spans'
import { decodeXml, looksLikeFinalDraft } from './xml/decode'
import { attribute, child, parseXml } from './xml/tree'

/** The name of documents before FDX. */
const OLD_NAME = /\.fdr$/i

/**
 * Reads a Final Draft document. Only `Content` is required.
 *
 * @throws ScriptError where it is none, cut off, too deep or too large, with the line of the file.
 */
export async function readFdx(bytes: Uint8Array, filename?: string): Promise<ScriptSource> {
  if (!looksLikeFinalDraft(bytes)) throw new ScriptError(notFinalDraft(bytes, filename), filename)
  const unknown: string[] = []
  const root = await parseXml(decodeXml(bytes, filename), {
    filename,
    onEntity: (name) => unknown.push(name),
  })
  const content = child(root, 'Content')
  if (root.name.toLowerCase() !== 'finaldraft' || !content) {
    const message = content
      ? `This is a document of the kind <${root.name}>, not Final Draft.`
      : 'The Final Draft document has no Content: there is no script in it.'
    throw new ScriptError({ line: null, message }, filename)
  }
  const kind = attribute(root, 'DocumentType') ?? 'Script'
  const findings = new Findings()
  const settings = readSettings(root)
  const paragraphs = readParagraphs(content, settings)
  const homeless = placeNotes(root, content, paragraphs)
  const { elements, texts } = readElements(paragraphs, settings, findings)
  if (elements.length === 0) {
    throw new ScriptError({ line: null, message: 'The Final Draft document has no text.' }, filename)
  }
  for (const note of homeless)
    elements.push({ type: 'note', text: noteText(note), range: { start: 0, end: 0 } })
  if (kind.toLowerCase() !== 'script') findings.warn(null, `The document calls itself ${kind}, not a script.`)
  if (unknown.length > 0)
    findings.warn(null, `Entities are not replaced and stand as they are: ${unknown.join(', ')}.`)
  const kept = keepSettings(root)
  if (kept.left.length > 0)
    findings.warn(null, `Too large to be kept beside the script: ${kept.left.join(', ')}.`)
  findings.close()
  return withMarks({ titlePage: readTitlePage(root), elements }, texts, findings, kept.mark)
}

function notFinalDraft(bytes: Uint8Array, filename = ''): ScriptProblem {
  const other = binaryKind(bytes)
  if (OLD_NAME.test(filename) || /Final Draft/.test(other?.kind ?? '')) {
    const message =
      'This is a document of Final Draft 7 or older. Open it in a later Final Draft and save it as FDX.'
    return { line: null, message }
  }
  return other
    ? { line: null, message: `This is ${other.kind}, not a Final Draft document. ${other.instead}`.trim() }
    : { line: 1, message: 'This is not a Final Draft document: there is no <FinalDraft> at its beginning.' }
}

function withMarks(
  screenplay: Screenplay,
  texts: ReadonlyArray<string | null>,
  findings: Findings,
  settings: SourceMark | null,
) {
  const { warnings, marks } = findings
  const source = asFountain(screenplay, {
    warnings,
    marks: marks.map(({ span: _, ...mark }) => ({ ...mark, offset: null })),
  })
  const lines = source.text.split('\n')
  const finders = new Map<number, SpanFinder>()
  const placed = source.marks.map((mark, index): SourceMark => {
    const { span, element } = marks[index] as (typeof marks)[number]
    if (!span) return mark
    const text = lines.slice(mark.range.start - 1, mark.range.end).join('\n')
    const finder = finders.get(element) ?? new SpanFinder(texts[element] ?? '', text)
    finders.set(element, finder)
    return { ...mark, offset: finder.find(span) }
  })
  return { ...source, marks: settings ? [settings, ...placed] : placed }
}
