import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { unique } from './fixtures'
import { asAdmin, graphqlOf, signedIn } from './restApi'

const PASSWORD = 'long-enough-1'
const NEW = 'another-one-22'

describeEngines('One’s own password and address', (booted) => {
  const { payload, rest } = asAdmin(booted)
  const graphql = graphqlOf(payload, () => booted().uri)

  const patch = (token: string, path: string, json: unknown) => rest(path, { method: 'PATCH', token, json })
  const canSignIn = async (email: unknown, password: string): Promise<boolean> =>
    (await rest('/users/login', { method: 'POST', json: { email, password } })).status === 200

  it.each(['admin', 'editor'] as const)('are changed by who knows the current password: %s', async (role) => {
    const { token, user } = await signedIn(payload(), role)
    const address = `${unique('moved')}@example.org`
    const own = `/users/${user.id}`
    const many = `/users?where[id][equals]=${user.id}`
    for (const change of [{ password: NEW }, { email: address }, { password: NEW, email: address }])
      for (const currentPassword of [undefined, null, '', 'not-this-one', 7, { equals: 'x' }, [PASSWORD]])
        for (const path of [own, many]) {
          const { status, text } = await patch(token, path, { ...change, currentPassword })
          const isSaid = path === many || text.includes('currentPassword')
          expect([status, isSaid], text).toEqual([400, true])
        }
    expect(await canSignIn(user.email, PASSWORD)).toBe(true)

    const answer = await patch(token, own, { email: address, currentPassword: PASSWORD })
    expect([answer.status, answer.body.doc?.email], answer.text).toEqual([200, address])
    expect(answer.text).not.toContain(PASSWORD)
    expect((await patch(token, own, { password: NEW, currentPassword: PASSWORD })).status).toBe(200)
    expect([await canSignIn(address, PASSWORD), await canSignIn(address, NEW)]).toEqual([false, true])
    const { docs } = await payload().find({ collection: 'events', where: { entityId: { equals: user.id } } })
    expect(docs.length).toBeGreaterThan(0)
    expect(JSON.stringify(docs)).not.toContain(PASSWORD)
  })

  it('are asked for by GraphQL, too', async () => {
    const { token, user } = await signedIn(payload(), 'producer')
    const change = (data: string) =>
      graphql(`mutation { updateUser(id: "${user.id}", data: {${data}}) { id currentPassword } }`, token)
    for (const data of [`password: "${NEW}"`, `password: "${NEW}", currentPassword: "wrong-one-1"`]) {
      const { status, error } = await change(data)
      expect([status, error?.includes('current password')], String(error)).toEqual([400, true])
    }
    const { data, error } = await change(`password: "${NEW}", currentPassword: "${PASSWORD}"`)
    expect([data?.updateUser, error]).toEqual([{ id: user.id, currentPassword: null }, null])
    expect(await canSignIn(user.email, NEW)).toBe(true)
  })

  it('need no password where they stay as they are', async () => {
    const { token, user } = await signedIn(payload(), 'editor')
    const same = { name: 'Otherwise', email: ` ${String(user.email).toUpperCase()} `, password: '' }
    expect((await patch(token, `/users/${user.id}`, same)).status).toBe(200)
    const { body } = await rest(`/users/${user.id}?depth=0`, { token })
    expect(body).not.toHaveProperty('currentPassword')
    expect((await patch(token, `/users/${user.id}`, body)).status).toBe(200)
  })

  it('are set by an admin for somebody else, who need not know it', async () => {
    const admin = await signedIn(payload(), 'admin')
    const { user } = await signedIn(payload(), 'viewer')
    const email = `${unique('moved')}@example.org`
    expect((await patch(admin.token, `/users/${user.id}`, { email, password: NEW })).status).toBe(200)
    expect(await canSignIn(email, NEW)).toBe(true)
    const both = `/users?where[id][in]=${user.id},${admin.user.id}`
    const { status, text } = await patch(admin.token, both, { password: 'for-both-333' })
    expect([status, text.includes('one user at a time')], text).toEqual([400, true])
    // Nobody has this name yet: they could have it a moment later.
    for (const json of [{ password: 'for-both-333' }, { email: 'taken-over@example.org' }])
      expect((await patch(admin.token, '/users?where[name][equals]=Nobody-yet', json)).status).toBe(400)
  })

  it('cannot be guessed at by who has a session', async () => {
    const { token, user } = await signedIn(payload(), 'editor')
    const from = { 'x-forwarded-for': '192.0.2.77' }
    const guess = (currentPassword: string) =>
      rest(`/users/${user.id}`, {
        method: 'PATCH',
        token,
        headers: from,
        json: { password: NEW, currentPassword },
      })
    const answers = await Promise.all(Array.from({ length: 25 }, (_, n) => guess(`guess-${n}`)))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)
    expect((await guess(PASSWORD)).status).toBe(429)
  })
})
