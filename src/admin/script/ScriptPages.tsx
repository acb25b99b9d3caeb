import type { CSSProperties } from 'react'
import { memo, useMemo } from 'react'
import { PrintedPart } from './PrintedPart'
import { pagesOf } from './printedPages'
import { type PageItem, partsOf } from './printedParts'
import type { Reading } from './readScript'
import { TitlePage } from './TitlePage'

/** The screenplay on the pages that its PDF has, its headings linked to their strips where there is a storyboard. */
export function ScriptPages({
  reading,
  storyboardPath,
}: {
  reading: Reading
  storyboardPath: string | null
}) {
  const pages = useMemo(() => partsOf(pagesOf(reading), reading.screenplay), [reading])
  const numbers = useMemo(
    () => new Map(reading.breakdown?.scenes.map(({ range, sceneNumber }) => [range.start, sceneNumber])),
    [reading.breakdown],
  )
  return (
    <div className="sr-script__pages">
      <TitlePage screenplay={reading.screenplay} />
      {pages.map((items, index) => {
        const scenes = items.map((item) => ('part' in item && numbers.get(item.part.line ?? 0)) || null)
        const number = index + 1
        return (
          <Page key={number} number={number} items={items} scenes={scenes} storyboardPath={storyboardPath} />
        )
      })}
    </div>
  )
}

interface PageProps {
  /** From 1. */
  number: number
  items: PageItem[]
  /** For each item the number of the scene that it is the heading of. */
  scenes: Array<string | null>
  storyboardPath: string | null
}

/** While somebody types, the pages before the one that changed are not drawn again. */
const Page = memo(
  function Page({ number, items, scenes, storyboardPath }: PageProps) {
    return (
      <section className="sr-page" aria-label={`Page ${number}`}>
        {number > 1 && <span className="sr-page__number">{number}.</span>}
        {items.map((item, index) => {
          // An element keeps its place on the page while its line moves.
          if ('columns' in item) {
            // biome-ignore lint/suspicious/noArrayIndexKey: as said
            return <DualSpeech key={`${index}-dual`} pair={item} />
          }
          const { part } = item
          const scene = part.kind === 'heading' && !part.isContinued ? scenes[index] : null
          const link =
            scene && storyboardPath ? { number: scene, path: `${storyboardPath}#scene-${scene}` } : null
          const key = `${index}-${part.kind}`
          return <PrintedPart key={key} part={part} scene={link} />
        })}
      </section>
    )
  },
  (before, after) =>
    before.number === after.number &&
    before.storyboardPath === after.storyboardPath &&
    JSON.stringify([before.items, before.scenes]) === JSON.stringify([after.items, after.scenes]),
)

/** Two who speak at once, side by side; the first where their language begins to read. */
function DualSpeech({ pair: { space, dir, columns } }: { pair: Extract<PageItem, { columns: unknown }> }) {
  return (
    <div className="sr-page__dual" dir={dir} style={{ '--space': space } as CSSProperties}>
      {columns.map((parts, column) => (
        <div key={column === 0 ? 'first' : 'second'} data-column={column === 0 ? 'first' : 'second'}>
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an element keeps its place in the speech
            <PrintedPart key={`${index}-${part.kind}`} part={part} />
          ))}
        </div>
      ))}
    </div>
  )
}
