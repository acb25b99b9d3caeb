import { standardTitlePage, type TitlePageEntry } from '@/screenplay'
import { Emphasis } from './Emphasis'

const entryOf = (entries: TitlePageEntry[], ...keys: string[]): string[] =>
  entries.find(({ key }) => keys.includes(key.toLowerCase()))?.values ?? []

/** What stands on the title page of a printed script; nothing where there is no title. */
export function TitlePage({ entries: typed }: { entries: TitlePageEntry[] }) {
  const entries = standardTitlePage(typed)
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
