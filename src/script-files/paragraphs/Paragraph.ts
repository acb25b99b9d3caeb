/** A paragraph of a word processor, whatever its file format. */
export interface Paragraph {
  /** Line breaks within it are `\n`. */
  text: string
  /** The same with Fountain's marks where a part of it is bold, italic or underlined. */
  marked: string
  /** As the document names it. */
  style: string | null
  /** Characters of ten to an inch from the left margin. */
  indent: number
  align: 'left' | 'center' | 'right'
  sceneNumber?: string | null
}

/** A tenth of an inch in twentieths of a point, which Word and RTF measure in: one character of Courier. */
const TWIPS_A_CHARACTER = 144

export const charactersOf = (twips: number): number =>
  Math.max(0, Math.min(80, Math.round(twips / TWIPS_A_CHARACTER)))

/** Text of one kind within a paragraph. */
export interface Run {
  text: string
  bold: boolean
  italic: boolean
  underline: boolean
}

/** Fountain's marks around runs that differ from the rest; a paragraph that is bold as a whole has none. */
export function markRuns(runs: readonly Run[]): string {
  const filled = runs.filter(({ text }) => text.trim() !== '')
  const differs = (key: 'bold' | 'italic' | 'underline') =>
    filled.some((run) => run[key] !== filled[0]?.[key])
  const [bold, italic, underline] = [differs('bold'), differs('italic'), differs('underline')]
  if (!bold && !italic && !underline) return runs.map(({ text }) => text).join('')
  const marks = (run: Run) =>
    `${run.underline && underline ? '_' : ''}${run.bold && bold ? '**' : ''}${run.italic && italic ? '*' : ''}`
  const joined: Array<{ text: string; mark: string }> = []
  for (const run of runs) {
    // Neighbours of one kind are one, and space is of the kind before it.
    const last = joined.at(-1)
    const mark = run.text.trim() === '' ? (last?.mark ?? '') : marks(run)
    if (last?.mark === mark) last.text += run.text
    else joined.push({ text: run.text, mark })
  }
  return joined
    .map(({ text, mark }) => {
      // A mark that is there already, or one that would run over a line, cannot be set.
      if (mark === '' || /[*_\n]/.test(text)) return text
      const inner = text.trim()
      const at = text.indexOf(inner)
      return `${text.slice(0, at)}${mark}${inner}${[...mark].reverse().join('')}${text.slice(at + inner.length)}`
    })
    .join('')
}
