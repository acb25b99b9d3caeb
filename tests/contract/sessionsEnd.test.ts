import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createUser } from './fixtures'
import { apiOf, graphqlOf, restOf, signedIn } from './restApi'

const PASSWORD = 'long-enough-1'

describeEngines('A session that has ended', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)

  /** By which doors a token is let in: as a cookie, as a bearer's, and in Payload's own form. */
  async function doorsOf(token: string): Promise<string[]> {
    const doors: Array<[string, () => Promise<boolean>]> = [
      ['REST', async () => (await rest('/users/me', { token })).body.user !== null],
      ['REST list', async () => (await rest('/projects', { token })).status === 200],
      [
        'bearer',
        async () =>
          (await rest('/users/me', { headers: { authorization: `Bearer ${token}` } })).body.user !== null,
      ],
      [
        'cookie',
        async () => {
          const headers = { cookie: `payload-token=${token}`, 'sec-fetch-site': 'same-origin' }
          return (await rest('/users/me', { headers })).body.user !== null
        },
      ],
      [
        'GraphQL',
        async () => (await graphql('{ meUser { user { id } } }', token)).data?.meUser.user !== null,
      ],
      ['v1', async () => (await apiOf(payload, () => token)('/projects')).status === 200],
      [
        'pages',
        async () => {
          // As Payload's pages and server functions ask who it is.
          const headers = new Headers({ cookie: `payload-token=${token}`, 'sec-fetch-site': 'same-origin' })
          return (await payload().auth({ headers })).user !== null
        },
      ],
      ['refresh', async () => (await rest('/users/refresh-token', { method: 'POST', token })).status === 200],
    ]
    const open: string[] = []
    for (const [name, isOpen] of doors) if (await isOpen()) open.push(name)
    return open
  }
  const signIn = async (email: string) =>
    String((await payload().login({ collection: 'users', data: { email, password: PASSWORD } })).token)

  const ALL = ['REST', 'REST list', 'bearer', 'cookie', 'GraphQL', 'v1', 'pages', 'refresh']

  it('is refused by every door after signing out, and the others go on', async () => {
    await createUser(payload(), 'admin')
    const { user, token } = await signedIn(payload(), 'producer')
    const other = await signIn(String(user.email))
    expect(await doorsOf(token)).toEqual(ALL)
    expect((await rest('/users/logout', { method: 'POST', token })).status).toBe(200)
    expect(await doorsOf(token)).toEqual([])
    expect(await doorsOf(other)).toEqual(ALL)
  })

  it.each(['REST', 'GraphQL'])(
    'is refused with all others after signing out everywhere by %s',
    async (door) => {
      const { user, token } = await signedIn(payload(), 'producer')
      const other = await signIn(String(user.email))
      if (door === 'REST') await rest('/users/logout?allSessions=true', { method: 'POST', token })
      else await graphql('mutation { logoutUser(allSessions: true) }', token)
      expect([await doorsOf(token), await doorsOf(other)]).toEqual([[], []])
    },
  )

  it('is every other one after a new password, also one that an admin has set', async () => {
    const admin = await signedIn(payload(), 'admin')
    const { user, token } = await signedIn(payload(), 'producer')
    const other = await signIn(String(user.email))
    const change = (by: string, password: string) =>
      rest(`/users/${user.id}`, { method: 'PATCH', token: by, json: { password, currentPassword: PASSWORD } })
    expect((await change(token, 'another-one-22')).status).toBe(200)
    expect([await doorsOf(token), await doorsOf(other)]).toEqual([ALL, []])
    expect((await change(admin.token, 'another-one-33')).status).toBe(200)
    expect(await doorsOf(token)).toEqual([])
    expect(await doorsOf(admin.token)).toEqual(ALL)
  })

  it('is that of somebody who is gone', async () => {
    const admin = await signedIn(payload(), 'admin')
    const { user, token } = await signedIn(payload(), 'producer')
    expect((await rest(`/users/${user.id}`, { method: 'DELETE', token: admin.token })).status).toBe(200)
    expect(await doorsOf(token)).toEqual([])
  })

  it('may do from now on what the new role may, whatever the token says', async () => {
    const admin = await signedIn(payload(), 'admin')
    const { user, token } = await signedIn(payload(), 'admin')
    const claims = JSON.parse(Buffer.from(String(token.split('.')[1]), 'base64url').toString())
    expect(claims).not.toHaveProperty('role')
    const json = { role: 'viewer' }
    expect((await rest(`/users/${user.id}`, { method: 'PATCH', token: admin.token, json })).status).toBe(200)
    const made = { title: 'Never', type: 'short', status: 'concept' }
    expect((await rest('/projects', { method: 'POST', token, json: made })).status).toBe(403)
    expect(
      (await rest(`/users/${admin.user.id}`, { method: 'PATCH', token, json: { name: 'X' } })).status,
    ).toBe(403)
    expect((await graphql('mutation { deleteUser(id: "x") { id } }', token)).error).not.toBeNull()
    expect((await rest('/users/me', { token })).body.user.role).toBe('viewer')
  })

  it('is one that has run out, or that somebody else has signed', async () => {
    const { user, token } = await signedIn(payload(), 'producer')
    const sessions = [{ id: 'x', createdAt: new Date(), expiresAt: new Date(Date.now() - 1000) }]
    await payload().db.updateOne({ collection: 'users', id: user.id, data: { sessions } })
    expect(await doorsOf(token)).toEqual([])
    const [head, body] = token.split('.')
    expect(await doorsOf(`${head}.${body}.${'x'.repeat(43)}`)).toEqual([])
  })
})
