import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLOSED_FUNCTIONS, OPEN_FUNCTIONS } from '@/admin/server-functions/names'
import { makePlace, removePlace } from './support/cli'
import { type Server, startServer, stopServer } from './support/server'
import { PAYLOAD_ACTION, postAction, serverActions } from './support/serverFunctions'

const SECRET = 'The Unseen Lighthouse'
const MARK = 'said-by-the-caller'
const place = makePlace()
let server: Server
let project: string
let character: string
const cookies: Record<string, string | undefined> = { nobody: undefined }
const users: Record<string, string> = {}

async function send(path: string, cookie: string | undefined, json: unknown) {
  const answer = await fetch(`${server.url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(json),
  })
  const body = (await answer.json()) as { token?: string; doc?: { id: string }; user?: { id: string } }
  if (!answer.ok) throw new Error(`${path} ${answer.status} ${JSON.stringify(body)}`)
  return body
}

const call = (who: string, name: unknown, args: unknown) =>
  postAction(server.url, {
    action: serverActions()[PAYLOAD_ACTION] as string,
    body: JSON.stringify([{ name, args }]),
    cookie: cookies[who],
  })

beforeAll(async () => {
  server = await startServer(place)
  const password = 'long-enough-1'
  const account = (name: string) => ({ name, email: `${name}@example.org`, password })
  const first = await send('/users/first-register', undefined, account('admin'))
  cookies.admin = `payload-token=${first.token}`
  for (const role of ['producer', 'editor', 'viewer', 'worker']) {
    const { doc } = await send('/users', cookies.admin, { ...account(role), role })
    users[role] = String(doc?.id)
    const { token } = await send('/users/login', undefined, account(role))
    cookies[role] = `payload-token=${token}`
  }
  const owner = await send('/users', cookies.admin, { ...account('owner'), role: 'producer' })
  users.owner = String(owner.doc?.id)
  cookies.owner = `payload-token=${(await send('/users/login', undefined, account('owner'))).token}`
  const made = await send('/projects', cookies.owner, { title: SECRET, type: 'short', status: 'concept' })
  project = String(made.doc?.id)
  const person = await send('/characters', cookies.owner, { project, name: `${SECRET} KEEPER` })
  character = String(person.doc?.id)
}, 600_000)
afterAll(async () => {
  await stopServer(server)
  removePlace(place)
})

/** What the owner of a project calls for it, and strangers try. */
const calls = (): Array<[string, Record<string, unknown>]> => [
  [
    'form-state',
    {
      collectionSlug: 'projects',
      id: project,
      operation: 'update',
      data: {},
      schemaPath: 'projects',
      renderAllFields: true,
    },
  ],
  [
    'form-state',
    {
      collectionSlug: 'projects',
      id: project,
      operation: 'update',
      data: {},
      returnLockStatus: true,
      checkForStaleData: true,
      originalUpdatedAt: '2000-01-01T00:00:00.000Z',
    },
  ],
  ['render-document', { collectionSlug: 'projects', docID: project }],
  ['render-document', { collectionSlug: 'characters', docID: character, drawerSlug: 'd' }],
  ['render-document-slots', { collectionSlug: 'projects', id: project }],
  [
    'table-state',
    {
      collectionSlug: 'characters',
      parent: { collectionSlug: 'projects', id: project, joinPath: 'characters' },
      query: { limit: 10 },
    },
  ],
]

const isRefused = ({ status, text }: { status: number; text: string }) =>
  expect([status, text.includes('NEXT_HTTP_ERROR_FALLBACK;404'), text.includes(MARK)]).toEqual([
    404,
    true,
    false,
  ])

describe('server functions', () => {
  it('are two: Payload’s own, and its choice of a language', () => {
    expect(Object.keys(serverActions()).sort()).toEqual(
      [PAYLOAD_ACTION, 'node_modules/@payloadcms/next/dist/layouts/Root/index.js'].sort(),
    )
  })

  it('answer to their names alone, whoever asks', async () => {
    const names = [
      ...Object.getOwnPropertyNames(Object.prototype),
      ...Object.keys(CLOSED_FUNCTIONS),
      'nothing',
      '',
      null,
      ['form-state'],
      { toString: 'form-state' },
    ]
    for (const who of ['nobody', 'viewer', 'admin'])
      for (const name of names)
        isRefused(await call(who, name, { collectionSlug: 'projects', id: MARK, mark: MARK }))
  })

  it('are for who sees the admin', async () => {
    for (const who of ['nobody', 'worker'])
      for (const name of OPEN_FUNCTIONS)
        isRefused(await call(who, name, { collectionSlug: 'projects', query: {}, mark: MARK }))
  })

  it('serve the pages of who may see what they show', async () => {
    for (const who of ['owner', 'admin'])
      for (const [name, args] of calls()) {
        const { status, text } = await call(who, name, args)
        expect([who, name, status, text.slice(0, 0)]).toEqual([who, name, 200, ''])
        if (name === 'render-document' || name === 'table-state') expect(text).toContain(SECRET)
      }
    const { status, text } = await call('owner', 'render-list', { collectionSlug: 'projects', query: {} })
    expect([status, text.includes(SECRET)]).toEqual([200, true])
    const users = await call('viewer', 'form-state', {
      collectionSlug: 'users',
      operation: 'create',
      data: {},
    })
    expect(users.status).toBe(200)
  })

  it('show and tell nothing of a project to who is not in it', async () => {
    for (const who of ['producer', 'editor', 'viewer']) {
      for (const [name, args] of calls()) {
        const answer = await call(who, name, { ...args, mark: MARK })
        isRefused(answer)
        expect(answer.text).not.toContain(SECRET)
        // As of what is not there.
        const nothing = JSON.parse(
          JSON.stringify(args).replaceAll(project, 'nothing').replaceAll(character, 'nothing'),
        )
        isRefused(await call(who, name, nothing))
      }
      for (const collectionSlug of ['projects', 'characters', 'events', 'users']) {
        for (const query of [
          {},
          { where: { id: { exists: true } } },
          { search: SECRET.slice(0, 5) },
          { groupBy: 'createdBy' },
        ]) {
          for (const name of ['render-list', 'table-state']) {
            const { text } = await call(who, name, { collectionSlug, query, overrideEntityVisibility: true })
            expect(text).not.toContain(SECRET)
            expect(text).not.toContain('owner@example.org')
          }
        }
      }
    }
  })

  it('look up no names for rows that the caller sends', async () => {
    const rows = { docs: [{ id: 'x', actor: users.owner, actorKind: 'user' }], totalDocs: 1 }
    const columns = [{ accessor: 'actor', active: true }]
    const { text } = await call('viewer', 'table-state', { collectionSlug: 'events', columns, data: rows })
    expect(text).not.toMatch(/"children":"owner"/)
    isRefused(
      await call('viewer', 'render-document', { collectionSlug: 'projects', initialData: { id: project } }),
    )
  })

  it('take what is no argument of theirs for nothing of our own', async () => {
    const wrong: unknown[] = [
      null,
      undefined,
      [],
      'x',
      1,
      {},
      { collectionSlug: 'nothing' },
      { collectionSlug: 'constructor' },
      { collectionSlug: { toString: 1 } },
      { collectionSlug: 'projects', id: {}, docID: [], query: 'x', parent: 1 },
      {
        collectionSlug: 'projects',
        schemaPath: 'users',
        data: {},
        docID: 'nothing',
        query: { sort: 'createdBy.hash' },
        parent: {},
      },
      {
        collectionSlug: 'projects',
        schemaPath: 'projects.nothing',
        docID: '__proto__',
        query: { where: { hash: { equals: 1 } } },
        parent: null,
        id: '../x',
      },
      { globalSlug: 'x' },
      { widgetSlug: 'collections' },
    ]
    const before = server.output().length
    const open: unknown[] = []
    for (const who of ['viewer', 'admin'])
      for (const name of OPEN_FUNCTIONS)
        for (const args of wrong) {
          const { status, text } = await call(who, name, args)
          if (status >= 500 || /node_modules|at \w+ \(|stack/.test(text)) open.push([who, name, args, status])
        }
    // `$T` is what only the caller has: whatever is looked for in it throws.
    const kept = ['form-state', 'table-state', 'render-list', 'render-document', 'schedule-publish'].flatMap(
      (name) =>
        [
          { name, args: '$T' },
          { name, args: { collectionSlug: '$T' } },
          {
            name,
            args: {
              collectionSlug: 'projects',
              query: '$T',
              docPermissions: '$T',
              data: '$T',
              formState: '$T',
            },
          },
          {
            name,
            args: { collectionSlug: 'projects', query: { where: '$T', sort: '$T' }, data: { title: '$T' } },
          },
        ].map((call) => JSON.stringify([call])),
    )
    const bodies = [
      '[]',
      '[null]',
      '[[]]',
      '["x"]',
      '[1]',
      '{}',
      '[{"name":"form-state"}]',
      '["$T"]',
      '[{"name":"$T"}]',
    ]
    for (const body of [...bodies, ...kept]) {
      const action = serverActions()[PAYLOAD_ACTION] as string
      const { status } = await postAction(server.url, { action, body, cookie: cookies.admin })
      if (status >= 500) open.push([body, status])
    }
    expect(open).toEqual([])
    const faults = server
      .output()
      .slice(before)
      .split('\n')
      .filter((line) => /⨯|"level":50/.test(line))
      // Of a query Payload's table-state logs itself what it refuses.
      .filter((line) => !/The input is not usable|cannot be queried/.test(line))
    expect(faults.map((line) => line.slice(0, 300))).toEqual([])
  })

  it('show nothing of a collection that the admin does not show, nor of an id that is none', async () => {
    const before = server.output().length
    const hidden = ['payload-preferences', 'payload-locked-documents', 'payload-kv', 'payload-migrations']
    for (const collectionSlug of [...hidden, 'script-drafts']) {
      isRefused(await call('admin', 'render-document', { collectionSlug }))
      isRefused(await call('admin', 'render-list', { collectionSlug, query: {} }))
    }
    for (const id of [['x'], [project], {}, { id: project }, true, '\0', 'x'.repeat(500)]) {
      isRefused(await call('admin', 'render-document', { collectionSlug: 'projects', initialData: { id } }))
      isRefused(await call('admin', 'render-document', { collectionSlug: 'projects', docID: id }))
      isRefused(await call('admin', 'render-document-slots', { collectionSlug: 'projects', id }))
    }
    expect(server.output().slice(before)).not.toContain('⨯')
  })

  it('are called by a body that can be read, and say what is wrong with another', async () => {
    const before = server.output().length
    const post = async (action: string | undefined, body: string, type = 'text/plain;charset=UTF-8') => {
      const headers = {
        'content-type': type,
        cookie: cookies.admin as string,
        ...(action !== undefined && { 'next-action': action }),
      }
      const answer = await fetch(`${server.url}/admin`, { method: 'POST', headers, body, redirect: 'manual' })
      return { status: answer.status, text: await answer.text() }
    }
    const called = (args: unknown) => JSON.stringify([{ name: 'form-state', args }])
    const parts = (...values: string[]) =>
      values
        .map((value, n) => `--B\r\nContent-Disposition: form-data; name="${n}"\r\n\r\n${value}\r\n`)
        .join('')
    const form = 'multipart/form-data; boundary=B'
    const broken: Array<[status: number, body: string, type?: string]> = [
      ...['', '{', 'nope', '[1', 'null', '5', '"$1"', '["$B1"]', '[]', '["de"]', '[["de"]]', '[null]'].map(
        (body): [number, string] => [400, body],
      ),
      ...['$1', '$B1', '$F1', '$Q1', '$nx', '$S', '$o1'].map((value): [number, string] => [
        400,
        called({ id: value }),
      ]),
      [400, '['.repeat(100_000)],
      [413, called({ id: 'x'.repeat(2 * 1024 ** 2) })],
      [415, '["de"]', 'application/json'],
      [415, '["de"]', 'multipart/mixed; boundary=B'],
      [400, '["de"]', form],
      [400, parts('["de"]'), form],
      [400, `${parts('["de"]')}--B--\r\n`, form],
      [400, `${parts('["$@1",["de"]]', '"x"')}--B--\r\n`, form],
      [400, `${parts('["$@1","a b"]', '"x"')}--B--\r\n`, form],
    ]
    for (const action of Object.values(serverActions()))
      for (const [wanted, body, type] of broken) {
        const { status, text } = await post(action, body, type)
        expect([body.slice(0, 80), type, status]).toEqual([body.slice(0, 80), type, wanted])
        expect(text).toMatch(/^The input is not usable: body /)
      }
    const choice = serverActions()['node_modules/@payloadcms/next/dist/layouts/Root/index.js'] as string
    expect((await post(choice, called({ collectionSlug: 'projects' }))).status).toBe(400)
    const language = `${parts('["$@1","en"]', '"x"')}--B--\r\n`
    expect((await post(serverActions()[PAYLOAD_ACTION], language, form)).status).toBe(400)
    // To a page that nobody calls anything on a form is none.
    for (const body of [
      '',
      'x',
      `${parts('x')}--B--`,
      '--B\r\nContent-Disposition: form-data; name="$ACTION_REF_1"\r\n\r\n\r\n--B--',
    ])
      expect((await post(undefined, body, form)).status, body).toBeLessThan(500)
    expect(server.output().slice(before)).not.toContain('⨯')
  })
})
