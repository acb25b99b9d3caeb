import type { PayloadRequest } from 'payload'

/** Payload takes these out of what was sent before any hook (uploads/sanitizeUploadData). */
const TAKEN_OUT = ['filename', 'sizes', 'url'] as const

/**
 * Keeps what was sent for a file that Payload drops without a word, for whoever refuses it by its name. In a browser's form
 * it is what the page was opened with, and stays as dropped as it was.
 */
export function noteFileData(req: PayloadRequest): void {
  const own = Object.getOwnPropertyDescriptor(req, 'data')
  let data: unknown = req.data
  const get = own?.get ? own.get.bind(req) : () => data
  Object.defineProperty(req, 'data', {
    configurable: true,
    enumerable: true,
    get,
    set: (value: unknown) => {
      data = value
      own?.set?.call(req, value)
      if (typeof value !== 'object' || value === null) return
      const sent = value as Record<string, unknown>
      const noted = TAKEN_OUT.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]]))
      req.context = { ...req.context, sentOfFile: Object.fromEntries(noted) }
    },
  })
}
