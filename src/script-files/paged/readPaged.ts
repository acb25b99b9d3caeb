import { leftOutOfPage } from '../leftOutOfPage'
import { isScript } from '../printed/isScript'
import { IGNORED_LINE_KINDS, LINE_KIND_LABELS, type LineKind } from '../printed/kinds'
import { linesOf, type PageReading } from '../printed/PageReading'
import { readPrinted } from '../printed/readPrinted'
import { toScript } from '../printed/toScript'
import type { ScriptSource } from '../ScriptFormat'
import { toPageTexts } from './toPageTexts'

/** Rows that no page of a script has: then form feeds part something else. */
const MAX_ROWS = 120
/** Pages that are looked at to recognise a script. */
const SAMPLE_PAGES = 12

/** True where pages hold headings, or so many names with speech under them, in columns. */
export function looksPrinted(pages: readonly string[], names = 1): boolean {
  const sample = pages.slice(0, SAMPLE_PAGES)
  if (sample.some((page) => page.split('\n').length > MAX_ROWS)) return false
  if (!sample.some((page) => /^\s{4,}\S/m.test(page))) return false
  return isScript(readingOf(sample), names)
}

/** Reads printed pages that are text; what belongs to the page and not to the script is named in warnings. */
export function readPaged(pages: readonly string[]): ScriptSource {
  const reading = readingOf(pages)
  const { warnings, ...source } = toScript(reading)
  return { ...source, warnings: [...leftOut(reading), ...warnings] }
}

/** These are not gone: they became numbers of scenes and marks of lines. */
const KEPT: readonly LineKind[] = ['scene-number', 'revision']

function leftOut(reading: PageReading): ScriptSource['warnings'] {
  return IGNORED_LINE_KINDS.filter((kind) => !KEPT.includes(kind)).flatMap((kind) => {
    const pages = new Set(linesOf(reading).flatMap((line) => (line.kind === kind ? [line.page] : [])))
    if (pages.size === 0) return []
    const unit = pages.size === 1 ? 'page' : 'pages'
    return [{ line: null, message: leftOutOfPage(LINE_KIND_LABELS[kind].toLowerCase(), unit, [...pages]) }]
  })
}

function readingOf(pages: readonly string[]): PageReading {
  const steps = readPrinted(toPageTexts(pages), 'logical')
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
