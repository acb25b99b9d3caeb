import type { Screenplay } from '@/screenplay'
import { logicalLines } from '@/screenplay/fountain/logical-lines'

export type InlineKind = 'bold' | 'italic' | 'underline' | 'mark' | 'note' | 'boneyard'

/** Offsets in the text that was given; `to` is exclusive. */
export interface InlineMark {
  from: number
  to: number
  kind: InlineKind
}

/** Fountain's marks, the longest first. */
const EMPHASIS = /(\*\*\*|\*\*|\*|_)(?=\S)(.+?)\1/g

const KINDS: Record<string, InlineKind[]> = {
  '***': ['bold', 'italic'],
  '**': ['bold'],
  '*': ['italic'],
  _: ['underline'],
}

/** Emphasis of one line, nested ones too; the marks themselves are of kind `mark`. */
export function emphasisIn(line: string, offset = 0): InlineMark[] {
  if (!line.includes('*') && !line.includes('_')) return []
  const found: InlineMark[] = []
  for (const match of line.matchAll(EMPHASIS)) {
    const [whole, mark = '', inner = ''] = match
    // An escaped mark is a character.
    if (line[match.index - 1] === '\\' || inner.endsWith('\\')) continue
    const from = offset + match.index
    const to = from + whole.length
    found.push({ from, to: from + mark.length, kind: 'mark' }, { from: to - mark.length, to, kind: 'mark' })
    for (const kind of KINDS[mark] ?? []) found.push({ from: from + mark.length, to: to - mark.length, kind })
    found.push(...emphasisIn(inner, from + mark.length))
  }
  return found
}

/** Notes and boneyards that stand within other text; those that fill lines are elements of their own. */
export function spansIn(text: string, { titlePage }: Screenplay): InlineMark[] {
  if (!text.includes('[[') && !text.includes('/*')) return []
  const lines = text.split('\n')
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.length + 1
  }
  // As the parser does: nothing opens on the title page.
  for (const { range } of titlePage) lines.fill('', range.start - 1, range.end)
  return logicalLines(lines).flatMap(({ spans, start }) =>
    spans.map(({ kind, from, to }) => {
      const offset = starts[start - 1] ?? 0
      return { kind, from: offset + from, to: offset + to }
    }),
  )
}
