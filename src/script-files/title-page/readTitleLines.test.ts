import { describe, expect, it } from 'vitest'
import type { TitlePageEntry } from '@/screenplay'
import { layOutTitlePage } from '@/screenplay/pages/title-page'
import { fdx } from '../fdx'
import type { PageLine } from '../printed/PageReading'
import { titleEntries } from '../printed/titleEntries'
import { readFront } from './readFront'
import { readTitleLines } from './readTitleLines'

/** Paragraphs of the middle of a page, and of its foot; lines of one are parted by a bar. */
interface Page {
  middle: string[]
  foot: string[]
}

const seen = (entries: readonly TitlePageEntry[]) =>
  Object.fromEntries(
    entries.map(({ key, values }) => [key === 'Authors' ? 'Author' : key, values.join(' / ')]),
  )

async function fromFdx({ middle, foot }: Page) {
  const paragraphs = (align: string, list: string[]) =>
    list.map(
      (each) => `<Paragraph Alignment="${align}"><Text>${each.replaceAll('|', '\n')}</Text></Paragraph>`,
    )
  const page = [...paragraphs('Center', middle), ...paragraphs('Left', foot)].join('<Paragraph/>')
  const xml = `<FinalDraft DocumentType="Script" Version="4"><Content><Paragraph Type="Scene Heading"><Text>INT. KILN - DAY</Text></Paragraph></Content><TitlePage><Content>${page}</Content></TitlePage></FinalDraft>`
  return seen((await fdx.read(new TextEncoder().encode(xml), 'kiln.fdx')).screenplay.titlePage)
}

function fromPdf({ middle, foot }: Page) {
  const lines = [middle, foot].flatMap((part, nth) =>
    part.flatMap((paragraph, row) =>
      paragraph.split('|').map((text, at) => ({
        text,
        y: (nth === 0 ? 200 : 600) + row * 24 + at * 12,
        isStart: at === 0,
      })),
    ),
  )
  return seen(titleEntries(lines as PageLine[], 792))
}

const fromText = ({ middle, foot }: Page) =>
  seen(readFront([...middle, ...foot].join('\n\n').replaceAll('|', '\n').split('\n'), false)?.entries ?? [])

