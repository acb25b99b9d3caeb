import { afterAll, beforeAll, expect, it } from 'vitest'
import { makePlace, type Place, removePlace } from './support/cli'
import { type Server, startServer, stopServer } from './support/server'

let place: Place
let server: Server
let token: string
const first = { name: 'Root', email: 'root@example.org', password: 'long-enough-1' }
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

beforeAll(async () => {
  place = makePlace()
  server = await startServer(place, { TRUST_PROXY: '1', WORKER_ENABLED: 'false' })
  const answer = await post('/api/users/first-register', first)
  token = ((await answer.json()) as { token: string }).token
})

afterAll(async () => {
  await stopServer(server)
  removePlace(place)
})

it('says by every door what browsers may do with what they get', async () => {
  const auth = { authorization: `JWT ${token}` }
  const answers = {
    REST: await fetch(`${server.url}/api/users/me`, { headers: auth }),
    GraphQL: await post('/api/graphql', { query: '{ meUser { user { id } } }' }, auth),
    v1: await fetch(`${server.url}/api/v1/projects`, { headers: auth }),
    refused: await fetch(`${server.url}/api/v1/projects`),
    missing: await fetch(`${server.url}/api/nothing/at/all`),
    'no file': await fetch(`${server.url}/api/media/file/none.png`, { headers: auth }),
    page: await fetch(`${server.url}/admin/login`),
    'no page': await fetch(`${server.url}/nothing`),
  }
  for (const [name, { headers }] of Object.entries(answers)) {
    const policy = String(headers.get('content-security-policy'))
    const isPage = name.endsWith('page')
    expect(policy, name).toMatch(isPage ? /script-src 'nonce-/ : /^default-src 'none'.*sandbox$/)
    expect(policy, name).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options'), name).toBe('nosniff')
    expect(headers.get('referrer-policy'), name).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy'), name).toBe('same-origin')
    expect(headers.get('strict-transport-security'), name).toBeNull()
  }
  const html = await answers.page.text()
  const nonce = /'nonce-([^']+)'/.exec(String(answers.page.headers.get('content-security-policy')))?.[1]
  const scripts = html.match(/<script\b[^>]*>/g) ?? []
  expect(scripts.length).toBeGreaterThan(3)
  expect(scripts.filter((each) => !each.includes(`nonce="${nonce}"`))).toEqual([])
})

it('leads who asks for the server alone to the admin, and nobody else anywhere', async () => {
  const statusOf = async (path: string, method = 'GET') => {
    const { status, headers } = await fetch(`${server.url}${path}`, { method, redirect: 'manual' })
    return [status, headers.get('location')]
  }
  expect(await statusOf('/')).toEqual([307, '/admin'])
  expect(await statusOf('/', 'HEAD')).toEqual([307, '/admin'])
  for (const path of ['/nothing', '/nothing/at/all', '/administration', '/index.html'])
    expect([path, ...(await statusOf(path))]).toEqual([path, 404, null])
})

it('lets pictures and PDF be shown, and text be saved', async () => {
  const project = (await (
    await post(
      '/api/projects',
      { title: 'Film', type: 'short', status: 'concept' },
      { authorization: `JWT ${token}` },
    )
  ).json()) as { doc: { id: string } }
  const upload = async (name: string, type: string, content: Uint8Array) => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ project: project.doc.id }))
    form.set('file', new File([content as BlobPart], name, { type }))
    const made = await fetch(`${server.url}/api/media`, {
      method: 'POST',
      headers: { authorization: `JWT ${token}` },
      body: form,
    })
    const { doc } = (await made.json()) as { doc: { url: string } }
    return fetch(new URL(doc.url, server.url), { headers: { authorization: `JWT ${token}` } })
  }
  const text = await upload('notes.txt', 'text/plain', Buffer.from('<script>alert(1)</script>'))
  expect(text.headers.get('content-disposition')).toBe('attachment')
  expect(text.headers.get('content-security-policy')).toMatch(/sandbox$/)
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const picture = await upload('dot.png', 'image/png', png)
  expect([picture.status, picture.headers.get('content-disposition')]).toEqual([200, null])
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
})

it('makes cookies Secure where the trusted proxy says that it was asked by TLS', async () => {
  const { email, password } = first
  for (const [proto, isSecure] of [
    ['https', true],
    ['http', false],
  ] as const) {
    const answer = await post('/api/users/login', { email, password }, { 'x-forwarded-proto': proto })
    const cookies = answer.headers.getSetCookie()
    expect(cookies.length).toBeGreaterThanOrEqual(2)
    for (const cookie of cookies) {
      expect(/;\s*Secure/i.test(cookie), cookie).toBe(isSecure)
      expect(cookie).toMatch(/HttpOnly/)
      expect(cookie).toMatch(/SameSite=Lax/)
    }
    expect(answer.headers.has('strict-transport-security')).toBe(isSecure)
  }
})

it('counts tries by the address that the trusted proxy was asked from', async () => {
  const wrong = { email: 'somebody@example.org', password: 'wrong' }
  const from = (address: string) => ({ 'x-forwarded-for': `${Math.random()}, ${address}` })
  let last = 0
  for (let tried = 0; tried < 21; tried += 1)
    last = (await post('/api/users/login', wrong, from('203.0.113.5'))).status
  expect(last).toBe(429)
  expect((await post('/api/users/login', wrong, from('203.0.113.6'))).status).toBe(401)
})

it('has one first user, and that one alone', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      post('/api/users/first-register', { ...first, email: `x${n}@example.org` }),
    ),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]))
})
