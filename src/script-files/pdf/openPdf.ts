import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import { ScriptError } from '@/screenplay'
import { MAX_PAGES, OPEN_MS } from './limits'

export interface OpenPdf {
  document: PDFDocumentProxy
  /** pdf.js's numbers of drawing operations, by name. */
  OPS: Record<string, number>
  /** Lets go of the file and all that was made of it. */
  close(): Promise<void>
}

/**
 * Opens a PDF for its text: no fonts are rendered, no image is decoded, nothing of it is run, nothing is fetched.
 *
 * @throws ScriptError for a file that is damaged, encrypted or too long, in words.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  addMissingTransfer()
  const { getDocument, OPS } = await import('unpdf/pdfjs')
  const { bearStrayRejections } = await import('./strayRejections')
  bearStrayRejections()
  const task = getDocument({
    // pdf.js takes the buffer away from who gives it, and a slice of a Buffer would be no copy.
    data: new Uint8Array(bytes),
    verbosity: 0,
    stopAtErrors: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: true,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    disableAutoFetch: true,
  })
  const close = () => task.destroy().catch(() => undefined)
  try {
    const document = await inTime(task.promise, OPEN_MS)
    if (document.numPages > MAX_PAGES) {
      throw refusal(`This PDF has ${document.numPages} pages; a script may have ${MAX_PAGES}.`)
    }
    return { document, OPS: OPS as unknown as Record<string, number>, close }
  } catch (error) {
    await close()
    throw inWords(error)
  }
}

/** Any error of pdf.js in words. */
export function inWords(error: unknown): ScriptError {
  if (error instanceof ScriptError) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') {
    return refusal(
      'This PDF is locked with a password. Open it with the password, save or print it as a PDF without one, and import that.',
    )
  }
  return refusal(
    'This PDF is damaged and cannot be read. Export it again from the program it was written in.',
  )
}

export const refusal = (message: string): ScriptError => new ScriptError({ line: null, message })

/** What takes longer is given up; pdf.js goes on until it notices that the file was closed. */
export async function inTime<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too slow')), ms)
  })
  // Where the time is over, nobody listens to how the work ends.
  work.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** pdf.js 5 moves buffers with a method that Node has from 21 on; without it, every list of operations ends at its first path. */
function addMissingTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength) {
      const moved = new ArrayBuffer(length)
      new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
      return moved
    },
  })
}
