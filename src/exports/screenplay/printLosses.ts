import {
  isFileMark,
  notesIn,
  type Screenplay,
  type ScriptProblem,
  type SourceMark,
  styledLines,
} from '@/screenplay'
import { directionOf, directionOfScript } from '@/screenplay/pages'

const NOT_PRINTED = {
  section: 'a section',
  synopsis: 'a synopsis',
  note: 'a note',
  boneyard: 'a passage that is commented out',
} as const

const OF_MARK: Record<SourceMark['kind'], string> = {
  revision: 'A revision mark of the file that the script came from',
  tag: 'A breakdown tag',
  page: 'A page label of the file that the script came from',
  style: 'A style of the file that the script came from',
  other: 'Something that the file held beside its text',
}

/** Letters that no bundled font has (`assets/fonts`). */
const NO_FONT =
  /(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Armenian}\p{sc=Georgian}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Devanagari}\p{sc=Zyyy}\p{sc=Zinh}])\p{L}/gu
const OTHER_DIRECTION =
  'Printed from the other side than most of the script: read again from a PDF, its words may come in another order and its kind be taken for another.'
/** Vowel signs that are drawn left of their consonant. */
const REORDERED = /[\u093f\u094e]/gu
const isEmphasised = (text: string): boolean =>
  styledLines(text).some((line) =>
    line.some(({ isBold, isItalic, isUnderlined }) => isBold || isItalic || isUnderlined),
  )

/**
 * What of a script is in its text and not on its printed pages, with the line of each: what writers keep for themselves,
 * what a Final Draft file held beside its text, and in plain text the emphasis.
 */
export function printLosses(
  { elements }: Screenplay,
  marks: readonly SourceMark[],
  form: 'txt' | 'pdf',
): ScriptProblem[] {
  const losses: ScriptProblem[] = []
  const reordered = new Set<string>()
  const direction = directionOfScript(elements)
  const unknown = new Set<string>()
  for (const element of elements) {
    const line = element.range.start
    if (element.type in NOT_PRINTED) {
      losses.push({ line, message: `Not printed: ${NOT_PRINTED[element.type as keyof typeof NOT_PRINTED]}.` })
      continue
    }
    const text = 'text' in element ? element.text : element.type === 'character' ? element.name : ''
    // Within another element: its text goes on around them.
    const notes = notesIn(text).length
    if (notes > 0)
      losses.push({ line, message: `Not printed: ${notes === 1 ? 'a note' : `${notes} notes`}.` })
    if (form === 'txt' && isEmphasised(text))
      losses.push({ line, message: 'Plain text has no bold, italics and underlining.' })
    if (form === 'txt') continue
    if (/\p{L}/u.test(text) && directionOf(text) !== direction)
      losses.push({ line, message: OTHER_DIRECTION })
    for (const [letter] of text.matchAll(NO_FONT)) unknown.add(letter)
    for (const [letter] of text.matchAll(REORDERED)) reordered.add(letter)
  }
  if (unknown.size > 0)
    losses.push({
      line: null,
      message: `No font here has these letters, boxes are printed for them: ${[...unknown].slice(0, 20).join(' ')}`,
    })
  if (reordered.size > 0)
    losses.push({
      line: null,
      message: `Some letters of this script (${[...reordered].join(' ')}) stand before the one that they are written behind; programs that take text off the PDF give them in that order.`,
    })
  for (const mark of marks) {
    if (isFileMark(mark)) continue
    losses.push({ line: mark.range.start, message: `${OF_MARK[mark.kind]} is not printed: ${mark.label}.` })
  }
  return losses
}
