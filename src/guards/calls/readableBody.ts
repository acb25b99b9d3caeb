import type { PayloadRequest } from 'payload'
import { ShowrunnerError, ValidationError } from '@/errors'
import { mediaType } from '@/lib/mediaType'
import { soundJson } from './soundJson'
import { wholeForm } from './wholeForm'

const WITH_BODY = new Set(['POST', 'PATCH', 'PUT'])
/** What Payload takes for a boundary (uploads/fetchAPI-multipart/isEligibleRequest): of others it says 500. */
const BOUNDARY = /;\s*boundary=(?:"([\w'()+,./:=?-]{1,70})"|([\w'()+,./:=?-]{1,70}))\s*(?:;|$)/i

const unreadable = (field: string, message: string) => new ValidationError([{ field, message }])

const put = (req: PayloadRequest, name: string, value: unknown) =>
  Object.defineProperty(req, name, { value, configurable: true, writable: true })

function withType(req: PayloadRequest, type: string): void {
  const headers = new Headers(req.headers)
  headers.set('content-type', type)
  put(req, 'headers', headers)
}

/** Nothing at all is left to who reads it. Payload takes whatever JSON there is for an object, and fails in its own. */
async function jsonObject(body: ReadableStream<Uint8Array>): Promise<string> {
  const text = await soundJson(body)
  if (/^\s*[^\s{]/.test(text)) throw unreadable('body', 'must be an object')
  return text
}

/**
 * Whether there is no body, though Next has a stream for it: of no length, which a browser’s fetch calls text/plain; or
 * neither a length nor parts (RFC 9112, 6.3) nor a type, as `curl -X POST` sends it.
 */
const isNothing = (headers: Headers): boolean =>
  headers.get('content-length') === '0' ||
  !['content-length', 'transfer-encoding', 'content-type'].some((name) => headers.has(name))

/**
 * Has a body read as what it says it is, or refused: a media type in any letters, JSON in UTF-8, a form that is whole.
 *
 * @throws {ShowrunnerError} 415 for what is neither JSON nor a form
 */
export function readableBody(req: PayloadRequest): void {
  if (!WITH_BODY.has(req.method?.toUpperCase() ?? '') || !req.body) return
  const given = req.headers.get('content-type')
  const type = mediaType(given)
  if (type === 'application/json') {
    withType(req, type)
    const { body } = req
    put(req, 'text', () => jsonObject(body as ReadableStream<Uint8Array>))
    return
  }
  if (type !== 'multipart/form-data') {
    // Payload reads a form of whatever has the word in it.
    if (isNothing(req.headers) && !type.includes('multipart')) return
    throw new ShowrunnerError('unsupported-media-type', 'Send JSON or multipart/form-data.', 415)
  }
  const found = BOUNDARY.exec(given ?? '')
  const boundary = found?.[1] ?? found?.[2]
  if (!boundary) throw unreadable('body', 'is not a readable form')
  const headerValue = `multipart/form-data; boundary="${boundary}"`
  withType(req, headerValue)
  // Who asks for the text of it takes JSON alone.
  put(req, 'text', async () => {
    throw new ShowrunnerError('unsupported-media-type', 'Send JSON.', 415)
  })
  const form = plainFields(req)
  put(req, 'body', req.body.pipeThrough(wholeForm(headerValue, form)))
}

/**
 * Payload takes fields for a file from `_payload` alone (utilities/addDataAndFileToRequest), and says of others that they
 * are missing. So a form's own fields count as well, as forms and `curl -F` send them; what `_payload` says goes before.
 */
function plainFields(req: PayloadRequest): (name: string, value: string) => void {
  const plain = new Map<string, string | string[]>()
  let sent: unknown = req.data
  const withPlain = () => ({ ...Object.fromEntries(plain), ...(sent as object | undefined) })
  Object.defineProperty(req, 'data', {
    configurable: true,
    enumerable: true,
    get: () => (plain.size > 0 ? withPlain() : sent),
    set: (value: unknown) => {
      sent = value
      // What is no object is refused as it is.
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) sent = withPlain()
      plain.clear()
    },
  })
  return (name, value) => {
    const before = plain.get(name)
    plain.set(name, before === undefined ? value : [before, value].flat())
  }
}
