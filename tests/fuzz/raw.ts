import type { SanitizedConfig } from 'payload'
import type { Dice } from './dice'
import type { FuzzRequest } from './request'
import type { Studio } from './studio'
import { escaped, NASTY_TEXTS } from './values'

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'SEARCH',
  'LOCK',
]
const NO_METHODS = ['FOO', 'get', 'CONNECT', 'QUERY', 'PRI']

const DISPOSITIONS = [
  'form-data; name="file"; filename="a.png"',
  'form-data; name="file"; filename="a\\"b.png"',
  'form-data; name="file"; filename="../../etc/passwd"',
  'form-data; name="file"; filename="a\nb.png"',
  'form-data; name="file"; filename=""',
  'form-data; name="file"; filename*=UTF-8\'\'%e2%82%ac%20rates.png',
  'form-data; name="file"; filename*=UTF-8\'\'%ff%zz.png',
  'form-data; name="file"; filename*=nope\'x\'y.png',
  'form-data; name="_payload"',
  'form-data; name="__proto__"',
  'form-data; name="constructor"',
  'form-data; name="file"',
  'form-data; name=""',
  'form-data',
  'form-data; name=file; filename=a.png',
  'form-data; name="file"; name="alt"; filename="a.png"; filename="b.png"',
  'attachment; filename="a.png"',
  '',
  ';;;',
  `form-data; name="${'n'.repeat(5_000)}"`,
  `form-data; name="file"; filename="${'n'.repeat(500)}.png"`,
]

const PART_HEADERS = [
  'Content-Type: image/png',
  'Content-Type: text/plain; charset=nope',
  'Content-Type: multipart/mixed; boundary=inner',
  'Content-Type: ',
  'Content-Type: ////',
  'Content-Transfer-Encoding: base64',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Transfer-Encoding: nope',
  'Content-Disposition: form-data; name="file"; filename="again.png"',
  'no colon at all',
  ': no name',
  'Bad Name : x',
  ' folded',
  `X-Long: ${'x'.repeat(20_000)}`,
  'X-Nul: a\u0000b',
]

const CONTENTS = [
  '\u0089PNG\r\n\u001a\n',
  'words',
  '',
  '{"project":"nope"}',
  '{',
  'null',
  '[]',
  '--inner\r\nContent-Disposition: file; filename="x.png"\r\n\r\nx\r\n--inner--\r\n',
  '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'x'.repeat(100_000),
]

const TYPES = [
  'multipart/form-data; boundary=B',
  'multipart/form-data; boundary="B"',
  'multipart/form-data;boundary=B;charset=utf-8',
  'Multipart/Form-Data; Boundary=B',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=other',
  'multipart/form-data; boundary="',
  'multipart/form-data',
  'multipart/form-data;',
  'multipart/form-data; charset=utf-8',
  'multipart/mixed; boundary=B',
  'multipart/related; boundary=B',
  'multipart/byteranges; boundary=B',
  'multipart/; boundary=B',
  'multipart/x',
  `multipart/form-data; boundary=${'B'.repeat(300)}`,
  'multipart/form-data; boundary=B; boundary=C',
  'application/json, multipart/form-data; boundary=B',
]

const HEADERS: Array<[string, string]> = [
  ['Content-Type', 'application/json; charset=nope'],
  ['Content-Type', 'Application/JSON'],
  ['Content-Type', 'application/json;charset=utf-16'],
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['Content-Type', 'text/plain'],
  ['Content-Type', '/'],
  ['Content-Type', ''],
  ['Content-Encoding', 'gzip'],
  ['Content-Encoding', 'nope'],
  ['Accept', '////'],
  ['Accept-Language', '*-*-*;q=9e99,,,;;x'],
  ['Accept-Language', '__proto__'],
  ['Accept-Encoding', 'nope;q=x'],
  ['Range', 'bytes=0-0'],
  ['Range', 'bytes=5-1'],
  ['Range', 'bytes=-0'],
  ['Range', 'bytes=0-9007199254740993999'],
  ['Range', 'bytes=0-0,2-3'],
  ['Range', 'lines=1-2'],
  ['Range', 'bytes=a-b'],
  ['If-Modified-Since', 'nope'],
  ['If-None-Match', '*'],
  ['If-Match', '"'],
  ['Expect', '100-continue'],
  ['Expect', 'nope'],
  ['Cookie', `payload-token=${'x'.repeat(6_000)}`],
  ['Cookie', 'payload-token=a.b.c; payload-lng=__proto__; payload-theme=%ff; =; a'],
  ['Cookie', 'payload-token=%ff'],
  ['Cookie', ';;;=;=%'],
  ['Authorization', 'JWT eyJhbGciOiJub25lIn0.eyJpZCI6MX0.'],
  ['Authorization', 'JWT a.b.c'],
  ['Authorization', 'JWT'],
  ['Authorization', 'Bearer '],
  ['Authorization', 'users API-Key '],
  ['Authorization', 'users API-Key \u00ff\u00fe'],
  ['Authorization', 'nope API-Key x'],
  ['Authorization', `Bearer ${'x'.repeat(6_000)}`],
  ['X-Payload-HTTP-Method-Override', 'GET'],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['X-Forwarded-Host', 'evil.example'],
  ['X-Forwarded-Host', '///'],
  ['X-Forwarded-Proto', 'nope'],
  ['X-Forwarded-For', '\u00ff'],
  ['Origin', 'null'],
  ['Origin', 'nope'],
  ['Host', 'a b'],
  ['Host', ''],
  ['Host', '[::1'],
  ['X-Request-Id', '\u00ff'],
  ['Next-Action', 'x'],
  ['Next-Router-State-Tree', '%ff'],
  ['RSC', '1'],
  ['Next-Router-Prefetch', '1'],
  ['x-middleware-subrequest', 'middleware'],
  ['x-invoke-path', '/%ff'],
]

