import { handleEndpoints, type Payload } from 'payload'

export interface RestAnswer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: whatever Payload answers
  body: any
  text: string
}

/** Payload's REST as a server mounts it, without a server. */
export function restOf(payload: () => Payload, key: () => string) {
  return async (
    path: string,
    init: RequestInit & { token?: string; json?: unknown } = {},
  ): Promise<RestAnswer> => {
    const { token, json, ...rest } = init
    const headers = new Headers(rest.headers)
    if (token) headers.set('authorization', `JWT ${token}`)
    if (json !== undefined) headers.set('content-type', 'application/json')
    const request = new Request(`http://localhost/api${path}`, {
      ...rest,
      headers,
      ...(json !== undefined ? { body: JSON.stringify(json) } : {}),
    })
    const answer = await handleEndpoints({
      config: payload().config,
      request,
      payloadInstanceCacheKey: key(),
    })
    const text = await answer.text()
    let body: unknown = null
    try {
      body = JSON.parse(text)
    } catch {
      // Not JSON: the text says what it is.
    }
    return { status: answer.status, body, text }
  }
}
