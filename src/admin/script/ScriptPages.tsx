import type { StoredScript, TitlePageEntry } from '@/screenplay'
import { Emphasis } from './Emphasis'
import { type PrintedElement, paginate } from './paginate'

const entryOf = (entries: TitlePageEntry[], ...keys: string[]): string[] =>
  entries.find(({ key }) => keys.includes(key.toLowerCase()))?.values ?? []

/** The screenplay on pages, with an outline of its scenes beside it. */
export function ScriptPages({ script, storyboardPath }: { script: StoredScript; storyboardPath: string }) {
  const pages = paginate(script.screenplay, script.breakdown.scenes)
  return (
    <div className="sr-script">
      <nav className="sr-script__outline" aria-label="Scenes">
        <h2>Scenes</h2>
        <ol>
          {script.breakdown.scenes.map((scene) => (
            <li key={scene.sceneNumber}>
              <a href={`#script-${scene.sceneNumber}`}>
                <span>{scene.sceneNumber}</span> {scene.heading}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="sr-script__pages">
        <TitlePage entries={script.screenplay.titlePage} />
        {pages.map((page, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their number
          <section key={index} className="sr-page" aria-label={`Page ${index + 1}`}>
            {index > 0 && <span className="sr-page__number">{index + 1}.</span>}
            {page.map(({ element, sceneNumber }) => (
              <Printed
                key={`${element.range.start}-${element.type}`}
                item={{ element, sceneNumber }}
                storyboardPath={storyboardPath}
              />
            ))}
          </section>
        ))}
      </div>
    </div>
  )
}

function TitlePage({ entries }: { entries: TitlePageEntry[] }) {
  const title = entryOf(entries, 'title')
  if (title.length === 0) return null
  const credit = entryOf(entries, 'credit')
  const author = entryOf(entries, 'author', 'authors')
  const foot = [...entryOf(entries, 'draft date', 'date'), ...entryOf(entries, 'copyright')]
  return (
    <section className="sr-page sr-page--title" aria-label="Title page">
      <h1>
        <Emphasis text={title.join(' ')} />
      </h1>
      {credit.length > 0 && <p>{credit.join(' ')}</p>}
      {author.length > 0 && <p>{author.join(', ')}</p>}
      {foot.length > 0 && <footer>{foot.join(' · ')}</footer>}
    </section>
  )
}

function Printed({ item, storyboardPath }: { item: PrintedElement; storyboardPath: string }) {
  const { element, sceneNumber } = item
  switch (element.type) {
    case 'scene-heading':
      return (
        <h3 className="sr-page__heading" id={sceneNumber ? `script-${sceneNumber}` : undefined}>
          <span aria-hidden="true">{sceneNumber}</span>
          <span>
            <Emphasis text={element.text} />
          </span>
          {sceneNumber && <a href={`${storyboardPath}#scene-${sceneNumber}`}>Storyboard</a>}
        </h3>
      )
    case 'character': {
      const extensions = element.extensions.map((extension) => ` (${extension})`).join('')
      return (
        <p className="sr-page__character">
          {element.name}
          {extensions}
        </p>
      )
    }
    case 'parenthetical':
      return <p className="sr-page__parenthetical">({element.text})</p>
    case 'dialogue':
    case 'lyrics':
    case 'action':
    case 'centered':
    case 'transition':
      return (
        <p className={`sr-page__${element.type}`}>
          <Emphasis text={element.text} />
        </p>
      )
    default:
      return null
  }
}
