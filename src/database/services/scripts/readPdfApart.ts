import { type ComputeJobs, ComputeProcessDied, compute } from '@/compute'
import { ScriptError } from '@/screenplay'

type PdfJob = 'read-pdf' | 'read-pdf-pages'

/** What a PDF may take once it is its turn: the reader's own limits for the longest end well before. */
const LIMIT_MS = 120_000

const DAMAGED =
  'This PDF is damaged or holds more than a script: reading it came to no end. Export it again from the program it was written in.'

/**
 * Reads a PDF in a process of its own: what is in a file that strangers made can hold up or end that one, and never
 * the one that answers people.
 *
 * @throws ScriptError where the file cannot be read, and where the process did not survive it
 */
export async function readPdfApart<Kind extends PdfJob>(
  kind: Kind,
  input: ComputeJobs[Kind]['input'],
  limitMs = LIMIT_MS,
): Promise<ComputeJobs[Kind]['output']> {
  const aborter = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const begin = () => {
    timer = setTimeout(() => aborter.abort(new ScriptError({ line: null, message: DAMAGED })), limitMs)
  }
  try {
    return await compute(kind, input, { signal: aborter.signal, onProgress: begin })
  } catch (error) {
    if (!(error instanceof ComputeProcessDied) || timer === undefined) throw error
    throw new ScriptError({ line: null, message: DAMAGED })
  } finally {
    clearTimeout(timer)
  }
}
