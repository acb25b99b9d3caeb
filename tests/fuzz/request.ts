/** A request in parts, so that one that fails can be made smaller. */
export interface FuzzRequest {
  method: string
  /** As it is written on the wire, without the query. */
  path: string
  /** Pairs, as they are written on the wire. */
  query: Array<[name: string, value: string]>
  headers: Array<[name: string, value: string]>
  /** A value is sent as JSON, bytes as they are. */
  body?: { json: unknown } | { bytes: Buffer } | { form: Array<[name: string, value: string]> }
  /** Whether its framing lies, so that no answer is an answer too. */
  isBrokenFraming?: boolean
}

const BOUNDARY = 'the-boundary-of-a-form'

/** The bytes of its body. */
export function bodyOf({ body }: FuzzRequest): Buffer | null {
  if (!body) return null
  if ('bytes' in body) return body.bytes
  if ('json' in body) return Buffer.from(body.json === undefined ? '' : jsonOf(body.json))
  const parts = body.form.map(
    ([name, value]) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${name === 'file' ? '; filename="a.png"\r\nContent-Type: image/png' : ''}\r\n\r\n${value}\r\n`,
  )
  return Buffer.from(`${parts.join('')}--${BOUNDARY}--\r\n`)
}

/** Deeper than JSON.stringify can go. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  }
}

/** What goes over the socket. */
export function wireOf(request: FuzzRequest): Buffer {
  const { method, path, query, headers, body } = request
  const search = query.length > 0 ? `?${query.map(([name, value]) => `${name}=${value}`).join('&')}` : ''
  const bytes = bodyOf(request)
  const has = (name: string) => headers.some(([each]) => each.toLowerCase() === name)
  const lines = [`${method} ${path}${search} HTTP/1.1`]
  if (!has('host')) lines.push('Host: 127.0.0.1')
  if (!has('connection')) lines.push('Connection: close')
  if (body && !has('content-type')) {
    if ('json' in body) lines.push('Content-Type: application/json')
    if ('form' in body) lines.push(`Content-Type: multipart/form-data; boundary=${BOUNDARY}`)
  }
  if (bytes && !has('content-length') && !has('transfer-encoding'))
    lines.push(`Content-Length: ${bytes.length}`)
  for (const [name, value] of headers) lines.push(`${name}: ${value}`)
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes ?? Buffer.alloc(0)])
}

/** Every request that is like it with one part less. */
export function* smaller(request: FuzzRequest): Generator<FuzzRequest> {
  const { query, headers, body } = request
  const without = <Item>(items: Item[], at: number) => items.filter((_, n) => n !== at)
  for (const at of query.keys()) yield { ...request, query: without(query, at) }
  for (const at of headers.keys()) yield { ...request, headers: without(headers, at) }
  if (body) yield { ...request, body: undefined }
  if (body && 'form' in body)
    for (const at of body.form.keys()) yield { ...request, body: { form: without(body.form, at) } }
  if (body && 'json' in body)
    for (const json of smallerValues(body.json)) yield { ...request, body: { json } }
}

function* smallerValues(value: unknown, depth = 0): Generator<unknown> {
  if (typeof value !== 'object' || value === null || depth > 6) return
  if (Array.isArray(value)) {
    for (const at of value.keys()) yield value.filter((_, n) => n !== at)
    for (const [at, each] of value.entries())
      for (const less of smallerValues(each, depth + 1)) yield value.with(at, less)
    return
  }
  for (const [key, each] of Object.entries(value)) {
    const { [key]: _gone, ...rest } = value as Record<string, unknown>
    yield rest
    for (const less of smallerValues(each, depth + 1)) yield { ...value, [key]: less }
  }
}
