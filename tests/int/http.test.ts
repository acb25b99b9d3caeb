import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePlace, removePlace, SCRIPT } from './support/cli'
import { factsOf, faultsOf } from './support/facts'
import { type Server, startServer, stopServer } from './support/server'
import { lookInto } from './support/studio'

const RUN_MS = 280_000
const place = makePlace()
let server: Server

beforeAll(async () => {
  server = await startServer(place)
}, 600_000)
afterAll(async () => {
  await stopServer(server)
  removePlace(place)
})

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at with expect
type Body = any
interface Answer {
  status: number
  body: Body
  headers: Headers
}

/** One request in somebody's name: `auth` is the whole Authorization header. */
async function ask(method: string, url: string, auth: string | null, body?: unknown): Promise<Answer> {
  const answer = await fetch(`${server.url}${url}`, {
    method,
    headers: {
      ...(auth ? { authorization: auth } : {}),
      ...(body !== undefined && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
    },
    body: body === undefined ? undefined : body instanceof FormData ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  })
  const isJson = answer.headers.get('content-type')?.includes('json')
  return {
    status: answer.status,
    body: isJson ? await answer.json() : Buffer.from(await answer.arrayBuffer()),
    headers: answer.headers,
  }
}
const get = (url: string, auth: string | null) => ask('GET', url, auth)
const post = (url: string, auth: string | null, body?: unknown) => ask('POST', url, auth, body)

async function signIn(email: string): Promise<string> {
  const { status, body } = await post('/api/users/login', null, { email, password: 'long-enough-1' })
  expect(status).toBe(200)
  return `JWT ${body.token}`
}

let admin: string
let ada: string
let bob: string
let vera: string
let worker: string
let project: string
let episodeId: string
let runId: string
const ids: Record<string, string> = {}

async function addUser(name: string, role: string, more: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await post('/api/users', admin, {
    name,
    role,
    email: `${name}@example.org`,
    password: 'long-enough-1',
    ...more,
  })
  expect(status, JSON.stringify(body)).toBe(201)
  ids[name] = body.doc.id
  return role === 'worker' ? '' : signIn(`${name}@example.org`)
}

async function untilRunEnds(auth: string): Promise<Body> {
  for (;;) {
    const { body } = await get(`/api/v1/runs/${runId}`, auth)
    if (body.state !== 'running') return body
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

describe('the first hour of a studio', () => {
  it('answers that it is well', async () => {
    expect(await get('/api/v1/health', null)).toMatchObject({ status: 200, body: { status: 'ok' } })
    expect((await get('/api/v1/ready', null)).status).toBe(200)
  })

  it('registers the first user, as its admin, and nobody else that way', async () => {
    const first = { name: 'Root', email: 'root@example.org', password: 'long-enough-1' }
    const { status, body } = await post('/api/users/first-register', null, first)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.user).toMatchObject({ role: 'admin' })
    expect((await post('/api/users/first-register', null, { ...first, email: 'b@example.org' })).status).toBe(
      403,
    )
    admin = await signIn('root@example.org')
  })

  it('lets the admin add people, and people sign in', async () => {
    ada = await addUser('ada', 'producer')
    bob = await addUser('bob', 'producer')
    vera = await addUser('vera', 'viewer')
    await addUser('robot', 'worker', { enableAPIKey: true, apiKey: 'robot-key-0123456789-0123456789abc' })
    worker = 'users API-Key robot-key-0123456789-0123456789abc'
    expect((await get('/api/users/me', ada)).body.user).toMatchObject({ name: 'ada', role: 'producer' })
    const wrong = await post('/api/users/login', null, { email: 'ada@example.org', password: 'wrong' })
    expect(wrong.status).toBe(401)
    expect(
      (
        await post('/api/users', ada, {
          name: 'x',
          email: 'x@example.org',
          password: 'long-enough-1',
          role: 'admin',
        })
      ).status,
    ).toBe(403)
  })

  it('does not let people raise their own role', async () => {
    await ask('PATCH', `/api/users/${ids.bob}`, bob, { role: 'admin' })
    expect((await get('/api/users/me', bob)).body.user.role).toBe('producer')
  })
})

describe('REST', () => {
  it('makes, reads, changes and lists projects', async () => {
    const made = await post('/api/projects', ada, {
      title: 'The Night Ferry',
      type: 'short',
      status: 'concept',
    })
    expect(made.status).toBe(201)
    project = made.body.doc.id
    await post('/api/projects', ada, { title: 'Another', type: 'series', status: 'concept' })
    expect(
      (await ask('PATCH', `/api/projects/${project}`, ada, { logline: 'Rain.' })).body.doc,
    ).toMatchObject({ logline: 'Rain.' })
    const where = await get('/api/projects?where[type][equals]=series&depth=0', ada)
    expect(where.body.docs.map((doc: Body) => doc.title)).toEqual(['Another'])
    const page = await get('/api/projects?limit=1&page=2&sort=title', ada)
    expect(page.body).toMatchObject({
      totalDocs: 2,
      page: 2,
      totalPages: 2,
      docs: [{ title: 'The Night Ferry' }],
    })
  })

  it('lists every field that is wrong', async () => {
    const { status, body } = await post('/api/projects', ada, {
      title: '',
      type: 'opera',
      settings: { fps: -1 },
    })
    expect(status).toBe(400)
    expect(body.errors[0].data.errors.map((each: Body) => each.path).sort()).toEqual(
      expect.arrayContaining(['settings.fps', 'title', 'type']),
    )
  })

  it('refuses strangers', async () => {
    expect((await get('/api/projects', null)).status).toBe(401)
    expect((await post('/api/projects', null, { title: 'X' })).status).toBe(401)
    expect(await get('/api/v1/projects', null)).toMatchObject({
      status: 401,
      body: { error: { code: 'unauthenticated' } },
    })
    expect((await get('/api/projects', 'users API-Key nobody-has-this-key')).status).toBe(401)
  })

  it('answers GraphQL', async () => {
    const query = 'query { Projects(sort: "title") { totalDocs docs { id title episodesMade } } }'
    const { body } = await post('/api/graphql', ada, { query })
    expect(body.data.Projects).toMatchObject({ totalDocs: 2, docs: [{ title: 'Another' }, { id: project }] })
  })
})

describe('/api/v1', () => {
  const upload = (content: string | Buffer, name: string) => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(Buffer.from(content))], name))
    return form
  }

  it.each([
    ['an empty file', '', null, /empty/],
    ['a binary file', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]), null, /not the text/],
    // What is clearly windows-1252 is read; half a UTF-8 letter is not.
    ['damaged UTF-8', Buffer.from('INT. A - DAY\n\nCaf\xc3\xa9, caf\xc3.\n', 'latin1'), 3, /UTF-8/],
    ['a script without a scene heading', 'Once upon a time.\n', 1, /no scene heading/],
    ['a very long name', `INT. A - DAY\n\n${'A'.repeat(5_000)}\nHello.\n`, 3, /5000 characters/],
  ])('says what is wrong with %s, and in which line', async (_, content, line, message) => {
    const { status, body } = await post(
      `/api/v1/projects/${project}/import`,
      ada,
      upload(content, 'bad.fountain'),
    )
    expect(status, JSON.stringify(body)).toBe(422)
    expect(body.error.message).toContain('bad.fountain')
    expect(body.error.details.problems[0]).toMatchObject({ line, message: expect.stringMatching(message) })
    expect((await get(`/api/episodes?where[project][equals]=${project}`, ada)).body.totalDocs).toBe(0)
  })

  it('imports a script, and finds it again', async () => {
    const file = () => upload(fs.readFileSync(SCRIPT), 'night-ferry.fountain')
    const made = await post(`/api/v1/projects/${project}/import`, ada, file())
    expect(made, JSON.stringify(made.body)).toMatchObject({
      status: 201,
      body: { isNew: true, scenes: 4, characters: 2, dialogueLines: 5 },
    })
    episodeId = made.body.episodeId
    const again = await post(`/api/v1/projects/${project}/import`, ada, file())
    expect(again).toMatchObject({
      status: 200,
      body: { episodeId, isNew: false, diff: { unchanged: 4, added: 0 } },
    })
  })

  it('describes itself', async () => {
    const { status, body } = await get('/api/v1/openapi.json', null)
    expect(status).toBe(200)
    expect(body.openapi).toMatch(/^3\./)
    for (const path of [
      '/projects',
      '/projects/{id}/import',
      '/episodes/{id}/board',
      '/runs/{id}',
      '/tasks',
    ]) {
      expect(Object.keys(body.paths)).toContainEqual(
        expect.stringMatching(new RegExp(`${path.replace(/[{}]/g, '\\$&')}$`)),
      )
    }
    // Every reference leads somewhere.
    for (const [, name] of JSON.stringify(body).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      expect(Object.keys(body.components.schemas)).toContain(name)
    }
  })

  it('answers JSON where there is nothing', async () => {
    expect(await get('/api/v1/nothing', ada)).toMatchObject({
      status: 404,
      body: { error: { code: 'no-such-route' } },
    })
    expect(await get('/api/v1/projects/none', ada)).toMatchObject({
      status: 404,
      body: { error: { code: 'not-found' } },
    })
    expect(await ask('DELETE', '/api/v1/projects', ada)).toMatchObject({ status: 405 })
  })

  it('names every field of a body that is wrong', async () => {
    const { status, body } = await post('/api/v1/projects', ada, { title: '', colour: 'red' })
    expect(status).toBe(400)
    expect(body.error.details.problems.map((each: Body) => each.field).sort()).toEqual(['colour', 'title'])
  })
})

