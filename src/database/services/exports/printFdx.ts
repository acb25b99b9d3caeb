import type { PrintOrder } from '@/exports/screenplay/printScript'
import type { SourceMark, StoredScript } from '@/screenplay'
import { type WrittenFdx, writeFdx } from '@/script-files/fdx/write/writeFdx'

/**
 * A script as a Final Draft document, with what it held when it came as one. Lines that are revised get a revision
 * set of their own.
 *
 * @param script the order's text, read
 */
export function printFdx(
  { marks = [], header, revisedLines = [] }: PrintOrder,
  script: StoredScript,
): WrittenFdx {
  const revised = revisedLines.map(
    (line): SourceMark => ({
      kind: 'revision',
      range: { start: line, end: line },
      offset: null,
      label: header ?? 'Revised',
    }),
  )
  const others = revised.length > 0 ? marks.filter(({ kind }) => kind !== 'revision') : marks
  return writeFdx(script.screenplay, { marks: [...others, ...revised], text: script.text })
}
