import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { graphqlOf, restOf, signedIn } from './restApi'

describeEngines('The first user', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)
  const register = (name: string, more = {}) =>
    rest('/users/first-register', {
      method: 'POST',
      json: { name, email: `${name}@example.com`, password: 'long-enough-1', ...more },
    })
  const count = async () => (await payload().count({ collection: 'users' })).totalDocs

  it('is made by no other door', async () => {
    const json = { name: 'Eve', email: 'eve@example.com', password: 'long-enough-1', role: 'admin' }
    expect((await rest('/users', { method: 'POST', json })).status).toBe(401)
    const { error } = await graphql(
      'mutation { createUser(data: { name: "Eve", email: "eve@example.com", password: "long-enough-1", role: admin }) { id } }',
    )
    expect(error).toMatch(/not allowed/i)
    expect(await count()).toBe(0)
  })

  it('is one, however many ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        register(`ada${index}`, { role: 'viewer', apiKey: 'k'.repeat(40), enableAPIKey: true }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(11).fill(403)])
    const { docs } = await payload().find({ collection: 'users' })
    expect(docs).toMatchObject([{ role: 'admin' }])
    const key = { authorization: `users API-Key ${'k'.repeat(40)}` }
    expect((await rest('/users/me', { headers: key })).body.user).toBeNull()
  })

  it('is followed by no second one by that page', async () => {
    expect((await register('bob')).status).toBe(403)
    expect(await count()).toBe(1)
  })

  it('leaves an admin behind, whoever goes', async () => {
    await payload().delete({ collection: 'users', where: {} })
    const [one, two] = [await signedIn(payload(), 'admin'), await signedIn(payload(), 'admin')]
    const remove = (id: string, token: string) => rest(`/users/${id}`, { method: 'DELETE', token })
    const demote = (id: string, token: string) =>
      rest(`/users/${id}`, { method: 'PATCH', token, json: { role: 'viewer' } })
    const statuses = (
      await Promise.all([demote(one.user.id, one.token), remove(two.user.id, two.token)])
    ).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 409])
    const { docs } = await payload().find({ collection: 'users', where: { role: { equals: 'admin' } } })
    expect(docs).toHaveLength(1)

    const { token } = docs[0]?.id === one.user.id ? one : two
    const last = String(docs[0]?.id)
    expect((await remove(last, token)).status).toBe(409)
    expect((await rest('/users?where[email][exists]=true', { method: 'DELETE', token })).text).toMatch(
      /at least one admin/,
    )
    expect((await graphql(`mutation { deleteUser(id: "${last}") { id } }`, token)).error).toMatch(/one admin/)
    expect(
      (await graphql(`mutation { updateUser(id: "${last}", data: { role: viewer }) { id } }`, token)).error,
    ).toMatch(/one admin/)
    expect(await payload().findByID({ collection: 'users', id: last })).toMatchObject({ role: 'admin' })
    expect((await register('carl')).status).toBe(403)
  })
})
