import type { TextRun } from '../printed/PageText'

/** Vowel signs and accents alone: drawn over a letter that stands in another run. */
const MARKS = /^\p{M}+$/u
const RTL = /[\u0590-\u08ff]/
/** Parts of the size of type by which a sign may stand beside the edge of its word, and above its line. */
const BESIDE = 0.6
const ABOVE = 0.7

/**
 * Puts signs of right-to-left letters back behind the letter that they stand over. Where a font raises them they are
 * runs of their own, on a line of their own; the letter is the last of the word at whose left edge they stand.
 */
export function joinMarks(runs: TextRun[]): TextRun[] {
  const marks = runs.filter(({ text }) => MARKS.test(text) && RTL.test(text))
  if (marks.length === 0) return runs
  const words = runs.filter(({ text }) => RTL.test(text) && !MARKS.test(text))
  const joined = new Set<TextRun>()
  for (const mark of marks) {
    let nearest: TextRun | null = null
    let distance = mark.size * BESIDE
    for (const word of words) {
      const apart = Math.abs(word.x - mark.x)
      if (apart < distance && Math.abs(word.y - mark.y) < mark.size * ABOVE) {
        nearest = word
        distance = apart
      }
    }
    if (!nearest) continue
    nearest.text += mark.text
    joined.add(mark)
  }
  return runs.filter((run) => !joined.has(run))
}
