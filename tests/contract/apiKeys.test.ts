import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { USER_ROLES } from '@/access'
import { describeEngines } from './engines'
import { createUser, unique } from './fixtures'
import { apiOf, graphqlOf, restOf, signedIn } from './restApi'

type Session = Awaited<ReturnType<typeof signedIn>>
const isRefused = (status: number) => status === 400 || status === 403

describeEngines('API keys', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)
  const withKey = (key: string) => ({ headers: { authorization: `users API-Key ${key}` } })
  const whose = async (key: string) => (await rest('/users/me', withKey(key))).body.user?.id ?? null
  const apiStatus = async (key: string) => (await apiOf(payload, () => '')('/projects', withKey(key))).status
  const stored = async (id: string) =>
    payload().db.findOne<{ id: string; apiKey?: string; apiKeyIndex?: string; enableAPIKey?: boolean }>({
      collection: 'users',
      where: { id: { equals: id } },
    })
  let admin: Session
  let worker: string
  beforeAll(async () => {
    admin = await signedIn(payload(), 'admin')
    worker = String((await createUser(payload(), 'worker')).id)
  })
  const give = (id: string, apiKey: unknown, token = admin.token) =>
    rest(`/users/${id}`, { method: 'PATCH', token, json: { apiKey, enableAPIKey: Boolean(apiKey) } })

  it('are given to a worker by an admin, replaced, and taken away', async () => {
    const [one, two] = [randomUUID(), randomUUID()]
    expect((await give(worker, one)).status).toBe(200)
    expect([await whose(one), await apiStatus(one)]).toEqual([worker, 200])
    expect((await give(worker, two)).status).toBe(200)
    expect([await whose(one), await whose(two)]).toEqual([null, worker])
    expect((await rest('/users?limit=100', { token: admin.token })).body.docs).toContainEqual(
      expect.objectContaining({ id: worker, hasAPIKey: true }),
    )
    expect((await give(worker, null)).status).toBe(200)
    expect([await whose(two), await apiStatus(two)]).toEqual([null, 401])
  })

  it('can be made along with a worker', async () => {
    const key = randomUUID()
    const email = `${unique('robot')}@example.org`
    const json = { name: 'Robot', email, password: 'long-enough-1', role: 'worker', apiKey: key }
    const answer = await rest('/users', { method: 'POST', token: admin.token, json })
    expect(answer.status).toBe(201)
    expect(await whose(key)).toBe(answer.body.doc.id)
  })

  it('say of a worker that it has one as long as it has', async () => {
    const { id } = await createUser(payload(), 'worker')
    const says = async (json: unknown) => {
      const { body } = await rest(`/users/${id}`, { method: 'PATCH', token: admin.token, json })
      return body.doc.enableAPIKey
    }
    const keys = [randomUUID(), randomUUID()] as [string, string]
    expect(await says({ apiKey: keys[0] })).toBe(true)
    expect(await says({ enableAPIKey: false })).toBe(false)
    expect(await whose(keys[0])).toBeNull()
    expect(await says({ apiKey: keys[1] })).toBe(true)
    expect(await whose(keys[1])).toBe(String(id))
    expect((await stored(String(id)))?.enableAPIKey).toBe(true)
  })

  it('are ended by an admin, and not by the worker itself without a word', async () => {
    const key = randomUUID()
    expect((await give(worker, key)).status).toBe(200)
    for (const json of [{ enableAPIKey: false }, { enableAPIKey: false, apiKey: null }]) {
      const { status, text } = await rest(`/users/${worker}`, { method: 'PATCH', json, ...withKey(key) })
      expect([status, text.includes('ended by an admin')], text).toEqual([403, true])
    }
    expect(await whose(key)).toBe(worker)
    const renamed = await rest(`/users/${worker}`, {
      method: 'PATCH',
      json: { name: 'Robot' },
      ...withKey(key),
    })
    expect(renamed.status, renamed.text).toBe(200)
    const json = { enableAPIKey: false }
    const ended = await rest(`/users/${worker}`, { method: 'PATCH', json, token: admin.token })
    expect([ended.status, await whose(key)]).toEqual([200, null])
  })

  it('are of one worker alone', async () => {
    const other = String((await createUser(payload(), 'worker')).id)
    const key = randomUUID()
    expect((await give(worker, key)).status).toBe(200)
    const { status, text } = await give(other, key)
    expect([status, text.includes('taken already')]).toEqual([400, true])
    expect(await whose(key)).toBe(worker)
    await give(worker, null)
  })

  it('end with all that was opened by them', async () => {
    const key = randomUUID()
    expect((await give(worker, key)).status).toBe(200)
    const change = { method: 'PATCH', json: { password: 'another-pass-1' } }
    expect((await rest(`/users/${worker}`, { ...change, ...withKey(key) })).status).toBe(403)
    await rest(`/users/${worker}`, { ...change, token: admin.token })
    const { email } = await payload().findByID({ collection: 'users', id: worker })
    const { token } = await payload().login({
      collection: 'users',
      data: { email: String(email), password: 'another-pass-1' },
    })
    const seen = async () => (await rest('/users/me', { token: String(token) })).body.user?.id ?? null
    expect(await seen()).toBe(worker)
    // Who sends back what was read changes nothing.
    const whole = (await rest(`/users/${worker}?depth=0`, withKey(key))).body
    const back = await rest(`/users/${worker}`, { method: 'PATCH', json: whole, ...withKey(key) })
    expect([back.status, back.text.slice(0, 200)]).toEqual([200, expect.any(String)])
    expect([await whose(key), await seen()]).toEqual([worker, worker])
    expect((await give(worker, null)).status).toBe(200)
    expect([await whose(key), await seen()]).toEqual([null, null])
  })

  it('cannot be guessed', async () => {
    for (const key of ['short', 'x'.repeat(31), 'x'.repeat(129), 7, ['x'.repeat(40)]]) {
      const { status, text } = await give(worker, key)
      const said = typeof key === 'string' ? 'apiKey must have 32 to 128' : 'apiKey'
      expect([status, text.includes(said)], text).toEqual([400, true])
    }
  })

  it.each(USER_ROLES)('are never given by a %s, but for an admin to workers', async (role) => {
    const key = randomUUID()
    const giver = role === 'admin' ? admin : await signedIn(payload(), role as 'viewer')
    const fresh = String((await createUser(payload(), 'worker')).id)
    const others = await Promise.all(
      (['admin', 'producer', 'editor', 'viewer'] as const).map((each) => createUser(payload(), each)),
    )
    const receivers = [giver.user.id, ...others.map(({ id }) => id), ...(role === 'admin' ? [] : [fresh])]
    for (const id of receivers) {
      // Somebody else's account is not theirs to change at all; one that is not seen is not there.
      expect((await give(String(id), key, giver.token)).status, role).toBeOneOf([400, 403, 404])
      const { error } = await graphql(
        `mutation { updateUser(id: "${id}", data: { enableAPIKey: true, apiKey: "${key}" }) { id } }`,
        giver.token,
      )
      expect(error).not.toBeNull()
      expect((await stored(String(id)))?.apiKeyIndex ?? null).toBeNull()
    }
    const bulk = await rest('/users?where[role][not_equals]=worker', {
      method: 'PATCH',
      token: giver.token,
      json: { apiKey: key, apiKeyIndex: key },
    })
    expect(bulk.body.docs ?? []).toEqual([])
    const index = { apiKeyIndex: 'x'.repeat(64), enableAPIKey: true }
    const own = await rest(`/users/${giver.user.id}`, { method: 'PATCH', token: giver.token, json: index })
    expect(isRefused(own.status)).toBe(true)
    const json = { name: 'X', email: `${unique('x')}@example.org`, password: 'long-enough-1', apiKey: key }
    for (const made of role === 'admin' ? ['admin', 'viewer'] : ['worker', 'viewer'])
      expect(
        isRefused(
          (await rest('/users', { method: 'POST', token: giver.token, json: { ...json, role: made } }))
            .status,
        ),
      ).toBe(true)
    expect([await whose(key), await apiStatus(key)]).toEqual([null, 401])
  })

  it('are never readable again, and not kept', async () => {
    const key = randomUUID()
    const given = await give(worker, key)
    expect(given.status).toBe(200)
    const query =
      '{ Users(limit: 100) { docs { id hasAPIKey enableAPIKey apiKey } } meUser { user { apiKey } } }'
    const { data, error } = await graphql(query, admin.token)
    const paths = [
      `/users/${worker}`,
      '/users?limit=100',
      `/users/${worker}?select[apiKey]=true`,
      '/events?limit=100',
    ]
    const answers = await Promise.all(paths.map((path) => rest(path, { token: admin.token })))
    const self = await Promise.all(['/users/me', `/users/${worker}`].map((path) => rest(path, withKey(key))))
    const row = await stored(worker)
    const index = String(row?.apiKeyIndex)
    expect(index).toMatch(/^[0-9a-f]{64}$/)
    expect(row?.apiKey ?? null).toBeNull()
    for (const said of [given, ...answers, ...self]) {
      expect(said.status).toBe(200)
      expect([said.text.includes(key), said.text.includes(index)]).toEqual([false, false])
    }
    expect(JSON.stringify([data, error])).not.toContain(key)
    const reveal = await rest(`/users/${worker}/api-key/reveal`, { method: 'POST', token: admin.token })
    expect(reveal.status).toBe(404)
  })

  it('end at once with the role and with the account', async () => {
    const keys = [randomUUID(), randomUUID(), randomUUID()]
    const ids: string[] = []
    for (const key of keys) {
      const { id } = await createUser(payload(), 'worker')
      ids.push(String(id))
      await give(String(id), key)
    }
    expect(await Promise.all(keys.map(whose))).toEqual(ids)
    const [changed = '', removed = '', behind = ''] = ids
    const role = await rest(`/users/${changed}`, {
      method: 'PATCH',
      token: admin.token,
      json: { role: 'viewer' },
    })
    expect(role.status).toBe(200)
    await rest(`/users/${removed}`, { method: 'DELETE', token: admin.token })
    // Past every hook, as an older version of the product or a hand in the database would.
    await payload().db.updateOne({ collection: 'users', id: behind, data: { role: 'admin' } })
    expect(await Promise.all(keys.map(whose))).toEqual([null, null, null])
    expect(await Promise.all(keys.map(apiStatus))).toEqual([401, 401, 401])
    expect((await stored(changed))?.apiKeyIndex ?? null).toBeNull()
    await rest(`/users/${changed}`, { method: 'PATCH', token: admin.token, json: { role: 'worker' } })
    expect(await whose(String(keys[0]))).toBeNull()
  })
})
