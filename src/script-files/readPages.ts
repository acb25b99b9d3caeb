import { ScriptError } from '@/screenplay'
import { formatOf } from './formats'
import type { ReadPdfOptions } from './pdf/readPdf'
import type { PageReading } from './printed/PageReading'

/**
 * Reads a PDF's pages for a person to confirm.
 *
 * @param filename decides what it is where the content does not
 * @throws ScriptError where it is no PDF, or none of a script
 */
export async function readPages(
  bytes: Uint8Array,
  filename?: string,
  options?: ReadPdfOptions,
): Promise<PageReading> {
  const format = formatOf(bytes, filename)
  if (format.id !== 'pdf') {
    const message = `This is ${format.label}, which leaves nothing to confirm: import it as it is. Only a PDF has pages that have to be guessed.`
    throw new ScriptError({ line: null, message })
  }
  const { readPdf } = await import('./pdf/readPdf')
  return readPdf(bytes, options)
}
