import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FuzzRequest } from '../fuzz/request'
import { send } from '../fuzz/send'
import { makePlace, removePlace } from './support/cli'
import { type Server, startServer, stopServer } from './support/server'

const place = makePlace()
let server: Server
let token: string

beforeAll(async () => {
  server = await startServer(place, { WORKER_ENABLED: 'false', LOG_LEVEL: 'silent' })
  const answer = await fetch(`${server.url}/api/users/first-register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Root', email: 'root@example.org', password: 'long-enough-1' }),
  })
  token = ((await answer.json()) as { token: string }).token
}, 600_000)
afterAll(async () => {
  await stopServer(server)
  removePlace(place)
})

const ask = (method: string, path: string, more: Partial<FuzzRequest> = {}) =>
  send(Number(new URL(server.url).port), {
    method,
    path,
    query: [],
    ...more,
    headers: [['Authorization', `JWT ${token}`], ...(more.headers ?? [])],
  })

const graphql = async (json: unknown) => {
  const { status, text } = await ask('POST', '/api/graphql', { body: { json } })
  expect(text).not.toMatch(/"statusCode":5|Something went wrong/)
  return status ?? 0
}

describe('a server', () => {
  it('refuses methods and addresses that there are not', async () => {
    for (const path of ['/api/projects', '/api/v1/health', '/api/nope', '/api/graphql', '*'])
      for (const method of ['TRACE', 'PROPFIND', 'SEARCH']) {
        const { status } = await ask(method, path)
        expect(status, `${method} ${path}`).toBeGreaterThanOrEqual(400)
        expect(status, `${method} ${path}`).toBeLessThan(500)
      }
    for (const path of ['/%', '/%ff', '/api/%', '/api/projects/%E0%A4%A', '/admin/%'])
      expect((await ask('GET', path)).status, path).toBeLessThan(500)
  })

  it('is asked for what is no path: there is nothing', async () => {
    for (const method of ['GET', 'OPTIONS', 'SEARCH', 'PATCH', 'POST', 'HEAD'])
      for (const path of ['*', '*?x', '*?]=%', '*?%24gt=all', 'nope', 'mailto:a', '?x']) {
        const { status } = await ask(method, path)
        expect(status, `${method} ${path}`).toBeGreaterThanOrEqual(200)
        expect(status, `${method} ${path}`).toBeLessThan(500)
      }
    expect((await ask('GET', `${server.url}/api/v1/health`)).status).toBe(200)
  })

  it('has no collection by the name of what every object has', async () => {
    for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf'])
      for (const path of [
        `/api/${name}`,
        `/api/globals/${name}`,
        `/admin/collections/${name}`,
        `/admin/globals/${name}`,
      ])
        expect([path, (await ask('GET', path)).status]).toEqual([path, 404])
  })

  it('refuses an empty body that says that it is parts', async () => {
    for (const type of ['multipart/; boundary=B', 'multipart', 'multipart/form-data/x']) {
      const headers: Array<[string, string]> = [['Content-Type', type]]
      const { status } = await ask('POST', '/api/media', { headers, body: { bytes: Buffer.alloc(0) } })
      expect([type, status]).toEqual([type, 415])
    }
  })

  it('lives on where a form breaks off after a fault, and says what is wrong', async () => {
    const head = 'Content-Disposition: form-data; name="file"; filename="a.png"'
    const bytes = Buffer.from(`--B\r\nBad Name : x\r\n${head}\r\n\r\nwords\r\n--B\r\n${head}\r\n\r\nmore`)
    for (const path of ['/api/media', '/api/scenes', '/api/graphql', '/api/v1/imports'])
      for (const type of [
        'multipart/form-data; boundary=B',
        'multipart/mixed; boundary=B',
        'multipart/form-data',
      ]) {
        const { status } = await ask('POST', path, { headers: [['Content-Type', type]], body: { bytes } })
        expect([400, 413, 415], `${path} ${type}`).toContain(status)
      }
    expect((await ask('GET', '/api/v1/health')).status).toBe(200)
    expect(server.output()).not.toContain('uncaughtException')
  })

  it('answers what of GraphQL is nobody’s fault but the caller’s', async () => {
    expect(await graphql({ query: 'fragment A on Query { ...A } query { ...A }' })).toBe(400)
    expect(await graphql([{ query: '{ __typename }' }])).toBe(400)
    expect(await graphql('x')).toBe(400)
    const variables = { query: 'query($id: String!) { Scene(id: $id) { id } }' }
    expect(await graphql(variables)).toBeLessThan(500)
    expect(await graphql({ query: 'mutation { verifyEmailUser(token: "x") }' })).toBeLessThan(500)
    expect(await graphql({ query: 'mutation { verifyEmailUser }' })).toBeLessThan(500)
  })

  it('answers at once, as the caller’s own, what of GraphQL has no end or no sense', async () => {
    const doubling = Array.from(
      { length: 40 },
      (_, n) => `fragment f${n} on Project { ...f${n + 1} ...f${n + 1} }`,
    ).join(' ')
    const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth)
    for (const query of [
      `{ Projects { docs { ...f0 } } } ${doubling} fragment f40 on Project { id }`,
      `{ Projects(where: ${nested(2_000, '{AND: [', ']}')}) { totalDocs } }`,
      nested(9_000, '{', '}'),
      nested(9_000, '[', ']'),
      'subscription { a }',
      '{ __typename @include }',
      'query($x: Boolean) { __typename @skip(if: $x) }',
      '{ __typename @include(if: $nope) }',
    ]) {
      const answer = await ask('POST', '/api/graphql', { body: { json: { query } } })
      expect(answer.status, query.slice(0, 80)).toBe(400)
      expect(answer.ms, query.slice(0, 80)).toBeLessThan(1_000)
    }
  })

  it('answers JSON that is deeper than anybody means at once: at every door', async () => {
    const deep = Buffer.from(`{"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}`)
    for (const path of ['/api/graphql', '/api/projects', '/api/users/login', '/api/v1/imports']) {
      const headers: Array<[string, string]> = [['Content-Type', 'application/json']]
      const answer = await ask('POST', path, { headers, body: { bytes: deep } })
      expect(answer.status, path).toBe(400)
      expect(answer.ms, path).toBeLessThan(1_000)
    }
  })

  it('makes pages for whoever names a host that there cannot be', async () => {
    for (const name of ['Host', 'X-Forwarded-Host'])
      for (const path of ['/admin', '/admin/2024-02-30', '/api/projects'])
        expect((await ask('GET', path, { headers: [[name, 'a b']] })).status, `${name} ${path}`).toBeLessThan(
          500,
        )
  })

  it('draws no pictures for links to the admin, and names none', async () => {
    expect((await ask('GET', '/api/og', { query: [['title', 'x']] })).status).toBe(400)
    const page = (await ask('GET', '/admin/login')).text
    expect(page).not.toContain('/api/og')
    expect(page).not.toContain('Payload App')
  })

  it('reads no broken JSON on the way to another method', async () => {
    const { status, text } = await ask('POST', '/api/scenes', {
      headers: [
        ['X-Payload-HTTP-Method-Override', 'GET'],
        ['Content-Type', 'application/json'],
      ],
      body: { bytes: Buffer.from('{') },
    })
    expect(status).toBe(400)
    expect(text).toContain('is not readable JSON')
  })
})
