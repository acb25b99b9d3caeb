import { describe, expect, it } from 'vitest'
import { breakdown, parseFountain } from '@/screenplay'
import { phrasesOf } from '@/screenplay/language-tables'
import { LANGUAGES } from '@/screenplay/languages/index'
import { layOutTitlePage } from '@/screenplay/pages'
import { writeFdx } from './fdx/write/writeFdx'
import { readScript } from './readScript'

const heading = '\n\nINT. MILL - DAY\n\nThe wheel turns.\n'
const first = (list: string) => phrasesOf(list)[0] as string
const titleCase = (key: string) => key.slice(0, 1) + key.slice(1).toLowerCase()

describe.each(LANGUAGES.map(({ name, titlePage }) => [name, titlePage] as const))(
  'a title page in %s',
  (_, keys) => {
    const text =
      `${titleCase(first(keys.title))}: The Mill\n${titleCase(first(keys.author))}: Neva Reed\n` +
      `${titleCase(first(keys.date))}: 9 June 2026\n${titleCase(first(keys.notes))}: not to be printed${heading}`
    const screenplay = parseFountain(text)

    it('gives title and author', () => {
      expect(breakdown(screenplay)).toMatchObject({ title: 'The Mill', author: 'Neva Reed' })
    })

    it('is laid out on paper as in English', () => {
      const lines = layOutTitlePage(screenplay).map(({ align, runs }) => [
        align,
        runs.map(({ text }) => text).join(''),
      ])
      expect(lines).toEqual([
        ['center', 'The Mill'],
        ['center', 'Neva Reed'],
        ['right', '9 June 2026'],
      ])
    })

    it('is a title page for Final Draft, with the title first and in the middle', async () => {
      const again = await readScript(Buffer.from(writeFdx(screenplay).xml), 'mill.fdx')
      expect(again.breakdown).toMatchObject({ title: 'The Mill', author: 'Neva Reed' })
      expect(again.screenplay.titlePage.map(({ key }) => key)).toContain('Title')
    })
  },
)

it('is found in text in columns and in labelled prose', async () => {
  const labelled = 'Titel: Die Mühle\nAutorin: Neva Reed\n\nSZENE 1\nOrt: Mühle\n\nNEVA: Halt an.\n'
  expect((await readScript(Buffer.from(labelled), 'a.txt')).breakdown).toMatchObject({
    title: 'Die Mühle',
    author: 'Neva Reed',
  })
})
