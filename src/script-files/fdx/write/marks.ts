import type { ScreenplayElement, SourceMark } from '@/screenplay'
import { type Span, SpanFinder } from '../spans'
import { isXmlName } from '../xml/XmlWriter'

/** Marks of the elements they stand on. */
export class MarkIndex {
  private readonly byElement = new Map<number, SourceMark[]>()
  private readonly lines: readonly string[] | null

  constructor(
    private readonly elements: readonly ScreenplayElement[],
    marks: readonly SourceMark[],
    text: string | undefined,
  ) {
    this.lines = text === undefined ? null : text.split('\n')
    for (const mark of marks) {
      if (mark.data?.scope === 'file') continue
      let at = this.firstEndingAt(mark.range.start)
      const isOnOne = mark.offset !== null || mark.kind === 'page' || mark.kind === 'other'
      for (; at < elements.length; at += 1) {
        if ((elements[at] as ScreenplayElement).range.start > mark.range.end) break
        this.byElement.set(at, [...(this.byElement.get(at) ?? []), mark])
        if (isOnOne) break
      }
    }
  }

  of(element: number): readonly SourceMark[] {
    return this.byElement.get(element) ?? []
  }

  /**
   * Where a mark stands in the text of its element; null: on all of it, or the lines that it counts in are not
   * known.
   */
  spanIn(mark: SourceMark, text: string): Span | null {
    if (!mark.offset || !this.lines) return null
    const lines = this.lines.slice(mark.range.start - 1, mark.range.end).join('\n')
    return new SpanFinder(lines, text).find(mark.offset)
  }

  private firstEndingAt(line: number): number {
    let low = 0
    let high = this.elements.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.elements[middle] as ScreenplayElement).range.end < line) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Attributes of XML from what a mark kept; anything else that is in there is left out. */
export function attributesOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && isXmlName(entry[0]),
    ),
  )
}
