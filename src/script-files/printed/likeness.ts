import type { PageZone, ReadingRule } from '../ReadingChoices'
import { readsLikeBareHeading } from './capitals'
import type { PageLine, ReadPage } from './PageReading'

/** How far apart, in points, lines may begin that stand at the same place. */
const NEAR = 5

/** Words as they are compared from draft to draft: small letters, one space between, no emphasis. */
export const foldedWords = (text: string): string =>
  text
    .replace(/[*_\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/** The same for all numbers: `12.` and `13.` are alike. */
export const foldedNumbers = (words: string): string => words.replace(/\d+/g, '#')

/** The tenth of the page at either end is where headers and footers stand. */
export function zoneOf(
  { y, height }: Pick<PageLine, 'y' | 'height'>,
  page: Pick<ReadPage, 'height'>,
): PageZone {
  if (y < page.height * 0.1) return 'top'
  return y + height > page.height * 0.9 ? 'bottom' : 'middle'
}

/** A line with what rules ask of it. */
export interface AskedLine {
  line: PageLine
  words: string
  zone: PageZone
  /** Words of the line before that is part of the script; empty for the first. */
  before: string
  /** No line of the script is right above or below it. */
  isAlone: boolean
}

/** Whether a rule is about a line, but for what stands before it. */
export function fits({ when }: ReadingRule, { line, words, zone, isAlone }: AskedLine): boolean {
  return (
    when.kind === line.kind &&
    (when.x === null || Math.abs(when.x - line.x) <= NEAR) &&
    (when.zone === null || when.zone === zone) &&
    (when.words === null || when.words === words || when.words === foldedNumbers(words)) &&
    (!when.capitals || (isAlone && readsLikeBareHeading(line.text)))
  )
}

/** How lines can be like one that was corrected. */
export const LIKENESSES = ['words', 'place', 'capitals'] as const
export type Likeness = (typeof LIKENESSES)[number]

/**
 * A rule for all lines like one: the same words at the same end of the page, the same place on it, or capitals that
 * stand alone at that place.
 */
export function ruleFor(
  line: PageLine,
  page: Pick<ReadPage, 'height'>,
  likeness: Likeness,
  make: ReadingRule['make'],
): ReadingRule {
  const x = Math.round(line.x)
  if (likeness === 'capitals')
    return { when: { kind: line.kind, words: null, x, zone: null, after: null, capitals: true }, make }
  const when = { kind: line.kind, zone: zoneOf(line, page), after: null }
  return likeness === 'words'
    ? { when: { ...when, words: foldedNumbers(foldedWords(line.text)), x: null }, make }
    : { when: { ...when, words: null, x }, make }
}
