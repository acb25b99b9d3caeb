import type { PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'
import { boundAnswer, countDocuments, MOST_DOCUMENTS, MOST_READS } from './boundAnswer'

const request = (payloadAPI = 'REST') =>
  ({
    payloadAPI,
    payloadDataLoader: { load: async (key: string) => ({ id: key }) },
  }) as unknown as PayloadRequest

/** As GraphQL gives each of its parts one. */
const part = (req: PayloadRequest) => ({ ...req }) as PayloadRequest

const read = (req: PayloadRequest, overrideAccess = false) =>
  boundAnswer({ args: {}, operation: 'read', overrideAccess, req } as never)
const found = (req: PayloadRequest, count: number) =>
  countDocuments({ args: {}, operation: 'find', req, result: { docs: Array(count) } } as never)

const TOO_MANY = { status: 400, problems: [{ field: 'depth', message: expect.stringMatching(/25000 doc/) }] }

describe('An answer', () => {
  it('has so many documents in the place of references, and no more', async () => {
    const req = request()
    for (let n = 0; n < MOST_DOCUMENTS; n += 1) {
      if (n % 5_000 === 0) await read(req)
      await req.payloadDataLoader.load('a')
    }
    expect(await req.payloadDataLoader.load('a')).toBeNull()
    expect(() => found(req, 1)).toThrow(/25000 documents/)
    const other = request()
    await read(other)
    expect(await other.payloadDataLoader.load('b')).toEqual({ id: 'b' })
  })

  it('is only so long, where one long document stands in many places', async () => {
    const long = { text: 'x'.repeat(5 * 1024 ** 2) }
    const req = {
      payloadAPI: 'REST',
      payloadDataLoader: { load: async () => long },
    } as unknown as PayloadRequest
    await read(req)
    for (let n = 0; n < 20; n += 1) await req.payloadDataLoader.load('a')
    expect(() => found(req, 1)).toThrow(/longer than 100 MB/)
    expect(await req.payloadDataLoader.load('a')).toBeNull()
  })

  it('of GraphQL has so many in all of its lists, and so many lists', async () => {
    const req = request('GraphQL')
    for (let n = 0; n < 100; n += 1) {
      const each = part(req)
      await read(each)
      found(each, 251)
    }
    await expect(read(part(req))).rejects.toMatchObject(TOO_MANY)
    await expect(req.payloadDataLoader.load('a')).rejects.toMatchObject(TOO_MANY)
    const many = request('GraphQL')
    for (let n = 0; n < MOST_READS; n += 1) await read(part(many))
    await expect(read(part(many))).rejects.toMatchObject({
      problems: [{ field: 'depth', message: expect.stringMatching(/500 lists/) }],
    })
  })

  it('lets others have a turn between two lists that are asked for at once', async () => {
    const req = request('GraphQL')
    const order: string[] = []
    const lists = ['a', 'b', 'c'].map((name) => Promise.resolve(read(part(req))).then(() => order.push(name)))
    const others = new Promise<void>((resolve) =>
      setImmediate(() => {
        order.push('others')
        resolve()
      }),
    )
    await Promise.all([...lists, others])
    expect(order.slice(0, 2).sort()).toEqual(['a', 'others'])
    expect(order.slice(2)).toEqual(['b', 'c'])
  })

  it('is no matter of services', async () => {
    const req = request('GraphQL')
    for (let n = 0; n < MOST_READS + 5; n += 1) await read(req, true)
  })
})
