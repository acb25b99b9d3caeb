import { plainText } from '@/screenplay'
import type { TextRun } from './pageText'
import { isApart } from './rows'

/** Which emphasis says something: where all is bold, bold is the typeface. */
export interface Emphasised {
  bold: boolean
  italic: boolean
}

/** Runs of a line as Fountain: with marks where they are emphasised, escapes where a character would be a mark. */
export function styledText(runs: readonly TextRun[], emphasised: Emphasised): string {
  let text = ''
  let open = ''
  runs.forEach((run, index) => {
    const marks = marksOf(run, emphasised)
    const before = runs[index - 1]
    const space = before && isApart(before, run) ? ' ' : ''
    if (marks !== open) {
      text += closing(open) + space + marks
      open = marks
    } else {
      text += space
    }
    text += escaped(run.text)
  })
  return text + closing(open)
}

function marksOf(run: TextRun, emphasised: Emphasised): string {
  // Nothing but signs: there is nothing to emphasise, and marks beside them would be read as more signs.
  if (!/[\p{L}\p{N}]/u.test(run.text)) return ''
  const stars = (run.isItalic && emphasised.italic ? 1 : 0) + (run.isBold && emphasised.bold ? 2 : 0)
  return (run.isUnderlined ? '_' : '') + '*'.repeat(stars)
}

const closing = (marks: string): string => [...marks].reverse().join('')

/** `*`, `_` and brackets as they are printed, where Fountain would read a mark. */
export function escaped(text: string): string {
  if (!/[*_[\]\\]|\/\*/.test(text) || plainText(text) === text) return text
  return text.replace(/[*_[\]\\]/g, '\\$&')
}
