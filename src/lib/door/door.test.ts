import http, { type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { type DoorOptions, meet } from '.'

let server: http.Server | undefined
afterEach(() => void server?.close())

interface Met {
  asked: IncomingHttpHeaders
  answer: Response
}

/** What the server behind the door is asked, and what the caller is answered. */
async function through(
  path: string,
  headers: Record<string, string>,
  answerWith: { type: string; status?: number; cookies?: string[] },
  options: Partial<DoorOptions> = {},
): Promise<Met> {
  let asked: IncomingHttpHeaders = {}
  server = http.createServer((request, response) => {
    meet(request, response, { proxies: 0, serverUrl: undefined, isDevelopment: false, ...options })
    asked = { ...request.headers }
    if (answerWith.cookies) response.setHeader('Set-Cookie', answerWith.cookies)
    response.writeHead(answerWith.status ?? 200, { 'Content-Type': answerWith.type })
    response.end('x')
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { answer: await fetch(`http://127.0.0.1:${port}${path}`, { headers }), asked }
}

const html = { type: 'text/html' }
const json = { type: 'application/json', cookies: ['payload-token=x; HttpOnly=true; SameSite=Lax'] }

it('says on every answer what browsers may do with it', async () => {
  const { answer } = await through('/api/users/me', {}, json)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'permissions-policy': expect.stringContaining('camera=()'),
    'content-security-policy': expect.stringMatching(/^default-src 'none';.*sandbox$/),
  })
  expect(answer.headers.has('strict-transport-security')).toBe(false)
  expect(answer.headers.getSetCookie()).toEqual(json.cookies)
})

it('gives every page a nonce of its own, and no caller a say in it', async () => {
  const own = { 'content-security-policy': "script-src 'nonce-mine'" }
  const [one, two] = [await through('/admin', own, html), await through('/admin/login?x=1', {}, html)]
  const policies = [one, two].map(({ answer }) => String(answer.headers.get('content-security-policy')))
  expect([one.asked, two.asked].map((asked) => asked['content-security-policy'])).toEqual(policies)
  expect(policies[0]).toMatch(/script-src 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic';/)
  expect(policies[0]).not.toMatch(/unsafe-eval|nonce-mine/)
  for (const rule of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'", "form-action 'self'"])
    expect(policies[0]).toContain(rule)
  expect(policies[0]).not.toBe(policies[1])
  const api = await through('/api/users/me', own, json)
  expect(api.asked['content-security-policy']).toBeUndefined()
})

it.each([
  ['image/png', null, /sandbox$/],
  ['audio/wav', null, /sandbox$/],
  ['video/mp4', null, /sandbox$/],
  ['application/pdf', null, /^(?!.*sandbox)default-src 'none'/],
  ['image/svg+xml', 'attachment', /^default-src 'none';.*sandbox$/],
  ['text/html; charset=utf-8', 'attachment', /^default-src 'none';.*sandbox$/],
  ['text/plain', 'attachment', /sandbox$/],
  ['application/xml', 'attachment', /sandbox$/],
])('lets a file of %s be shown or saved: %s', async (type, disposition, policy) => {
  const { answer } = await through('/api/media/file/a', {}, { type })
  expect(answer.headers.get('content-disposition')).toBe(disposition)
  expect(answer.headers.get('content-security-policy')).toMatch(policy)
})

it('does not save what is no file', async () => {
  const { answer } = await through('/api/media/file/a', {}, { ...json, status: 404 })
  expect(answer.headers.get('content-disposition')).toBeNull()
})

it.each<[Record<string, string>, Partial<DoorOptions>, boolean]>([
  [{}, {}, false],
  // Anybody can say so.
  [{ 'x-forwarded-proto': 'https' }, {}, false],
  [{ 'x-forwarded-proto': 'https' }, { proxies: 1 }, true],
  [{ 'x-forwarded-proto': 'http' }, { proxies: 1 }, false],
  [{ 'x-forwarded-proto': 'https, http' }, { proxies: 2 }, true],
  [{ 'x-forwarded-proto': 'https, http' }, { proxies: 1 }, false],
  [{}, { serverUrl: 'https://studio.example' }, true],
  [{}, { serverUrl: 'http://studio.example' }, false],
])('with %j and %j is behind TLS: %s', async (headers, options, isSecure) => {
  const { answer } = await through('/api/users/login', headers, json, options)
  expect(answer.headers.get('strict-transport-security')).toBe(isSecure ? 'max-age=31536000' : null)
  expect(answer.headers.getSetCookie()).toEqual([`${json.cookies[0]}${isSecure ? '; Secure' : ''}`])
})

it('hands on who asks, as far as it is known', async () => {
  const said = { 'x-forwarded-for': '9.9.9.9, 1.1.1.1' }
  expect((await through('/', said, html)).asked['x-forwarded-for']).toBe('127.0.0.1')
  expect((await through('/', said, html, { proxies: 1 })).asked['x-forwarded-for']).toBe('1.1.1.1')
  expect(
    (await through('/', { 'x-forwarded-proto': 'https' }, html)).asked['x-forwarded-proto'],
  ).toBeUndefined()
})