/** Forms, addresses, methods and headers that no client would send. */
export class RawRequests {
  private readonly slugs: string[]

  constructor(
    config: SanitizedConfig,
    private readonly studio: () => Studio,
  ) {
    this.slugs = config.collections.map(({ slug }) => slug)
  }

  form(dice: Dice): FuzzRequest {
    const { ids } = this.studio()
    const slug = dice.chance(0.5) ? 'media' : dice.pick(this.slugs)
    const episode = ids.episodes?.[0] ?? 'nope'
    const project = ids.projects?.[0] ?? 'nope'
    const id = ids[slug]?.[0] ?? 'nope'
    const path = dice.pick([
      `/api/${slug}`,
      `/api/${slug}`,
      `/api/${slug}`,
      `/api/${slug}/${id}`,
      `/api/users/login`,
      '/api/graphql',
      `/api/v1/projects/${project}/import`,
      '/api/v1/imports',
      '/api/v1/script-readings',
      `/api/v1/episodes/${episode}/drafts`,
    ])
    let text = dice.pick(['', '', '', '\r\n', 'preamble\r\n'])
    for (let parts = dice.below(4); parts > 0; parts--) {
      const eol = dice.chance(0.95) ? '\r\n' : dice.pick(['\n', '\r', ''])
      const heads = [`Content-Disposition: ${dice.pick(DISPOSITIONS)}`, ...dice.some(PART_HEADERS, 2)]
      text += `--B${eol}${(dice.chance(0.9) ? heads : []).join(eol)}${eol}${eol}${dice.pick(CONTENTS)}${eol}`
    }
    text += dice.pick([
      '--B--\r\n',
      '--B--\r\n',
      '--B--',
      '--B',
      '--',
      '',
      '--B\r\n',
      '--C--\r\n',
      '--B-- tail',
    ])
    const method = path.startsWith(`/api/${slug}/`) && path.endsWith(id) ? 'PATCH' : 'POST'
    return {
      method,
      path,
      query: [],
      headers: [['Content-Type', dice.chance(0.5) ? (TYPES[0] as string) : dice.pick(TYPES)]],
      body: { bytes: Buffer.from(text, 'latin1') },
    }
  }

  odd(dice: Dice): FuzzRequest {
    const { ids, filenames } = this.studio()
    const slug = dice.pick(this.slugs)
    const nasty = () => escaped(dice, dice.pick(NASTY_TEXTS).slice(0, 2_000))
    const file = filenames[0] ?? 'x'
    const path = dice.pick([
      `/api/${slug}`,
      `/api/${slug}/${ids[slug]?.[0] ?? 'nope'}`,
      `/api/${slug}/${nasty()}`,
      `/api/${nasty()}`,
      `/api/${slug}/${nasty()}/${nasty()}`,
      `/api/users/verify/${nasty()}`,
      `/api/users/${nasty()}/api-key/reveal`,
      `/api/globals/${nasty()}`,
      `/api/media/file/${file}`,
      `/api/media/file/${nasty()}`,
      `/api/media/file/${file}/${nasty()}`,
      `/api/og`,
      '/api/access',
      '/api/payload-jobs/run',
      '/api',
      '/api/',
      '//api//projects',
      '/api/projects/..',
      '/api/./projects/%2e%2e/users',
      '/api/%70rojects',
      '/api/projects/%00',
      '/api/projects/%',
      '/api/projects/%ff',
      '/api/projects/%E0%A4%A',
      `/api/${'a/'.repeat(500)}`,
      `/api/v1/${'x'.repeat(5_000)}`,
      `/api/v1/${nasty()}`,
      '/api/v1/health',
      '/api/v1/',
      '/api/v1',
      '/api/graphql',
      '/api/graphql-playground',
      '/admin',
      `/admin/${nasty()}`,
      '/admin/%',
      '/',
      '/%',
      '/%ff',
      '//',
      '/_next/image?url=%2Fx&w=16&q=1',
      '/_next/image',
      '/_next/static/%ff',
      '/_next/data/x/y.json',
      '*',
      'http://other.example/api/projects',
    ])
    const chosen = dice.chance(0.5) ? 'GET' : dice.chance(0.05) ? dice.pick(NO_METHODS) : dice.pick(METHODS)
    // A whole studio is not to be lost to one request without conditions.
    const method = chosen === 'DELETE' && slug === 'users' ? 'PROPFIND' : chosen
    const request: FuzzRequest = { method, path, query: [], headers: dice.some(HEADERS, 2) }
    if (path.includes('/media/file') && dice.chance(0.6))
      request.query.push(['prefix', dice.pick(['', 'a', '..', '%2e%2e%2f', '%', '%00', 'a/b'])])
    if (dice.chance(0.2)) request.query.push([nasty(), nasty()])
    if (dice.chance(0.1)) request.query.push([dice.pick(['%', '%ff', '[', ']', 'a[', 'a[b', '&&', '=']), '%'])
    if (!['GET', 'HEAD'].includes(method) && dice.chance(0.6))
      request.body = { bytes: Buffer.from(dice.pick(['{}', '', '{', 'a=b', '[]', 'null'])) }
    if (request.body && dice.chance(0.1)) {
      request.isBrokenFraming = true
      request.headers.push(
        dice.pick([
          ['Content-Length', '5'],
          ['Content-Length', '99999'],
          ['Content-Length', '-1'],
          ['Content-Length', 'x'],
          ['Content-Length', '99999999999999'],
          ['Transfer-Encoding', 'chunked'],
          ['Transfer-Encoding', 'nope'],
        ]),
      )
    }
    return request
  }
}
