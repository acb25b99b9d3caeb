import { expect, it, onTestFinished } from 'vitest'
import { describeEngines } from './engines'
import { createUser } from './fixtures'
import { graphqlOf, restOf } from './restApi'

describeEngines('Sessions of one user', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)
  const signIn = (email: string) =>
    rest('/users/login', { method: 'POST', json: { email, password: 'long-enough-1' } })
  const isSignedIn = async (token: string) => (await rest('/users/me', { token })).body.user !== null

  it('begin beside each other, go on beside each other, and end alone', async () => {
    const { email } = await createUser(payload(), 'admin')
    const answers = await Promise.all(Array.from({ length: 6 }, () => signIn(String(email))))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    const tokens = answers.map(({ body }) => String(body.token))
    expect(await Promise.all(tokens.map(isSignedIn))).toEqual([true, true, true, true, true, true])

    const [one = '', two = '', ...rest4] = tokens
    const mixed = await Promise.all([
      rest('/users/logout', { method: 'POST', token: one }),
      rest('/users/logout', { method: 'POST', token: two }),
      ...rest4.map((token) => rest('/users/refresh-token', { method: 'POST', token })),
      signIn(String(email)),
    ])
    expect(mixed.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200])
    expect(await Promise.all(tokens.map(isSignedIn))).toEqual([false, false, true, true, true, true])
    expect(await isSignedIn(String(mixed[6]?.body.token))).toBe(true)
  })

  it('are never missed while they are written', async () => {
    const user = await createUser(payload(), 'producer')
    const email = String(user.email)
    const { body } = await signIn(email)
    const token = String(body.token)
    const stored = await payload().db.findOne<{ id: string; sessions: object[] }>({
      collection: 'users',
      where: { id: { equals: user.id } },
    })
    const seen: boolean[] = []
    for (let round = 0; round < 15; round += 1) {
      const data = { ...stored, name: `Ada ${round}` }
      const write = payload().db.updateOne({ collection: 'users', id: user.id, data })
      seen.push(...(await Promise.all(Array.from({ length: 8 }, () => isSignedIn(token)))))
      await write
    }
    expect(new Set(seen)).toEqual(new Set([true]))
  })

  it('say by its field that an address is taken', async () => {
    const [one, other] = [await createUser(payload(), 'producer'), await createUser(payload(), 'producer')]
    const { body } = await signIn(String(one.email))
    const token = String(body.token)
    const json = { email: other.email, name: 'Never', currentPassword: 'long-enough-1' }
    const answer = await rest(`/users/${one.id}`, { method: 'PATCH', token, json })
    expect([answer.status, answer.body.errors[0].data.errors[0].path]).toEqual([400, 'email'])
    expect(await isSignedIn(token)).toBe(true)
    expect((await payload().findByID({ collection: 'users', id: one.id })).name).not.toBe('Never')
  })

  it('stay through a change of the user', async () => {
    const user = await createUser(payload(), 'producer')
    const { body } = await signIn(String(user.email))
    const answers = await Promise.all([
      signIn(String(user.email)),
      rest(`/users/${user.id}`, { method: 'PATCH', token: body.token, json: { name: 'Ada' } }),
      signIn(String(user.email)),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const tokens = [body.token, answers[0]?.body.token, answers[2]?.body.token]
    expect(await Promise.all(tokens.map(isSignedIn))).toEqual([true, true, true])
    expect((await payload().findByID({ collection: 'users', id: user.id })).name).toBe('Ada')
  })

  const TIMES = 10
  const all = <Value>(value: Value) => Array.from({ length: TIMES }, () => value)
  const signInByGraphql = async (email: string, password = 'long-enough-1') => {
    const { data, error } = await graphql(
      `mutation { loginUser(email: "${email}", password: "${password}") { token } }`,
    )
    return { error, token: String(data?.loginUser?.token) }
  }

  it('begin, go on and end beside each other by GraphQL, too', async () => {
    const { email } = await createUser(payload(), 'admin')
    const answers = await Promise.all(all(String(email)).map((each) => signInByGraphql(each)))
    expect(answers.map(({ error }) => error)).toEqual(all(null))
    const tokens = answers.map(({ token }) => token)
    expect(await Promise.all(tokens.map(isSignedIn))).toEqual(all(true))

    const mutations = ['logoutUser', 'refreshTokenUser { exp }']
    const mixed = await Promise.all([
      ...tokens.map((token, index) => graphql(`mutation { ${mutations[index % 2]} }`, token)),
      signIn(String(email)),
    ])
    expect(mixed.slice(0, TIMES)).toMatchObject(all({ error: null }))
    expect(await Promise.all(tokens.map(isSignedIn))).toEqual(tokens.map((_, index) => index % 2 === 1))
    expect(await isSignedIn(String((mixed[TIMES] as { body: { token: string } }).body.token))).toBe(true)
  })

  it('stay through changes of the user by GraphQL and of many users at once', async () => {
    const user = await createUser(payload(), 'admin')
    const other = await createUser(payload(), 'producer')
    const { body } = await signIn(String(user.email))
    const token = String(body.token)
    const where = new URLSearchParams({
      'where[id][in][0]': String(user.id),
      'where[id][in][1]': String(other.id),
    })
    const change = graphql(`mutation { updateUser(id: "${user.id}", data: { name: "Ada" }) { name } }`, token)
    const many = () => rest(`/users?${where}`, { method: 'PATCH', token, json: { role: 'admin' } })
    const signings = [user, other].flatMap(({ email }) =>
      all(String(email)).map((each, index) => (index % 2 ? signInByGraphql(each) : signIn(each))),
    )
    const [changed, ...others] = await Promise.all([change, many(), ...signings, many()])
    expect(changed).toMatchObject({ data: { updateUser: { name: 'Ada' } }, error: null })
    const patched = [others.shift(), others.pop()]
    expect(patched).toMatchObject([{ status: 200 }, { status: 200 }])
    const tokens = others.map((each) =>
      String(each && 'body' in each ? each.body.token : (each as { token: string }).token),
    )
    expect(await Promise.all([token, ...tokens].map(isSignedIn))).toEqual([true, ...tokens.map(() => true)])
    expect((await payload().findByID({ collection: 'users', id: other.id })).role).toBe('admin')
  })

  it.each(['REST', 'GraphQL'])('do not bring back a password that is set anew by %s', async (door) => {
    // As where mail is sent: elsewhere nobody can ask for a new password by themselves.
    Object.assign(payload().config, { email: {} })
    onTestFinished(() => {
      delete (payload().config as { email?: unknown }).email
    })
    const { id, email } = await createUser(payload(), 'editor')
    const before = await signIn(String(email))
    const forget = async () =>
      door === 'REST'
        ? (await rest('/users/forgot-password', { method: 'POST', json: { email } })).status
        : (await graphql(`mutation { forgotPasswordUser(email: "${email}") }`)).error
    const asked = await Promise.all([signIn(String(email)), forget(), signIn(String(email))])
    expect(asked[1]).toBe(door === 'REST' ? 200 : null)
    const tokens = [before, asked[0], asked[2]].map(({ body }) => String(body.token))
    expect(await Promise.all(tokens.map(isSignedIn))).toEqual([true, true, true])

    const { resetPasswordToken: token } = (await payload().db.findOne<{
      id: string
      resetPasswordToken: string
    }>({
      collection: 'users',
      where: { id: { equals: id } },
    })) as { resetPasswordToken: string }
    const password = 'quite-another-1'
    const reset = async () =>
      door === 'REST'
        ? (await rest('/users/reset-password', { method: 'POST', json: { token, password } })).body.token
        : (
            await graphql(
              `mutation { resetPasswordUser(token: "${token}", password: "${password}") { token } }`,
            )
          ).data?.resetPasswordUser.token
    const anew = await Promise.all([
      signIn(String(email)),
      reset(),
      // Fewer with what is a wrong password by then than lock somebody out.
      ...all(String(email))
        .slice(0, 5)
        .map((each) => signIn(each)),
    ])
    expect(await isSignedIn(String(anew[1]))).toBe(true)
    const json = { email, password }
    expect((await rest('/users/login', { method: 'POST', json })).status).toBe(200)
    expect((await signIn(String(email))).status).toBe(401)
  })

  it.each(['REST', 'GraphQL'])('are told by %s that no mail was sent where none can be', async (door) => {
    const { id, email } = await createUser(payload(), 'editor')
    for (const asked of [email, 'nobody@example.com']) {
      const said =
        door === 'REST'
          ? await rest('/users/forgot-password', { method: 'POST', json: { email: asked } }).then(
              ({ status, body }) => `${status} ${body.errors[0].message}`,
            )
          : `501 ${(await graphql(`mutation { forgotPasswordUser(email: "${asked}") }`)).error}`
      expect(said).toMatch(/^501 This server sends no mail, so none was sent\. An admin of the studio can/)
    }
    const where = { id: { equals: id } }
    const user = await payload().db.findOne<{ id: string }>({ collection: 'users', where })
    expect(user).not.toMatchObject({ resetPasswordToken: expect.any(String) })
  })

  it('refuse a wrong password as ever', async () => {
    const { email } = await createUser(payload(), 'viewer')
    const wrong = { email, password: 'something else' }
    expect((await rest('/users/login', { method: 'POST', json: wrong })).status).toBe(401)
    expect((await rest('/users/login', { method: 'POST', json: {} })).status).toBe(400)
  })
})
