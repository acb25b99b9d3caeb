import type { PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'
import { boundPopulated, MOST_POPULATED } from './boundPopulated'

const request = () =>
  ({ payloadDataLoader: { load: async (key: string) => ({ id: key }) } }) as unknown as PayloadRequest

describe('What stands in the place of references', () => {
  it('is bounded for each request, however often it is looked at', async () => {
    const req = request()
    for (let n = 0; n < MOST_POPULATED; n += 1) {
      if (n % 5_000 === 0) boundPopulated(req)
      await req.payloadDataLoader.load('a')
    }
    await expect(req.payloadDataLoader.load('a')).rejects.toMatchObject({
      status: 400,
      problems: [{ field: 'depth', message: expect.stringContaining('25000 documents') }],
    })
    const other = request()
    boundPopulated(other)
    expect(await other.payloadDataLoader.load('b')).toEqual({ id: 'b' })
  })
})
