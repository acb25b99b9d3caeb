/**
 * A note (between double square brackets) and a boneyard (between slash-star and star-slash) may open in
 * the middle of one line and close in the middle of a later one. Everything else in Fountain is decided
 * line by line, so the text is first cut into logical lines: a physical line, or as many of them as one
 * note or boneyard ties together.
 *
 * @see https://fountain.io/syntax/#notes and #boneyard
 */

export interface Span {
  kind: 'note' | 'boneyard'
  /** What stands between the marks, untouched. */
  text: string
  /** Offsets in {@link LogicalLine.raw}, marks included; `to` is exclusive. */
  from: number
  to: number
}

export interface LogicalLine {
  /** As typed; holds line breaks only inside a span. */
  raw: string
  /** As long as `raw`, every character of a span replaced by NUL: positions found here are valid in `raw`. */
  mask: string
  /** `raw` without spans: what a reader of the printed page sees, and what decides the kind of the line. */
  visible: string
  spans: readonly Span[]
  /** 1-based, inclusive physical lines. */
  start: number
  end: number
}

const NO_SPANS: readonly Span[] = []

/** True for a line that ends a paragraph: nothing on it, no span either. */
export function isBlank(line: LogicalLine): boolean {
  return line.spans.length === 0 && line.visible.trim() === ''
}

/** True for a line that holds notes or boneyard and nothing else. */
export function isSpansOnly(line: LogicalLine): boolean {
  return line.spans.length > 0 && line.visible.trim() === ''
}

/**
 * Cuts physical lines (without line endings) into logical ones.
 *
 * A boneyard that never closes, and a note that is not closed before the next empty line, are plain
 * text. Inside a note an empty line must hold two spaces. Marks do not nest: the first that opens wins. Of many empty
 * lines in a row the first two are given: more say nothing else, and a file may consist of them.
 *
 * Linear: a failed search for a closing mark is remembered, so hostile text cannot make it start over.
 */
export function logicalLines(lines: readonly string[]): LogicalLine[] {
  const result: LogicalLine[] = []
  const scan = new SpanScanner(lines)
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as string
    if (line === '' && index > 1 && lines[index - 1] === '' && lines[index - 2] === '') {
      index += 1
      continue
    }
    if (!line.includes('[[') && !line.includes('/*')) {
      result.push({ raw: line, mask: line, visible: line, spans: NO_SPANS, start: index + 1, end: index + 1 })
      index += 1
      continue
    }
    const { raw, spans, lastIndex } = scan.from(index)
    const mask = spans.length === 0 ? raw : maskSpans(raw, spans)
    const visible = spans.length === 0 ? raw : mask.replaceAll('\0', '')
    result.push({ raw, mask, visible, spans, start: index + 1, end: lastIndex + 1 })
    index = lastIndex + 1
  }
  return result
}

class SpanScanner {
  /** Set once a search ran to the end of the text: no later boneyard can close either. */
  private isBoneyardHopeless = false
  /** No note that opens before this line can close. */
  private notesHopelessBefore = -1

  constructor(private readonly lines: readonly string[]) {}

  from(index: number): { raw: string; spans: Span[]; lastIndex: number } {
    let raw = this.lines[index] as string
    let lastIndex = index
    const spans: Span[] = []
    let position = 0
    let nextNote = raw.indexOf('[[')
    let nextBoneyard = raw.indexOf('/*')
    for (;;) {
      if (nextNote !== -1 && nextNote < position) nextNote = raw.indexOf('[[', position)
      if (nextBoneyard !== -1 && nextBoneyard < position) nextBoneyard = raw.indexOf('/*', position)
      if (nextNote === -1 && nextBoneyard === -1) break
      const isNote = nextBoneyard === -1 || (nextNote !== -1 && nextNote < nextBoneyard)
      const from = isNote ? nextNote : nextBoneyard
      const close = isNote ? ']]' : '*/'
      let to = raw.indexOf(close, from + 2)
      if (to === -1) {
        const closingIndex = isNote ? this.noteCloses(lastIndex) : this.boneyardCloses(lastIndex)
        if (closingIndex === -1) {
          // Nothing of this kind can close any more on this line: look for the other kind only.
          if (isNote) nextNote = -1
          else nextBoneyard = -1
          continue
        }
        to = raw.length + 1
        raw = `${raw}\n${this.lines.slice(lastIndex + 1, closingIndex + 1).join('\n')}`
        to = raw.indexOf(close, to)
        lastIndex = closingIndex
        // The tail of the line that was joined on has not been searched yet.
        if (nextNote === -1) nextNote = raw.indexOf('[[', to + 2)
        if (nextBoneyard === -1) nextBoneyard = raw.indexOf('/*', to + 2)
      }
      to += 2
      spans.push({ kind: isNote ? 'note' : 'boneyard', text: raw.slice(from + 2, to - 2), from, to })
      position = to
    }
    return { raw, spans, lastIndex }
  }

  private boneyardCloses(after: number): number {
    if (this.isBoneyardHopeless) return -1
    for (let index = after + 1; index < this.lines.length; index += 1) {
      if ((this.lines[index] as string).includes('*/')) return index
    }
    this.isBoneyardHopeless = true
    return -1
  }

  private noteCloses(after: number): number {
    if (after < this.notesHopelessBefore) return -1
    let index = after + 1
    for (; index < this.lines.length; index += 1) {
      const line = this.lines[index] as string
      if (line.length < 2 && line.trim() === '') break
      if (line.includes(']]')) return index
    }
    this.notesHopelessBefore = index
    return -1
  }
}

function maskSpans(raw: string, spans: readonly Span[]): string {
  let mask = ''
  let position = 0
  for (const { from, to } of spans) {
    mask += raw.slice(position, from) + '\0'.repeat(to - from)
    position = to
  }
  return mask + raw.slice(position)
}
