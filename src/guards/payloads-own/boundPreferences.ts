import type { CollectionBeforeChangeHook, Endpoint, PayloadRequest } from 'payload'
import { ShowrunnerError } from '@/errors'

/** Which columns, rows and tabs somebody has open, of one page: some thousand characters at most. */
const MAX_CHARS = 64_000
const MAX_KEY_CHARS = 500

/** @throws {ShowrunnerError} 413 */
function refuseLarge(key: unknown, value: string | undefined): void {
  if ((value?.length ?? 0) > MAX_CHARS || String(key ?? '').length > MAX_KEY_CHARS)
    throw new ShowrunnerError(
      'too-large',
      `A preference has a key of at most ${MAX_KEY_CHARS} characters and a value of at most ${MAX_CHARS}.`,
      413,
    )
}

export const boundedPreference: CollectionBeforeChangeHook = ({ data }) => {
  refuseLarge(data.key, JSON.stringify(data.value))
  return data
}

/** Payload's own endpoint for one preference writes past all hooks. */
export function bounded(endpoint: Endpoint): Endpoint {
  if (endpoint.method !== 'post' || endpoint.path !== '/:key') return endpoint
  const handler = async (req: PayloadRequest) => {
    const text = (await req.text?.()) ?? ''
    refuseLarge(req.routeParams?.key, text)
    // It is read, and cannot be read twice. What is no JSON Payload takes for nothing.
    Object.defineProperty(req, 'json', {
      value: async () => JSON.parse(text),
      configurable: true,
      writable: true,
    })
    return endpoint.handler(req)
  }
  return { ...endpoint, handler }
}
