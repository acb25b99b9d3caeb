import { InvalidPDFException } from 'unpdf/pdfjs'

/** What all errors of pdf.js's own derive from; it exports only some of those. */
const PdfJsError = Object.getPrototypeOf(InvalidPDFException) as abstract new () => Error

/** True for what pdf.js itself throws, and for what breaks within its code. */
export const isOfPdfJs = (reason: unknown): boolean =>
  reason instanceof PdfJsError ||
  (reason instanceof Error && /[\\/](?:unpdf|pdfjs)[\\/.]/.test(firstPlace(reason)))

/** Where an error was made: the first line of its stack that names a place. */
const firstPlace = ({ stack = '' }: Error): string => /^\s*at .*$/m.exec(stack)?.[0] ?? ''

/** On globalThis because a bundler may load this module more than once. */
const KEY = Symbol.for('showrunner.pdf.stray-rejections')

/**
 * Of a damaged file pdf.js starts work that nobody waits for, and whose end Node would take for a fault of the
 * program and end the process; in the browser's worker, for which it was written, it is a line in a log. The file is
 * refused by what is waited for. All other rejections end the process as they would without this.
 */
export function bearStrayRejections(): void {
  const holder = globalThis as unknown as Record<symbol, boolean | undefined>
  if (holder[KEY]) return
  holder[KEY] = true
  process.on('unhandledRejection', (reason) => {
    if (isOfPdfJs(reason)) return
    // Whoever else listens has a better answer.
    if (process.listenerCount('unhandledRejection') === 1) throw reason
  })
}
