import type { ReactNode } from 'react'

/** Fountain's marks, the longest first: `***both***`, `**bold**`, `*italic*`, `_underlined_`. */
const MARKS = /(\*\*\*(?=\S)(.+?)\*\*\*|\*\*(?=\S)(.+?)\*\*|\*(?=\S)(.+?)\*|_(?=\S)(.+?)_)/

/** Notes stand inside an element's text; they are for the writer. */
const NOTES = /\[\[[\s\S]*?\]\]/g

function format(text: string, key: number): ReactNode[] {
  const match = MARKS.exec(text)
  if (!match) return [text]
  const [whole, , both, bold, italic, underlined] = match
  const before = text.slice(0, match.index)
  const after = text.slice(match.index + whole.length)
  const inner = format(both ?? bold ?? italic ?? underlined ?? '', 0)
  const node =
    both !== undefined ? (
      <strong key={key}>
        <em>{inner}</em>
      </strong>
    ) : bold !== undefined ? (
      <strong key={key}>{inner}</strong>
    ) : italic !== undefined ? (
      <em key={key}>{inner}</em>
    ) : (
      <u key={key}>{inner}</u>
    )
  return [before, node, ...format(after, key + 1)]
}

/** A text of a screenplay as it is printed: marks become type, notes are left out. */
export function Emphasis({ text }: { text: string }) {
  return <>{format(text.replace(NOTES, '').replaceAll('\\*', '∗'), 0)}</>
}
