import { giveWay } from '@/lib/giveWay'
import { ScriptError } from '@/screenplay'
import { isScript } from '../printed/isScript'
import type { PageReading } from '../printed/PageReading'
import type { PageText } from '../printed/PageText'
import { readPrinted } from '../printed/readPrinted'
import { assertNoBomb } from './assertNoBomb'
import { hasPictures } from './hasPictures'
import { OPEN_MS, PAGE_MS } from './limits'
import { inTime, inWords, openPdf, refusal } from './openPdf'
import { type FontStyles, pageText } from './pageText'

export interface ReadPdfOptions {
  signal?: AbortSignal
  /** After each page, with what part of them is read. */
  onPage?: (fraction: number) => void
}

/**
 * Reads a PDF: the lines of every page with where they stand and what they are.
 *
 * Gives way to other work between pages, and ends there where the signal says so.
 *
 * @throws ScriptError for a file that is damaged, encrypted, scanned, empty or too long, and for one that is no script.
 */
export async function readPdf(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<PageReading> {
  const texts = await textOfPages(bytes, options)
  assertText(texts, bytes)
  const steps = readPrinted(texts)
  let step = steps.next()
  for (; !step.done; step = steps.next()) await giveWay()
  const reading = step.value
  assertScript(reading)
  return reading
}

async function textOfPages(bytes: Uint8Array, { signal, onPage }: ReadPdfOptions): Promise<PageText[]> {
  assertNoBomb(bytes)
  const { document, OPS, close } = await openPdf(bytes)
  const pages: PageText[] = []
  const fonts: FontStyles = new Map()
  const deadline = performance.now() + OPEN_MS + document.numPages * PAGE_MS
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await inTime(document.getPage(number), deadline - performance.now())
      pages.push(await inTime(pageText(page, OPS, fonts), deadline - performance.now()))
      page.cleanup()
      onPage?.(number / document.numPages)
      signal?.throwIfAborted()
      await giveWay()
    }
  } catch (error) {
    throw inWords(error)
  } finally {
    await close()
  }
  return pages
}

const SCANNED =
  'This PDF has no text: it is scanned, pictures of pages. Run text recognition (OCR) over it, or export the script from the program it was written in, and import that.'

const EMPTY =
  'This PDF has no text: its pages are empty, or what they show is drawn as shapes. Export the script again from the program it was written in.'

/** @throws ScriptError where the pages have no text, or letters that nobody can name. */
function assertText(pages: readonly PageText[], bytes: Uint8Array): void {
  const text = pages.flatMap(({ runs }) => runs.map((run) => run.text)).join('')
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  const unknown = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd\ue000-\uf8ff]/gu)?.length ?? 0
  if (letters + unknown < Math.min(20, pages.length * 5)) throw refusal(hasPictures(bytes) ? SCANNED : EMPTY)
  if (unknown > letters * 0.25) {
    throw refusal(
      'The fonts of this PDF do not say which letters they show, so its text cannot be read. Export it again with its fonts embedded, or in another format.',
    )
  }
}

/** @throws ScriptError where nothing is as in a script. */
function assertScript(reading: PageReading): void {
  if (!isScript(reading)) {
    throw new ScriptError({
      line: null,
      message:
        'This PDF does not look like a script: no scene heading (such as INT. KITCHEN - DAY) and no name with speech under it was found on its pages.',
    })
  }
}
