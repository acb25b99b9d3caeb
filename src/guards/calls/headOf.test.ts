import { expect, it } from 'vitest'
import { headOf } from './headOf'

it('answers what GET would, without its body, and of the whole', async () => {
  const seen: unknown[] = []
  let isCancelled = false
  const head = headOf(async (request: Request, args: string) => {
    seen.push([request.method, request.headers.get('range'), request.headers.get('authorization'), args])
    const body = new ReadableStream({
      cancel: () => {
        isCancelled = true
      },
    })
    return new Response(body, {
      status: 203,
      headers: { 'content-length': '7', 'content-type': 'image/png' },
    })
  })
  const headers = { range: 'bytes=0-1', authorization: 'JWT x' }
  const answer = await head(new Request('http://localhost/api/media', { method: 'HEAD', headers }), 'args')
  expect(seen).toEqual([['GET', null, 'JWT x', 'args']])
  expect([answer.status, answer.body, answer.headers.get('content-length'), isCancelled]).toEqual([
    203,
    null,
    '7',
    true,
  ])
})
