import { parseFountain } from '@/screenplay'
import { readPdf } from '@/script-files/pdf/readPdf'
import { readPdfScript } from '@/script-files/pdf/readPdfScript'
import { LAYOUTS, type Layout, typeset } from '@/script-files/pdf/typeset.testing'
import { makeScript } from './lib/script'
import { median, ms, printTable, timed, times } from './lib/table'

/** The longest that anything else had to wait while the work went on, in ms. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - 1)
    last = now
  }, 1)
  await work()
  clearInterval(timer)
  return Math.max(longest, performance.now() - last)
}

/** How long does a PDF take to read, does it grow with its pages alone, and how long does the server stand still? */
export async function benchPdf(): Promise<void> {
  const layout = LAYOUTS[0] as Layout
  const print = async (pages: number) => {
    const script = parseFountain(makeScript(pages))
    return typeset({ ...script, titlePage: [] }, layout)
  }
  const feature = await print(100)
  let pages = 0
  const cold = await timed(async () => {
    pages = (await readPdf(feature)).pages.length
  })
  const warm: number[] = []
  for (let round = 0; round < 3; round += 1) warm.push(await timed(() => readPdfScript(feature)))
  const pause = await longestWait(() => readPdfScript(feature))
  const series = await print(800)
  let longPages = 0
  const long = await timed(async () => {
    longPages = (await readPdf(series)).pages.length
  })
  printTable('A script as PDF: read', [
    { what: `${pages} pages, pdf.js loaded for it`, value: ms(cold), aim: '< 1500 ms for 120' },
    { what: `${pages} pages, again`, value: ms(median(warm)) },
    { what: 'longest pause of the event loop', value: ms(pause) },
    {
      what: `${longPages} pages`,
      value: ms(long),
      ratio: `${times(long / longPages / (median(warm) / pages))} per page, to ${pages} pages`,
      aim: 'linear: about 1×',
    },
  ])
}
