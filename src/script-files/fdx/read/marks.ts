import type { ScreenplayElement, SourceMark } from '@/screenplay'
import type { Span } from '../spans'
import { childrenOf, textContent, withoutIndentation, type XmlElement } from '../xml/tree'
import type { ElementText } from './element-text'
import type { Findings } from './mark-list'
import { type FdxParagraph, otherParts } from './paragraphs'
import type { FdxRun } from './runs'
import type { FdxSettings } from './settings'

type Mark = Pick<SourceMark, 'kind' | 'label' | 'data'>

/** Marks what the runs of an element say beside their text: revisions, tags, looks. Neighbours that say the same are one. */
export function markRuns(
  found: ElementText,
  element: number,
  settings: FdxSettings,
  findings: Findings,
): void {
  const open = new Map<string, { mark: Mark; span: Span }>()
  const whole = wholeOf(found)
  const put = ({ mark, span }: { mark: Mark; span: Span }) => {
    const isWhole = span.start <= whole.start && span.end >= whole.end
    findings.mark({ ...mark, element, span: isWhole ? null : span })
  }
  for (const { run, span, isStyled } of found.runs) {
    if (run.isPlain && isStyled && open.size === 0) continue
    const marks = new Map(marksOf(run, isStyled, settings).map((mark) => [JSON.stringify(mark), mark]))
    for (const [key, each] of open) {
      const isNext = found.assembled.slice(each.span.end, span.start).trim() === ''
      if (marks.has(key) && isNext) continue
      // A space between two words is no reason to part what both say; but what stops here, stops.
      open.delete(key)
      put(each)
    }
    for (const [key, mark] of marks) {
      const each = open.get(key)
      if (each) each.span = { start: each.span.start, end: span.end }
      else open.set(key, { mark, span })
    }
  }
  for (const each of open.values()) put(each)
}

/** From the first letter that is shown to the last. */
function wholeOf({ runs, assembled }: ElementText): Span {
  const shown = runs.filter(({ run }) => run.text.trim() !== '')
  const first = shown[0]
  const last = shown.at(-1)
  if (!first || !last) return { start: 0, end: assembled.length }
  const lead = first.run.text.length - first.run.text.trimStart().length
  return { start: first.span.start + lead, end: last.span.start + last.run.text.trimEnd().length }
}

const NONE: readonly Mark[] = []

function marksOf(run: FdxRun, isStyled: boolean, settings: FdxSettings): readonly Mark[] {
  if (run.isPlain && isStyled) return NONE
  const marks: Mark[] = []
  if (run.revision !== null) {
    const set = settings.revisions.get(run.revision)
    const color = set?.attributes.Color
    marks.push({
      kind: 'revision',
      label: set?.name ?? `Revision ${run.revision}`,
      data: { fdx: 'RevisionID', number: run.revision, ...(color ? { color } : {}) },
    })
  }
  for (const number of run.tags) {
    const tag = settings.tags.get(number)
    marks.push({
      kind: 'tag',
      label: tag ? `${tag.category}: ${tag.label}` : `Tag ${number}`,
      data: { fdx: 'TagNumber', number },
    })
  }
  if (Object.keys(run.look).length > 0)
    marks.push({
      kind: 'style',
      label: Object.values(run.look).join(', '),
      data: { fdx: 'Text', look: run.look },
    })
  if (!isStyled) {
    const style = styleName(run)
    if (style) marks.push({ kind: 'style', label: style, data: { fdx: 'Text', style } })
  }
  return marks
}

/** As Final Draft writes it; empty for plain text. */
export const styleName = (run: { isBold: boolean; isItalic: boolean; isUnderlined: boolean }): string =>
  [run.isBold && 'Bold', run.isItalic && 'Italic', run.isUnderlined && 'Underline'].filter(Boolean).join('+')

/** Said by other means, or of no use outside the document. */
const READ_ELSEWHERE = new Set(['type', 'id', 'number', 'startsnewpage', 'color'])

