import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePlace, removePlace } from './support/cli'
import { type Server, startServer, stopServer } from './support/server'

const place = makePlace()
const first = { name: 'Root', email: 'root@example.org', password: 'long-enough-1' }
let server: Server
let token: string
let id: string

const send = (method: string, path: string, body: unknown, headers: Record<string, string>) =>
  fetch(`${server.url}${path}`, {
    method,
    headers: { ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body instanceof FormData ? body : JSON.stringify(body),
  })

beforeAll(async () => {
  server = await startServer(place, { WORKER_ENABLED: 'false' })
  const answer = await send('POST', '/api/users/first-register', first, {})
  const made = (await answer.json()) as { token: string; user: { id: string } }
  token = made.token
  id = made.user.id
}, 120_000)
afterAll(async () => {
  await stopServer(server)
  removePlace(place)
})

/** A request as a form of a page sends it: no page has to ask first whether it may. */
const form = () => {
  const data = new FormData()
  data.set('_payload', JSON.stringify({ alt: 'x' }))
  data.set('file', new File(['x'], 'x.txt', { type: 'text/plain' }))
  return data
}
const changes = (): Array<[string, string, unknown]> => [
  ['PATCH', `/api/users/${id}`, { name: 'Changed' }],
  ['PATCH', '/api/users?where[id][exists]=true', { name: 'Changed' }],
  ['DELETE', `/api/users/${id}`, {}],
  ['POST', '/api/projects', { title: 'Theirs', type: 'film' }],
  ['POST', '/api/media', form()],
  ['POST', '/api/users/logout', {}],
  [
    'POST',
    '/api/graphql',
    { query: `mutation { updateUser(id: "${id}", data: { name: "Changed" }) { id } }` },
  ],
  ['POST', '/api/v1/projects', { title: 'Theirs', type: 'film' }],
]

describe('a change that a page of somebody else asks a browser for', () => {
  it.each([
    ['Origin', { origin: 'https://elsewhere.example' }],
    ['Origin, of nobody', { origin: 'null' }],
    ['Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    [
      'beside what browsers send by themselves',
      { origin: 'https://elsewhere.example', authorization: 'Basic eDp4' },
    ],
  ])('is refused at every door: %s', async (_, said) => {
    for (const [method, path, body] of changes()) {
      const answer = await send(method, path, body, { cookie: `payload-token=${token}`, ...said })
      const text = await answer.text()
      expect([path, answer.status], text).toEqual([path, 403])
      expect(text).toContain('must come from the same site')
    }
    const me = await fetch(`${server.url}/api/users/me`, { headers: { cookie: `payload-token=${token}` } })
    expect(await me.json()).toMatchObject({ user: { name: 'Root' } })
    const projects = await fetch(`${server.url}/api/projects`, { headers: { authorization: `JWT ${token}` } })
    expect(await projects.json()).toMatchObject({ totalDocs: 0 })
  })

  it('is refused where it calls a function of the admin', async () => {
    const answer = await fetch(`${server.url}/admin`, {
      method: 'POST',
      headers: {
        'next-action': 'a'.repeat(42),
        'content-type': 'text/plain;charset=UTF-8',
        cookie: `payload-token=${token}`,
        origin: 'https://elsewhere.example',
      },
      body: '[{"name":"form-state"}]',
    })
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('the same site')])
  })

  it('is done for pages of our own, for who is no browser, and for who says by a token who they are', async () => {
    const url = new URL(server.url)
    const cookie = `payload-token=${token}`
    const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    for (const headers of [
      { cookie, origin: url.origin, 'sec-fetch-site': 'same-origin' },
      { cookie },
      { authorization: `JWT ${token}`, ...elsewhere },
    ] as Record<string, string>[]) {
      expect((await send('PATCH', `/api/users/${id}`, { name: 'Root' }, headers)).status).toBe(200)
      expect(
        (await send('POST', '/api/graphql', { query: '{ meUser { user { id } } }' }, headers)).status,
      ).toBe(200)
    }
    // Nobody is signed in as somebody else by a page that is not ours.
    expect((await send('POST', '/api/users/login', first, elsewhere)).status).toBe(403)
    expect((await send('POST', '/api/users/login', first, { origin: url.origin })).status).toBe(200)
    expect((await send('POST', '/api/users/login', first, {})).status).toBe(200)
  })
})
