import type { PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'
import { readableBody } from './readableBody'

const sent = (type: string, body: string, more: Record<string, string> = {}) =>
  new Request('http://localhost/api/media', {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...more },
  }) as unknown as PayloadRequest

const textOf = async (body: string) => {
  const req = sent('application/json', body)
  readableBody(req)
  return req.text?.()
}

describe('A body', () => {
  it('is an object, where it is JSON, or nothing at all', async () => {
    for (const text of ['{"a":1}', ' \n{}', '', ' ']) expect(await textOf(text)).toBe(text)
    for (const text of ['2147483648', '"a"', '[]', ' [{}]', 'true', 'null', 'nope', '\n-1'])
      await expect(textOf(text), text).rejects.toMatchObject({
        status: 400,
        problems: [{ field: 'body', message: 'must be an object' }],
      })
  })

  it('is neither JSON nor a form where it only has the word: empty or not', () => {
    for (const type of [
      'multipart/',
      'multipart',
      'Multipart/; boundary=B',
      'multipart/form-data/x',
      'x-multipart/y',
    ])
      for (const length of ['0', '4']) {
        const req = sent(type, length === '0' ? '' : '--B-', { 'content-length': length })
        expect(() => readableBody(req), `${type} ${length}`).toThrow('Send JSON or multipart/form-data.')
      }
  })

  it('is nothing, of whatever type, where a browser sends nothing', () => {
    expect(() => readableBody(sent('text/plain', '', { 'content-length': '0' }))).not.toThrow()
  })

  it('is nothing where neither a type nor a length is said, though there is a stream to read', () => {
    const bare = (more: Record<string, string> = {}) => {
      const req = sent('', '', more) as unknown as { headers: Headers }
      req.headers.delete('content-type')
      return req as unknown as PayloadRequest
    }
    expect(bare().body).not.toBeNull()
    expect(() => readableBody(bare())).not.toThrow()
    expect(() => readableBody(bare({ 'content-length': '0' }))).not.toThrow()
    for (const said of [{ 'content-length': '4' }, { 'transfer-encoding': 'chunked' }])
      expect(() => readableBody(bare(said as unknown as Record<string, string>))).toThrow('Send JSON')
  })
})