/** Marks what a paragraph says beside its text: its type, its own layout, its page, what hangs on it. */
export function markParagraph(
  paragraph: FdxParagraph,
  became: ScreenplayElement['type'],
  element: number,
  page: string | null,
  settings: FdxSettings,
  findings: Findings,
): void {
  const add = (mark: Mark) => findings.mark({ ...mark, element, span: null })
  const kept = paragraph.type === null ? paragraph.typeName : paragraph.type.kept
  const layout = ownLayout(paragraph, became, settings)
  if (kept || layout)
    add({
      kind: 'style',
      label: kept ?? 'Layout',
      data: { fdx: 'Paragraph', ...(kept ? { type: kept } : {}), ...(layout ? { layout } : {}) },
    })
  if (page) add({ kind: 'page', label: page, data: { fdx: 'Page' } })
  markParts(paragraph, element, findings)
}

/** Marks what hangs on a paragraph and nothing here reads: its card, alternates, page labels, whatever later versions bring. */
export function markParts(paragraph: FdxParagraph, element: number, findings: Findings): void {
  const scene = paragraph.properties && sceneData(paragraph.properties)
  if (scene) {
    const label = scene.attributes.Title || 'Scene'
    const data = { fdx: 'SceneProperties', element: scene }
    findings.mark({ kind: 'other', element, span: null, label, data })
  }
  for (const part of otherParts(paragraph)) {
    // The words of alternates stand elsewhere; what else has some is nothing that is known.
    if (part.name !== 'Alts' && /\p{L}/u.test(textContent(part))) {
      const message = `What stands in <${part.name}> inside a paragraph is kept beside the script, not in it.`
      findings.warnOnce(message, element, message)
    }
    const label = /^page(?:break|number|label)?$/i.test(part.name)
      ? Object.values(part.attributes).find((value) => /^[A-Z]{0,3}\d+[A-Z]{0,3}$/i.test(value))
      : undefined
    findings.mark({
      kind: label ? 'page' : 'other',
      element,
      span: null,
      label: label ?? part.name,
      data: { fdx: 'part', element: withoutIndentation(part) },
    })
  }
}

/** Attributes that differ from what the document says of the type. */
function ownLayout(
  { element, typeName, type }: FdxParagraph,
  became: ScreenplayElement['type'],
  settings: FdxSettings,
): Record<string, string> | null {
  const usual = settings.types.get(typeName.toLowerCase())?.paragraph ?? {}
  const layout: Record<string, string> = {}
  for (const [name, value] of Object.entries(element.attributes)) {
    const isHeadingColor = name === 'Color' && type?.kind !== 'heading'
    if (READ_ELSEWHERE.has(name.toLowerCase()) && !isHeadingColor) {
      // Inside a speech no page begins in Fountain.
      const isKept =
        (name === 'StartsNewPage' &&
          value === 'Yes' &&
          (became === 'dialogue' || became === 'parenthetical')) ||
        (name === 'Number' && type?.kind !== 'heading')
      if (!isKept) continue
    }
    if (name === 'Alignment' && became === 'centered') continue
    const expected = usual[name] ?? (name === 'Alignment' ? 'Left' : undefined)
    if (expected === value || (expected !== undefined && Number(expected) === Number(value))) continue
    layout[name] = value
  }
  return Object.keys(layout).length > 0 ? layout : null
}

/** What a card of a scene says that the script does not; its length is counted anew, its page is a mark of its own. */
function sceneData(properties: XmlElement): XmlElement | null {
  const { Length: _, Page: __, Number: ___, ...attributes } = properties.attributes
  const children = childrenOf(properties).filter(({ name }) => name.toLowerCase() !== 'summary')
  const isEmpty = Object.values(attributes).every((value) => value === '') && children.length === 0
  return isEmpty ? null : withoutIndentation({ name: 'SceneProperties', attributes, children })
}
