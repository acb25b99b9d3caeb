import { createMiddleware } from 'hono/factory'
import { ShowrunnerError } from '@/errors'
import { readAtMost } from '@/lib/readAtMost'
import type { ApiEnv } from './types'

/** Ids, numbers and words: what is larger than a book is no such body. */
const MAX_BYTES = 1024 ** 2

/** For routes that take no file and no script. Of a longer body no more is read. */
export const jsonLimit = createMiddleware<ApiEnv>(async (c, next) => {
  const { raw } = c.req
  if (raw.body) {
    const bytes = await readAtMost(raw.body, MAX_BYTES)
    if (!bytes)
      throw new ShowrunnerError('too-large', 'This may have at most 1 MB.', 413, { maxBytes: MAX_BYTES })
    const { headers, method, signal } = raw
    c.req.raw = new Request(raw.url, { body: bytes, headers, method, signal })
  }
  await next()
})
