import type { PayloadRequest } from 'payload'

const RANGES = /^bytes=[ \t]*(?:\d+-\d*|-\d+)(?:[ \t]*,[ \t]*(?:\d+-\d*|-\d+))*[ \t]*$/i
const FROM_TO = /(\d+)-(\d+)/g

/** Whether a Range can be read (RFC 9110, 14.1.1): of bytes, and none that ends before it begins. */
export function isReadableRange(range: string): boolean {
  if (!RANGES.test(range)) return false
  return [...range.matchAll(FROM_TO)].every(([, from, to]) => Number(from) <= Number(to))
}

/**
 * A Range that cannot be read is as none (RFC 9110, 14.2), and the name of its unit is in any letters (14.1). Payload
 * answers both as one beyond the end of the file (uploads/parseRangeHeader): 416. Asked before Payload reads it; the
 * answer is Payload's.
 */
export function readableRange(req: PayloadRequest): undefined {
  const range = req.headers.get('range')
  if (range === null) return undefined
  const value = new Headers(req.headers)
  if (isReadableRange(range)) value.set('range', range.toLowerCase())
  else value.delete('range')
  Object.defineProperty(req, 'headers', { value, configurable: true, writable: true })
  return undefined
}
