import type { SourceMark } from '@/screenplay'
import type { StyledRun } from '@/screenplay/fountain/styled-text'
import { styleName } from '../read/marks'
import { BONEYARD } from '../read/notes'
import type { Span } from '../spans'
import type { XmlElement, XmlNode } from '../xml/tree'
import { attributesOf, type MarkIndex } from './marks'
import type { OutNote, OutText } from './pieces'
import type { Sets } from './sets'

interface Layer {
  mark: SourceMark
  span: Span
}

/** The marks of an element that are about its letters. */
export function layersOf(
  marks: readonly SourceMark[],
  source: string,
  text: OutText,
  index: MarkIndex,
): Layer[] {
  const whole = { start: 0, end: text.printed.length }
  return marks
    .filter(
      ({ kind, data }) => kind === 'revision' || kind === 'tag' || (kind === 'style' && data?.fdx === 'Text'),
    )
    .map((mark) => {
      const span = index.spanIn(mark, source)
      return { mark, span: span ? text.find(span) : whole }
    })
}

/** One run of an element as `Text` elements: parted where marks begin and end. */
export function textElements(run: StyledRun, span: Span, layers: readonly Layer[], sets: Sets): XmlElement[] {
  const touching = layers.filter((layer) => layer.span.start < span.end && layer.span.end > span.start)
  const cuts = new Set([span.start, span.end])
  for (const layer of touching) {
    cuts.add(Math.max(span.start, layer.span.start))
    cuts.add(Math.min(span.end, layer.span.end))
  }
  const places = [...cuts].sort((one, other) => one - other)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] as number
    const on = touching.filter((layer) => layer.span.start <= start && layer.span.end >= end)
    return {
      name: 'Text',
      attributes: attributesFor(run, on, sets),
      children: [run.text.slice(start - span.start, end - span.start)],
    }
  })
}

function attributesFor(run: StyledRun, on: readonly Layer[], sets: Sets): Record<string, string> {
  const attributes: Record<string, string> = {}
  const styles = new Set(styleName(run).split('+').filter(Boolean))
  const tags: string[] = []
  for (const { mark } of on) {
    if (mark.kind === 'revision') attributes.RevisionID = sets.revision(mark)
    else if (mark.kind === 'tag') tags.push(sets.tag(mark))
    else {
      const { Style, ...look } = attributesOf(mark.data?.look)
      Object.assign(attributes, look)
      const style = typeof mark.data?.style === 'string' ? mark.data.style : ''
      for (const each of `${Style ?? ''}+${style}`.split('+').filter(Boolean)) styles.add(each)
    }
  }
  if (styles.size > 0) attributes.Style = [...styles].join('+')
  if (tags.length > 0) attributes.TagNumber = [...new Set(tags)].join(',')
  return attributes
}

/** A `ScriptNote`: a paragraph for each line. */
export function noteElement(note: OutNote, id: number, kept: Record<string, string> = {}): XmlElement {
  const isBoneyard = note.kind === 'boneyard'
  return {
    name: 'ScriptNote',
    attributes: { ...kept, ...(isBoneyard ? { Name: BONEYARD } : {}), ID: String(id) },
    children: note.text.split('\n').map((line): XmlNode => {
      const text = isBoneyard ? line : line.trim()
      return {
        name: 'Paragraph',
        attributes: {},
        children: text === '' ? [] : [{ name: 'Text', attributes: {}, children: [text] }],
      }
    }),
  }
}
