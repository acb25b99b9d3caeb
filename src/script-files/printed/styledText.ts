import { plainText } from '@/screenplay'
import type { TextRun } from './PageText'
import { isApart } from './rows'

/** Which emphasis says something: where all is bold, bold is the typeface. */
export interface Emphasised {
  bold: boolean
  italic: boolean
}

interface Marks {
  isUnderlined: boolean
  stars: string
}

const NONE: Marks = { isUnderlined: false, stars: '' }

/** Runs of a line as Fountain: with marks where they are emphasised, escapes where a character would be a mark. */
export function styledText(runs: readonly TextRun[], emphasised: Emphasised): string {
  let text = ''
  let open = NONE
  /** Goes over to other marks: what closes stands before the space between, what opens behind it. */
  const goOver = (next: Marks, space: string) => {
    const isOther = open.isUnderlined !== next.isUnderlined
    const closesStars = open.stars !== next.stars || isOther
    text += (closesStars ? open.stars : '') + (isOther && open.isUnderlined ? '_' : '') + space
    text += (isOther && next.isUnderlined ? '_' : '') + (closesStars ? next.stars : '')
    open = next
  }
  runs.forEach((run, index) => {
    const before = runs[index - 1]
    goOver(marksOf(run, emphasised), before && isApart(before, run) ? ' ' : '')
    text += escaped(run.text)
  })
  goOver(NONE, '')
  return text
}

function marksOf(run: TextRun, emphasised: Emphasised): Marks {
  // Nothing but signs: there is nothing to emphasise, and marks beside them would be read as more signs.
  if (!/[\p{L}\p{N}]/u.test(run.text)) return NONE
  const stars = (run.isItalic && emphasised.italic ? 1 : 0) + (run.isBold && emphasised.bold ? 2 : 0)
  return { isUnderlined: run.isUnderlined, stars: '*'.repeat(stars) }
}

/** Characters; a printed line has some sixty. */
const LONGEST_ASKED = 1000

/** `*`, `_` and brackets as they are printed, where Fountain would read a mark. */
export function escaped(text: string): string {
  if (!/[*_[\]\\]|\/\*/.test(text)) return text
  // Where there are very many, asking takes longer than the marks are worth.
  if (text.length <= LONGEST_ASKED && plainText(text) === text) return text
  return text.replace(/[*_[\]\\]/g, '\\$&')
}
