import { memo, useMemo } from 'react'
import { directionOf, inColumns } from './dual'
import { PrintedLine } from './PrintedLine'
import { type PrintedElement, paginate } from './paginate'
import type { Reading } from './readScript'
import { TitlePage } from './TitlePage'

/** The screenplay on pages, its headings linked to their strips where there is a storyboard. */
export function ScriptPages({
  reading,
  storyboardPath,
}: {
  reading: Reading
  storyboardPath: string | null
}) {
  const pages = useMemo(
    () => paginate(reading.screenplay, reading.breakdown?.scenes ?? []),
    [reading.screenplay, reading.breakdown],
  )
  return (
    <div className="sr-script__pages">
      <TitlePage entries={reading.screenplay.titlePage} />
      {pages.map((items, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their number
        <Page key={index} number={index + 1} items={items} storyboardPath={storyboardPath} />
      ))}
    </div>
  )
}

interface PageProps {
  /** From 1. */
  number: number
  items: PrintedElement[]
  storyboardPath: string | null
}

/** While somebody types, the pages before the one that changed are not drawn again. */
const Page = memo(
  function Page({ number, items, storyboardPath }: PageProps) {
    return (
      <section className="sr-page" aria-label={`Page ${number}`}>
        {number > 1 && <span className="sr-page__number">{number}.</span>}
        {inColumns(items, ({ element }) => element).map((each, index) => {
          // An element keeps its place on the page while its line moves.
          if ('item' in each) {
            const key = `${index}-${each.item.element.type}`
            return <PrintedLine key={key} item={each.item} storyboardPath={storyboardPath} />
          }
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          return <DualSpeech key={`${index}-dual`} columns={each.columns} />
        })}
      </section>
    )
  },
  (before, after) =>
    before.number === after.number &&
    before.storyboardPath === after.storyboardPath &&
    before.items.length === after.items.length &&
    before.items.every((item, index) => isSame(item, after.items[index] as PrintedElement)),
)

/** Two who speak at once, side by side; the first where their language begins to read. */
function DualSpeech({ columns }: { columns: [PrintedElement[], PrintedElement[]] }) {
  const cue = columns[0][0]?.element
  return (
    <div className="sr-page__dual" dir={directionOf(cue?.type === 'character' ? cue.name : '')}>
      {columns.map((items, column) => (
        <div key={column === 0 ? 'first' : 'second'} data-column={column === 0 ? 'first' : 'second'}>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an element keeps its place in the speech
            <PrintedLine key={`${index}-${item.element.type}`} item={item} storyboardPath={null} />
          ))}
        </div>
      ))}
    </div>
  )
}

/** Prints the same, at the same line of the text. */
function isSame(before: PrintedElement, after: PrintedElement): boolean {
  return (
    before.sceneNumber === after.sceneNumber &&
    JSON.stringify(before.element) === JSON.stringify(after.element)
  )
}
