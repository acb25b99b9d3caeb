import { isContinued, isMore, isPageNumber } from './marks'
import type { PageText, TextRun } from './PageText'

/** Points from the edge within which repeated words are a header or a footer. */
const EDGE = 66

/**
 * Takes out what is printed across the pages: turned text, and words that stand on most pages at the very same
 * place or are much larger than the text.
 *
 * @returns for each page its text without them, and them.
 */
export function withoutWatermarks(pages: readonly PageText[]): Array<{ page: PageText; marks: TextRun[] }> {
  const usual = usualSize(pages)
  const places = new Map<string, number>()
  const words = new Map<string, number>()
  const keyOf = ({ text, x, y }: TextRun) => `${Math.round(x / 2)} ${Math.round(y / 2)} ${text}`
  for (const { runs } of pages) {
    for (const key of new Set(runs.map(keyOf))) places.set(key, (places.get(key) ?? 0) + 1)
    for (const text of new Set(runs.filter(({ size }) => size > usual * 1.6).map(({ text }) => text)))
      words.set(text, (words.get(text) ?? 0) + 1)
  }
  const isMark = (run: TextRun, { height }: PageText): boolean => {
    if (Math.abs(run.angle) >= 2) return true
    if (pages.length < 3) return false
    if (run.size > usual * 1.6 && (words.get(run.text) ?? 0) >= pages.length * 0.5) return true
    const isInside = run.y > EDGE && run.y < height - EDGE
    const isOften = (places.get(keyOf(run)) ?? 0) >= Math.max(4, pages.length * 0.7)
    // A revision star or a number may well stand at one place on many pages.
    const isWord = /\p{L}{2}/u.test(run.text) && !isPageNumber(run.text)
    return isInside && isOften && isWord && !isContinued(run.text) && !isMore(run.text)
  }
  return pages.map((page) => {
    const marks = page.runs.filter((run) => isMark(run, page))
    const kept = new Set(marks)
    return { page: { ...page, runs: page.runs.filter((run) => !kept.has(run)) }, marks }
  })
}

function usualSize(pages: readonly PageText[]): number {
  const weights = new Map<number, number>()
  for (const { runs } of pages)
    for (const { size, text } of runs)
      weights.set(Math.round(size * 2) / 2, (weights.get(Math.round(size * 2) / 2) ?? 0) + text.length)
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}
