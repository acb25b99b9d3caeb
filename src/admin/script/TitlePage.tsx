import type { CSSProperties } from 'react'
import type { Screenplay } from '@/screenplay'
import { layOutTitlePage } from '@/screenplay/pages'
import { Emphasis } from './Emphasis'

/** The title page as it is printed; nothing where there is none. */
export function TitlePage({ screenplay }: { screenplay: Screenplay }) {
  const lines = layOutTitlePage(screenplay).sort((a, b) => a.row - b.row)
  if (lines.length === 0) return null
  return (
    <section className="sr-page sr-page--title" aria-label="Title page">
      {lines.map(({ row, align, runs }, index) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: a line keeps its place
          key={index}
          dir="auto"
          data-align={align}
          style={{ '--row': row, '--space': spaceBefore(lines, index) } as CSSProperties}
        >
          <Emphasis runs={runs} />
        </p>
      ))}
    </section>
  )
}

/** Blank rows before a line. */
const spaceBefore = (lines: ReadonlyArray<{ row: number }>, index: number): number => {
  const before = lines[index - 1]
  return before ? Math.max(0, (lines[index]?.row ?? 0) - before.row - 1) : 0
}
