import type { ScriptProblem } from '@/screenplay'
import { isHeadingText } from './plain/columns'

/** A line that is all bold, as Markdown and mail have headings: the marks, and what stands between. */
const BOLD = /^(?:\*\*|__|\*\*\*|_\*\*)([^*_]{1,200})(?:\*\*|__|\*\*\*|\*\*_)$/
/** `## INT. SHED - DAY`: sections of Fountain hold scenes and are none. */
const SECTION = /^#{1,6}\s+(.{1,200})$/

/**
 * Takes the marks off scene headings that are set as headings of Markdown, where the script has no others: by the letter
 * of Fountain they are action and sections, and the script would be one scene.
 */
export function markHeadings(text: string): { text: string; warnings: ScriptProblem[] } {
  const lines = text.split('\n')
  const found = lines.flatMap((typed, index) => {
    const inner = markedIn(typed)
    return inner && isHeadingText(inner) ? [{ index, inner }] : []
  })
  if (found.length === 0 || lines.some(isBareHeading)) return { text, warnings: [] }
  for (const { index, inner } of found) lines[index] = inner
  return {
    text: lines.join('\n'),
    warnings: [
      {
        line: (found[0]?.index ?? 0) + 1,
        message: `Scene headings that were marked bold or as headings of Markdown were read as scene headings: ${found.length}.`,
      },
    ],
  }
}

function markedIn(typed: string): string | undefined {
  // Most lines are told by their first letter.
  if (!/^\s{0,20}[*_#]/.test(typed)) return undefined
  const line = typed.trim()
  return (BOLD.exec(line) ?? SECTION.exec(line))?.[1]?.replace(/^\*\*(.+)\*\*$/, '$1').trim()
}

const isBareHeading = (line: string) => /^\s{0,20}[\p{L}\p{N}.]/u.test(line) && isHeadingText(line.trim())
