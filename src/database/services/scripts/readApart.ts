import { type ComputeJobs, ComputeMemoryExceeded, ComputeProcessDied, compute } from '@/compute'
import { BoundedCache } from '@/lib/BoundedCache'
import { freezing } from '@/lib/freezing'
import { inTurns } from '@/lib/inTurns'
import { readStored, ScriptError, type StoredScript } from '@/screenplay'
import { measureScript, measureWords, type ScriptMeasure } from '@/screenplay/pages'
import { type ReadingChoices, type ReadScript, readScript } from '@/script-files'

type ReadingJob = 'read-script' | 'read-stored' | 'read-pdf-pages' | 'measure-script'

/** What a reading may take once it is its turn: the PDF reader's own limits for the longest end well before. */
const LIMIT_MS = 120_000
/**
 * Until its first page is read, and from each to the next. The longest of an honest script takes a tenth of a second; six
 * kilobytes can hold one with millions of operations, and pdf.js hears nothing while it counts on.
 */
const PAGE_MS = 5_000
/** With the opening of the file, and the loading of its reader. */
const FIRST_PAGE_MS = 15_000
/** All but PDF: the longest script that is taken needs about two seconds. */
const TEXT_LIMIT_MS = 30_000
/**
 * Bytes that the process may have in all while it reads what is or holds a PDF: a few kilobytes of one can unfold to a
 * font of gigabytes, which is no memory of JavaScript's own. 1,100 pages of script take 210 MB. With what a loop can
 * fill between two looks it stays below 500 MB.
 */
const PDF_BYTES = 420 * 1024 ** 2
/** A reader has nothing to tidy up, and one that counts on in a loop hears nothing. */
const GRACE_MS = 100
/**
 * Bytes of plain text that are read here: what people write in them takes a few milliseconds, and the worst that fits
 * (a cue of another name in every other line) some tens, less than it takes to start a process.
 */
const QUICK_BYTES = 8 * 1024

/** Readings by their text. One takes some twenty times as much memory as the text: this is five scripts of 2,500 scenes. */
const READINGS = new BoundedCache<StoredScript>({ maxWeight: 1_500_000, idleMs: 5 * 60_000 })

const TOO_LONG =
  'This file takes too long to read, so it was put aside: it is damaged or holds much more than one script. Export it again from the program it was written in.'
const TOO_MUCH =
  'This file takes more memory to read than any script does, so it was put aside: it is damaged or holds much more than one script. Export it again from the program it was written in.'
const DAMAGED =
  'This file is damaged or holds more than a script: reading it came to no end. Export it again from the program it was written in.'

export interface ReadApartOptions {
  /** Whoever asked has gone: the reading ends. */
  signal?: AbortSignal
  limitMs?: number
  /** From one page of a PDF to the next. */
  pageMs?: number
  /** Bytes that the process may have in all. @default {@link PDF_BYTES} for what is or may hold a PDF */
  maxResidentBytes?: number
}

/**
 * Reads in a process of its own: what is in a file that strangers made can hold up or end that one, and never the
 * one that answers people.
 *
 * @throws ScriptError where the file cannot be read, takes too long, or the process did not survive it
 */
export async function readApart<Kind extends ReadingJob>(
  kind: Kind,
  input: ComputeJobs[Kind]['input'],
  { signal, limitMs = LIMIT_MS, pageMs = PAGE_MS, maxResidentBytes = mostFor(input) }: ReadApartOptions = {},
): Promise<ComputeJobs[Kind]['output']> {
  const limit = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let page: NodeJS.Timeout | undefined
  const putAside = () => limit.abort(new ScriptError({ line: null, message: TOO_LONG }))
  const goOn = (fraction: number) => {
    timer ??= setTimeout(putAside, limitMs)
    clearTimeout(page)
    // Once all pages are read, what is made of them is a matter of the whole.
    if (fraction < 1) page = setTimeout(putAside, fraction === 0 ? firstPageMs(input) : pageMs)
  }
  try {
    return await compute(kind, input, {
      signal: signal ? AbortSignal.any([signal, limit.signal]) : limit.signal,
      onProgress: goOn,
      isInteractive: true,
      abortGraceMs: GRACE_MS,
      maxResidentBytes,
    })
  } catch (error) {
    if (error instanceof ComputeMemoryExceeded) throw new ScriptError({ line: null, message: TOO_MUCH })
    if (!(error instanceof ComputeProcessDied) || timer === undefined) throw error
    throw new ScriptError({ line: null, message: DAMAGED })
  } finally {
    clearTimeout(timer)
    clearTimeout(page)
  }
}

/**
 * Reads a script of any format, also out of an archive, as {@link readApart} does; a short plain text here.
 *
 * @throws ScriptError
 */
export async function readScriptApart(
  bytes: Uint8Array,
  filename?: string,
  choices?: ReadingChoices,
  signal?: AbortSignal,
): Promise<ReadScript> {
  if (isQuick(bytes)) return readScript(bytes, filename, choices)
  const limitMs = mayHoldPdf({ bytes }) ? LIMIT_MS : TEXT_LIMIT_MS
  const input = { bytes, ...(filename ? { filename } : {}), ...(choices ? { choices } : {}) }
  try {
    return await readApart('read-script', input, { signal, limitMs })
  } catch (error) {
    // Only the reader itself names the file.
    throw ScriptError.in(filename, error)
  }
}

/**
 * `readStored` as {@link readApart} does it; a short text here. What was read last is kept for the next who asks, and
 * nobody can change it: looking at a draft and applying it read the same two texts again and again.
 *
 * @throws ScriptError
 */
export async function readStoredApart(text: string, signal?: AbortSignal): Promise<StoredScript> {
  if (text.length <= QUICK_BYTES) return readStored(text)
  const kept = READINGS.get(text)
  if (kept) return kept
  const read = await readApart('read-stored', { text }, { signal, limitMs: TEXT_LIMIT_MS })
  const script = await inTurns(freezing(read))
  READINGS.set(text, script, text.length)
  return script
}

/** `measureScript` as {@link readApart} does it; a short text here. What takes too long is counted in words alone. */
export async function measureScriptApart(text: string): Promise<ScriptMeasure> {
  if (text.length <= QUICK_BYTES) return measureScript(text)
  try {
    return await readApart('measure-script', { text }, { limitMs: TEXT_LIMIT_MS })
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error
    return measureWords(text)
  }
}

const startOf = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).toString('latin1')

const mayHoldPdf = ({ bytes }: { bytes: Uint8Array }) => /^PK|%PDF-/.test(startOf(bytes))

const mostFor = (input: object): number | undefined =>
  'bytes' in input && mayHoldPdf(input as { bytes: Uint8Array }) ? PDF_BYTES : undefined

const firstPageMs = (input: object) =>
  'bytes' in input && startOf(input.bytes as Uint8Array).includes('%PDF-') ? FIRST_PAGE_MS : TEXT_LIMIT_MS

/** Text and nothing that has to be unpacked or parsed as XML or RTF first. */
const isQuick = (bytes: Uint8Array) =>
  bytes.length <= QUICK_BYTES && !/^PK|%PDF-|^[^\w]*[<{]|\0/.test(startOf(bytes))
