import { createMiddleware } from 'hono/factory'
import { mediaType } from '@/lib/mediaType'
import type { ApiEnv } from './types'

/** A media type may be written in any letters (RFC 9110); what reads bodies, here and in the framework, asks for small ones. */
export const plainMediaType = createMiddleware<ApiEnv>(async (c, next) => {
  const given = c.req.header('content-type') ?? ''
  const type = mediaType(given)
  if (!given.startsWith(type)) {
    const headers = new Headers(c.req.raw.headers)
    headers.set('content-type', type + given.trim().slice(type.length))
    c.req.raw = new Request(c.req.raw, { headers })
  }
  await next()
})