const PAGES: Array<[string, Page, Record<string, string>]> = [
  [
    'English',
    {
      middle: ['THE KILN', 'Written by|Ida Marsh', 'Based on the novel|by Tom Reeve'],
      foot: [
        'Blue revision, 4 May 2026',
        'Marsh Pictures|12 March Street|Leeds|+44 113 496 0999',
        'Copyright 2026 Ida Marsh',
      ],
    },
    {
      Title: 'THE KILN',
      Credit: 'Written by',
      Author: 'Ida Marsh',
      Source: 'Based on the novel / by Tom Reeve',
      'Draft date': 'Blue revision, 4 May 2026',
      Contact: 'Marsh Pictures / 12 March Street / Leeds / +44 113 496 0999',
      Copyright: '© 2026 Ida Marsh',
    },
  ],
  [
    'German',
    {
      middle: ['DER OFEN', 'Drehbuch|Jonas Reh', 'nach einer Idee von Anna Wald'],
      foot: [
        '3. Fassung, Juni 2026',
        'Agentur Nord|Hafenstraße 7|kontakt@example.de',
        'Alle Rechte vorbehalten',
      ],
    },
    {
      Title: 'DER OFEN',
      Credit: 'Drehbuch',
      Author: 'Jonas Reh',
      Source: 'nach einer Idee von Anna Wald',
      'Draft date': '3. Fassung, Juni 2026',
      Contact: 'Agentur Nord / Hafenstraße 7 / kontakt@example.de',
      Copyright: 'Alle Rechte vorbehalten',
    },
  ],
  [
    'Italian',
    {
      middle: ['IL FORNO', 'Scritto da|Anna Riva', 'tratto dal romanzo di Ugo Neri'],
      foot: ['Seconda stesura, 4 maggio 2026', 'Via Roma 7|tel. 055 123 4567'],
    },
    {
      Title: 'IL FORNO',
      Credit: 'Scritto da',
      Author: 'Anna Riva',
      Source: 'tratto dal romanzo di Ugo Neri',
      'Draft date': 'Seconda stesura, 4 maggio 2026',
      Contact: 'Via Roma 7 / tel. 055 123 4567',
    },
  ],
  [
    'Chinese',
    {
      middle: ['窑火', '编剧|周小满', '改编自同名小说'],
      foot: ['第三稿 2026年5月4日', '地址：上海|电话：021-55556666', '版权所有'],
    },
    {
      Title: '窑火',
      Credit: '编剧',
      Author: '周小满',
      Source: '改编自同名小说',
      'Draft date': '第三稿 2026年5月4日',
      Contact: '地址：上海 / 电话：021-55556666',
      Copyright: '版权所有',
    },
  ],
  [
    'Japanese',
    { middle: ['窯の火', '脚本|森ひかり'], foot: ['決定稿', '電話 03-5555-6666|東京都港区'] },
    {
      Title: '窯の火',
      Credit: '脚本',
      Author: '森ひかり',
      'Draft date': '決定稿',
      Contact: '電話 03-5555-6666 / 東京都港区',
    },
  ],
  [
    'Russian',
    {
      middle: ['ПЕЧЬ', 'Автор сценария|Инна Сом', 'по мотивам сказки'],
      foot: ['Версия 2', 'ул. Мира 4|inna@example.ru'],
    },
    {
      Title: 'ПЕЧЬ',
      Credit: 'Автор сценария',
      Author: 'Инна Сом',
      Source: 'по мотивам сказки',
      'Draft date': 'Версия 2',
      Contact: 'ул. Мира 4 / inna@example.ru',
    },
  ],
]

describe.each(PAGES)('a title page without keys, in %s, is the same', (_, page, entries) => {
  it('in Final Draft', async () => expect(await fromFdx(page)).toEqual(entries))
  it('in a PDF', () => expect(fromPdf(page)).toEqual(entries))
  it('in plain text', () => expect(fromText(page)).toEqual(entries))
})

it('a key is what it says it is, in every file', async () => {
  const page = {
    middle: ['THE KILN', 'by|Ida Marsh'],
    foot: ['Draft date: 4 May 2026', 'Contact: Marsh Pictures'],
  }
  const entries = {
    Title: 'THE KILN',
    Credit: 'by',
    Author: 'Ida Marsh',
    'Draft date': '4 May 2026',
    Contact: 'Marsh Pictures',
  }
  expect(await fromFdx(page)).toEqual(entries)
  expect(fromPdf(page)).toEqual(entries)
  expect(fromText(page)).toEqual(entries)
})

it('a second credit is somebody else, and no author', async () => {
  const page = {
    middle: ['THE KILN', 'Screenplay by|Ida Marsh', 'Story by|Tom Reeve', 'Directed by|Pia Lamm'],
    foot: [],
  }
  const entries = {
    Title: 'THE KILN',
    Credit: 'Screenplay by',
    Author: 'Ida Marsh',
    Source: 'Story by / Tom Reeve',
    'Directed by': 'Pia Lamm',
  }
  expect(await fromFdx(page)).toEqual(entries)
  expect(fromPdf(page)).toEqual(entries)
})

it('another credit is printed over its name', () => {
  const titlePage = readTitleLines(
    ['THE KILN', 'Screenplay by', 'Ida Marsh', 'Directed by', 'Pia Lamm'].map((text) => ({
      text,
      align: 'center',
    })),
  )
  const printed = layOutTitlePage({ titlePage }).map(
    ({ align, runs }) => `${align} ${runs.map(({ text }) => text).join('')}`,
  )
  expect(printed.slice(-2)).toEqual(['center Directed by', 'center Pia Lamm'])
})
