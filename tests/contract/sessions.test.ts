import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createUser } from './fixtures'
import { restOf } from './restApi'

describeEngines('Sessions of one user', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
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

  it('refuse a wrong password as ever', async () => {
    const { email } = await createUser(payload(), 'viewer')
    const wrong = { email, password: 'something else' }
    expect((await rest('/users/login', { method: 'POST', json: wrong })).status).toBe(401)
    expect((await rest('/users/login', { method: 'POST', json: {} })).status).toBe(400)
  })
})
