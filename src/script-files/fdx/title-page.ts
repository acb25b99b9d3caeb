import { standardTitlePage, type TitlePageEntry } from '@/screenplay'
import { readTitleLines, type TitleLine } from '../title-page/readTitleLines'

/** What {@link titleLines} writes in words of their own place; any other key stands with its name. */
const PLACED = ['Title', 'Credit', 'Author', 'Authors', 'Source', 'Contact']

/**
 * The lines of a title page: what every title page has stands where it does on paper, anything else as `Key: value`
 * below. What {@link readTitleLines} would not read the same stands with its key too.
 */
export function titleLines(typed: readonly TitlePageEntry[]): TitleLine[] {
  const entries = standardTitlePage(typed)
  const named = new Set<string>()
  for (;;) {
    const lines = layOut(entries, named)
    const read = new Map(
      readTitleLines(lines, { hasOwnKeys: true }).map(({ key, values }) => [key, values.join('\n')]),
    )
    const other = entries
      .filter(({ key, values }) => !named.has(key) && read.get(key) !== filled(values).join('\n'))
      .map(({ key }) => key)
    if (other.length === 0) return lines
    // A name without a credit reads as a line of the title: it is the name that needs its key.
    const first = other.filter((key) => key !== 'Title')
    for (const key of first.length > 0 ? first : other) named.add(key)
  }
}

const filled = (values: readonly string[]): string[] => values.map((value) => value.trim()).filter(Boolean)

function layOut(entries: readonly TitlePageEntry[], named: ReadonlySet<string>): TitleLine[] {
  const center: TitleLine[] = []
  const below: TitleLine[] = []
  for (const key of PLACED) {
    if (named.has(key)) continue
    for (const entry of entries.filter((each) => each.key === key))
      for (const text of filled(entry.values))
        (key === 'Contact' ? below : center).push({ text, align: key === 'Contact' ? 'left' : 'center' })
  }
  const pairs: TitleLine[] = []
  for (const { key, values } of entries) {
    if (PLACED.includes(key) && !named.has(key)) continue
    if (key === 'Draft date' && !named.has(key)) {
      for (const text of filled(values)) below.push({ text, align: 'right' })
      continue
    }
    const [first = '', ...rest] = filled(values)
    pairs.push({ text: `${key}: ${first}`.trim(), align: 'left' })
    for (const text of rest) pairs.push({ text: `\u2003${text}`, align: 'left' })
  }
  return [...center, ...pairs, ...below]
}