describe('a server that dies in the middle of a run', () => {
  it(
    'goes on with it at the next start and does nothing twice',
    async () => {
      const started = await post(`/api/v1/episodes/${episodeId}/runs`, ada, {})
      expect(started.status).toBe(202)
      runId = started.body.runId
      expect((await post(`/api/v1/episodes/${episodeId}/runs`, ada, {})).status).toBe(409)
      for (;;) {
        const { body } = await get(`/api/v1/runs/${runId}`, ada)
        expect(body.state).toBe('running')
        if (body.stages.find((stage: Body) => stage.type === 'draw-panel')?.completed > 2) break
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      server.child.kill('SIGKILL')
      expect((await server.ended).signal).toBe('SIGKILL')
      server = await startServer(place)
      expect(await untilRunEnds(ada)).toMatchObject({ state: 'done', failures: [], tasks: { dead: 0 } })
      const { body } = await get(`/api/v1/episodes/${episodeId}/board`, ada)
      expect(body.totals.panels).toBe(body.totals.shots)
      expect(body.totals.linesVoiced).toBe(5)
    },
    RUN_MS,
  )

  it('keeps a second server off its database, with a message that says why', async () => {
    const second = await startServer(place)
    expect((await second.ended).status).toBe(1)
    expect(second.output()).toMatch(/in use by another Showrunner process/)
    expect((await get('/api/v1/health', null)).status).toBe(200)
  })
})

describe('the forbidden door', () => {
  const COLLECTIONS = [
    'projects',
    'episodes',
    'scenes',
    'shots',
    'panels',
    'characters',
    'locations',
    'voices',
    'media',
    'tasks',
    'events',
    'prompts-executed',
  ]
  const VERSIONED = ['projects', 'episodes', 'scenes', 'shots', 'characters']
  const own: Record<string, Body[]> = {}

  beforeAll(async () => {
    for (const collection of COLLECTIONS) {
      own[collection] = (await get(`/api/${collection}?depth=0&limit=500`, ada)).body.docs
    }
  })

  /** Nothing of the project in an answer: it is refused, or empty. */
  function expectNothing({ status, body }: Answer, what: string): void {
    const text = Buffer.isBuffer(body) ? body.toString('latin1') : JSON.stringify(body)
    expect(text, what).not.toContain('Night Ferry')
    if (status === 200) {
      const rows =
        body.docs ?? body.items ?? Object.values(body.data ?? {}).flatMap((each: Body) => each?.docs ?? [])
      expect(rows, what).toEqual([])
    } else expect([400, 401, 403, 404], what).toContain(status)
  }

  it('is closed by id, in lists, through filters, joins and versions', async () => {
    for (const collection of COLLECTIONS) {
      const id = own[collection]?.[0]?.id
      expect(id, `ada has ${collection}`).toBeTruthy()
      const urls = [
        `/api/${collection}/${id}`,
        `/api/${collection}/${id}?depth=3&trash=true`,
        `/api/${collection}?depth=3&trash=true`,
        `/api/${collection}?where[id][equals]=${id}`,
        `/api/${collection}?where[or][0][id][equals]=${id}&where[or][1][id][exists]=true`,
        ...(collection === 'projects' ? [] : [`/api/${collection}?where[project.title][contains]=Ferry`]),
      ]
      for (const url of urls) expectNothing(await get(url, bob), url)
    }
    for (const collection of VERSIONED) {
      for (const url of [
        `/api/${collection}/versions?depth=2`,
        `/api/${collection}/versions?where[parent][equals]=${own[collection]?.[0]?.id}`,
      ]) {
        expectNothing(await get(url, bob), url)
      }
    }
  })

  it('is closed in GraphQL', async () => {
    const query = `query { Scenes { docs { heading } } Media { docs { filename } } Panels { docs { id } } Episodes { docs { title } } }`
    expectNothing(await post('/api/graphql', bob, { query }), query)
    const one = await post('/api/graphql', bob, { query: `query { Project(id: "${project}") { title } }` })
    expect(JSON.stringify(one.body)).not.toContain('Night Ferry')
  })

  it('is closed for files', async () => {
    const filename = String(own.media?.[0]?.filename)
    const file = `/api/media/file/${encodeURIComponent(filename)}`
    expect((await get(file, ada)).status).toBe(200)
    expect([403, 404]).toContain((await get(file, bob)).status)
    expect([401, 403, 404]).toContain((await get(file, null)).status)
  })

  it('is closed in /api/v1', async () => {
    const taskId = own.tasks?.[0]?.id
    const panelId = own.panels?.[0]?.id
    for (const url of [
      `/projects/${project}`,
      `/episodes/${episodeId}/board`,
      `/episodes/${episodeId}/runs/latest`,
      `/runs/${runId}`,
      `/episodes/${episodeId}/drafts`,
      `/episodes/${episodeId}/script/versions`,
    ]) {
      expect([403, 404], url).toContain((await get(`/api/v1${url}`, bob)).status)
    }
    for (const url of ['/projects', '/tasks', `/tasks?runId=${runId}`]) {
      expectNothing(await get(`/api/v1${url}`, bob), url)
    }
    expect((await get('/api/v1/queue', bob)).body).toMatchObject({ running: [], failed: [], recent: [] })
    for (const url of [
      `/runs/${runId}/cancel`,
      `/runs/${runId}/retry`,
      `/tasks/${taskId}/cancel`,
      `/tasks/${taskId}/retry`,
      `/panels/${panelId}/regenerate`,
      `/episodes/${episodeId}/runs`,
      `/episodes/${episodeId}/drafts`,
      `/projects/${project}/import`,
    ]) {
      const body = /(import|drafts)$/.test(url) ? { text: 'INT. A - DAY\n\nHi.\n' } : {}
      expect([403, 404], url).toContain((await post(`/api/v1${url}`, bob, body)).status)
    }
  })

  it('cannot be written through', async () => {
    for (const collection of COLLECTIONS) {
      const id = own[collection]?.[0]?.id
      expect([403, 404], collection).toContain(
        (await ask('PATCH', `/api/${collection}/${id}`, bob, { title: 'Mine', name: 'Mine' })).status,
      )
      expect([403, 404], collection).toContain((await ask('DELETE', `/api/${collection}/${id}`, bob)).status)
    }
    const planted = await post('/api/episodes', bob, {
      project,
      episodeNumber: 9,
      title: 'Planted',
      status: 'draft',
    })
    expect([400, 403, 404]).toContain(planted.status)
    expect((await get(`/api/episodes?where[project][equals]=${project}`, ada)).body.totalDocs).toBe(1)
  })

  it('lets a viewer look but not touch', async () => {
    const added = await ask('PATCH', `/api/projects/${project}`, ada, {
      members: [{ user: ids.vera, role: 'viewer' }],
    })
    expect(added.status).toBe(200)
    expect((await get(`/api/v1/episodes/${episodeId}/board`, vera)).status).toBe(200)
    expect((await get(`/api/scenes/${own.scenes?.[0]?.id}`, vera)).status).toBe(200)
    expect((await ask('PATCH', `/api/scenes/${own.scenes?.[0]?.id}`, vera, { mood: 'mine' })).status).toBe(
      403,
    )
    expect((await ask('DELETE', `/api/projects/${project}`, vera)).status).toBe(403)
    expect((await post(`/api/v1/episodes/${episodeId}/runs`, vera, {})).status).toBe(403)
    expect(
      (await post(`/api/v1/projects/${project}/import`, vera, { text: 'INT. A - DAY\n\nHi.\n' })).status,
    ).toBe(403)
  })

  it('opens for a worker with its key, which may not manage', async () => {
    expect((await get('/api/users/me', worker)).body.user).toMatchObject({ role: 'worker' })
    expect((await get(`/api/v1/episodes/${episodeId}/board`, worker)).status).toBe(200)
    expect((await ask('DELETE', `/api/projects/${project}`, worker)).status).toBe(403)
    expect(
      (
        await post('/api/users', worker, {
          name: 'x',
          email: 'y@example.org',
          password: 'long-enough-1',
          role: 'admin',
        })
      ).status,
    ).toBe(403)
  })
})

describe('a file that was deleted under the server', () => {
  it('is answered with 404, and the board still comes', async () => {
    const { body } = await get(`/api/media?limit=500&where[mimeType][contains]=image&depth=0`, ada)
    const { filename } = body.docs[0]
    fs.rmSync(`${place.mediaDir}/${filename}`)
    expect((await get(`/api/media/file/${encodeURIComponent(filename)}`, ada)).status).toBe(404)
    expect((await get(`/api/v1/episodes/${episodeId}/board`, ada)).status).toBe(200)
    const { headers, status } = await get('/api/media/file/..%2F..%2Fstudio.db', ada)
    expect(status, String(headers.get('content-type'))).not.toBe(200)
  })
})

describe('SIGTERM', () => {
  it('ends the server in order, with everything on the disk', async () => {
    server.child.kill('SIGTERM')
    expect(await server.ended).toEqual({ status: 0, signal: null })
    const facts = await lookInto(place, ({ payload }) => factsOf(payload))
    expect(faultsOf(facts)).toEqual([])
    expect(facts.projects).toHaveLength(2)
  })
})
