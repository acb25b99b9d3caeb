import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createUser } from './fixtures'
import { asAdmin, signedIn } from './restApi'

describeEngines('The log of what somebody gets in by', (booted) => {
  const { payload, patch, rest } = asAdmin(booted)

  /** What was noted of an account since it was made, oldest first. */
  const eventsOf = async (id: string) => {
    const { docs } = await payload().find({
      collection: 'events',
      where: { entityId: { equals: id }, action: { not_equals: 'created' } },
      sort: 'sequence',
      overrideAccess: true,
    })
    return docs
  }
  const noted = async (id: string) =>
    (await eventsOf(id)).map(({ type, before, after }) => ({ type, before, after }))

  it('has a password that was changed, by oneself or an admin, and no password', async () => {
    const { token, user } = await signedIn(payload(), 'editor')
    const id = String(user.id)
    const json = { password: 'another-one-2', currentPassword: 'long-enough-1' }
    expect((await rest(`/users/${id}`, { method: 'PATCH', token, json })).status).toBe(200)
    const byAdmin = { password: 'a-third-one-3', name: 'Renamed' }
    expect((await patch(`/users/${id}`, byAdmin)).status).toBe(200)
    const events = await eventsOf(id)
    expect(events.map(({ type, after }) => [type, after])).toEqual([
      ['user.updated', { changed: ['password'] }],
      ['user.updated', { name: 'Renamed', changed: ['password'] }],
    ])
    expect(events.map(({ actor }) => (typeof actor === 'object' ? actor?.id : actor) === id)).toEqual([
      true,
      false,
    ])
    const { hash, salt } = (await payload().db.findOne<{ id: string; hash: string; salt: string }>({
      collection: 'users',
      where: { id: { equals: id } },
    })) as { hash: string; salt: string }
    const text = JSON.stringify(events)
    for (const secret of ['another-one-2', 'a-third-one-3', 'long-enough-1', hash, salt])
      expect(text).not.toContain(secret)
  })

  it('has a key that was given, changed and ended, and no key', async () => {
    const worker = String((await createUser(payload(), 'worker')).id)
    const keys = [randomUUID(), randomUUID()]
    for (const apiKey of [...keys, null])
      expect((await patch(`/users/${worker}`, { apiKey, enableAPIKey: Boolean(apiKey) })).status).toBe(200)
    const changed = { type: 'user.updated', before: {}, after: { changed: ['apiKey'] } }
    expect(await noted(worker)).toEqual([changed, changed, changed])
    const text = JSON.stringify(await eventsOf(worker))
    for (const key of keys) expect(text).not.toContain(key)
  })

  it('says nothing of secrets where none was changed', async () => {
    const { user } = await signedIn(payload(), 'editor')
    const id = String(user.id)
    expect((await patch(`/users/${id}`, { name: 'Another' })).status).toBe(200)
    expect((await patch(`/users/${id}`, { name: 'Another', password: '' })).status).toBe(200)
    expect((await noted(id)).map(({ after }) => after)).toEqual([{ name: 'Another' }])
    const worker = String((await createUser(payload(), 'worker')).id)
    expect((await patch(`/users/${worker}`, { apiKey: randomUUID() })).status).toBe(200)
    expect((await patch(`/users/${worker}`, { name: 'Second' })).status).toBe(200)
    expect((await patch(`/users/${worker}?select[name]=true`, { name: 'Third' })).status).toBe(200)
    expect((await noted(worker)).map(({ after }) => after)).toEqual([
      { changed: ['apiKey'] },
      { name: 'Second' },
      { name: 'Third' },
    ])
  })
})
