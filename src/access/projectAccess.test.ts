import type { PayloadRequest } from 'payload'
import { expect, it, vi } from 'vitest'
import { projectIdsFor } from './projectAccess'

it('is looked up once for a request, and for each user of their own', async () => {
  const find = vi.fn(async () => ({
    docs: [
      { id: 'one', createdBy: 'ada', members: [] },
      { id: 'two', createdBy: 'ben', members: [] },
    ],
  }))
  const payloadDataLoader = {}
  const asked = (id: string) =>
    ({
      payload: { find },
      payloadDataLoader,
      context: {},
      user: { id, role: 'producer', collection: 'users' },
    }) as never as PayloadRequest
  expect(await projectIdsFor(asked('ada'), 'manage')).toEqual(['one'])
  // A copy of the same request, as Payload makes of it.
  expect(await projectIdsFor(asked('ada'), 'read')).toEqual(['one'])
  expect(find).toHaveBeenCalledTimes(1)
  expect(await projectIdsFor(asked('ben'), 'manage')).toEqual(['two'])
})
