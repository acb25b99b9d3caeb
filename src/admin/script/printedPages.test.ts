import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { printPdf } from '@/exports/screenplay/printScript'
import { hasSharedSamples, OWN_SCRIPTS, SHARED_SAMPLES, sharedScripts } from '@/screenplay/samples.testing'
import { readScript as readScriptFile } from '@/script-files'
import { readScript } from './readScript'
import { ScriptPages } from './ScriptPages'

interface FirstRow {
  number: number
  /** Its letters and digits in the order of their codes: a PDF has no spaces and turns words round. */
  row: string
}

const letters = (text: string) =>
  [...text.normalize('NFKC')]
    .filter((each) => each.trim())
    .sort()
    .join('')
const textIn = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

const htmlOf = (text: string) =>
  renderToStaticMarkup(createElement(ScriptPages, { reading: readScript(text), storyboardPath: null }))

/** What the script room shows first on each page. */
function onScreen(html: string): FirstRow[] {
  return html
    .split('<section class="sr-page" ')
    .slice(1)
    .map((page) => {
      const number = Number(/aria-label="Page (\d+)"/.exec(page)?.[1])
      const isDual = /^[^>]*>(<span[^>]*>[^<]*<\/span>)?<div class="sr-page__dual"/.test(page)
      const columns = isDual ? page.split('</div></div>')[0]?.split('data-column="second"') : [page]
      const rows = (columns ?? []).map((column) => {
        const part = /class="sr-page__part[^>]*>(.*?)<\/(?:h3|p)>/s.exec(column)?.[1] ?? ''
        const numbers = [...part.matchAll(/class="sr-page__scene-number"[^>]*>([^<]*)/g)].map(
          ([, each]) => each,
        )
        const first = /class="sr-page__row"[^>]*>(.*?)<\/span>/s.exec(part)?.[1] ?? ''
        return [...numbers, first].join('')
      })
      return { number, row: letters(textIn(rows.join(''))) }
    })
}

const HEADER_BASELINE = 792 - 36 - 9.5

/** What its PDF has first on each page. */
async function onPaper(text: string, titlePages: number): Promise<FirstRow[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await printPdf({ text, title: 'A script' })))
  const pages: FirstRow[] = []
  for (let index = 1 + titlePages; index <= pdf.numPages; index += 1) {
    const { items } = await (await pdf.getPage(index)).getTextContent()
    const set = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []))
    const baseline = (item: (typeof set)[number]) => Number(item.transform[5])
    const below = set.filter((item) => baseline(item) < HEADER_BASELINE - 1)
    const top = Math.max(...below.map(baseline))
    const row = below.filter((item) => Math.abs(baseline(item) - top) < 1).map(({ str }) => str)
    const number = set.find((item) => baseline(item) >= HEADER_BASELINE - 1)?.str
    pages.push({ number: number ? Number.parseInt(number, 10) : 1, row: letters(row.join('')) })
  }
  return pages
}

/** Samples that are screenplays, as they are stored. */
async function samples(): Promise<string[]> {
  const fdx = hasSharedSamples ? readdirSync(`${SHARED_SAMPLES}../fdx`) : []
  const files = [
    ...OWN_SCRIPTS,
    ...sharedScripts(),
    ...fdx.filter((name) => name.endsWith('.fdx')).map((name) => `${SHARED_SAMPLES}../fdx/${name}`),
  ]
  const read = await Promise.allSettled(
    files.map(async (file) => readScriptFile(new Uint8Array(await readFile(file)), basename(file))),
  )
  return read
    .flatMap((result) => (result.status === 'fulfilled' ? [result.value.text] : []))
    .filter((text) => readScript(text).problems.length === 0)
}

async function expectOneLayout(text: string): Promise<void> {
  const html = htmlOf(text)
  const titlePages = html.includes('sr-page--title') ? 1 : 0
  expect(onScreen(html)).toEqual(await onPaper(text, titlePages))
}

describe('pages on screen', () => {
  it('are those of the PDF, and begin with the same row, in all samples', async () => {
    const texts = await samples()
    expect(texts.length).toBeGreaterThan(OWN_SCRIPTS.length)
    for (const text of texts) await expectOneLayout(text)
  })

  it('are those of the PDF, whatever the script', async () => {
    const word = fc.constantFrom(
      'a',
      'harbour',
      '*tide*',
      '_not_ now.',
      'Yes!',
      '潮汐表',
      'שלום',
      'مرحبا',
      'don’t',
    )
    const words = fc.array(word, { minLength: 1, maxLength: 90 }).map((all) => all.join(' '))
    const name = fc.constantFrom('INES', '@רות', '@林晓', 'TOMAS (V.O.)')
    const speech = fc.tuple(name, words).map(([who, said]) => `${who}\n${said}`)
    const part = fc.oneof(
      words.map((text) => `He ${text}`),
      speech,
      fc.tuple(speech, speech).map(([one, other]) => `${one}\n\n${other.replace('\n', ' ^\n')}`),
      fc.constantFrom('INT. QUAY - DAY #4A#', 'EXT. 码头 - NIGHT', '===', '> THE END <', 'CUT TO:'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 20, maxLength: 60 }), (parts) =>
        expectOneLayout(`Title: Salt\n\nINT. QUAY - DAY\n\n${parts.join('\n\n')}\n`),
      ),
      { numRuns: 12 },
    )
  })
})
