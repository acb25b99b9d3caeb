import type { PrintOptions } from '@/contracts'
import { readStored, type SourceMark, type StoredScript } from '@/screenplay'
import type { PaginateOptions } from '@/screenplay/pages'

/** A script to be printed. Plain data: it is printed in a process of its own. */
export interface PrintOrder extends PrintOptions {
  /** As it is stored: Fountain. */
  text: string
  title: string
  /** Stands at the top of every page: which draft it is. */
  header?: string
  /** Lines of the text that get a revision mark. */
  revisedLines?: number[]
  /** ISO 8601. */
  date?: string
  /** What the file that the script came from held beside its text. */
  marks?: SourceMark[]
}

function pagesFor({ breakdown, screenplay }: StoredScript, order: PrintOrder): PaginateOptions {
  const revised = new Set(order.revisedLines)
  const numberAt = new Map(breakdown.scenes.map(({ range, sceneNumber }) => [range.start, sceneNumber]))
  const headings = screenplay.elements.filter(({ type }) => type === 'scene-heading')
  return {
    sceneNumbers: order.sceneNumbers ?? 'typed',
    numbers: headings.map(({ range }) => numberAt.get(range.start) ?? ''),
    isRevised: (line) => revised.has(line),
  }
}

/** @throws ScriptError where the text is no screenplay */
export async function printPdf(order: PrintOrder): Promise<Buffer> {
  const { screenplayPdf } = await import('./screenplayPdf')
  const script = readStored(order.text)
  const { paper, title, header, date } = order
  return screenplayPdf(script.screenplay, { ...pagesFor(script, order), paper, title, header, date })
}

/** @param script the order's text, read */
export async function printText(order: PrintOrder, script: StoredScript): Promise<string> {
  const { screenplayText } = await import('./screenplayText')
  return screenplayText(script.screenplay, pagesFor(script, order))
}
