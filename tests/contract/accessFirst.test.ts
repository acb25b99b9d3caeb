import { beforeAll, expect, it } from 'vitest'
import { MAX_SCRIPT_BYTES } from '@/script-files/limits'
import { describeEngines } from './engines'
import { createProjectTree } from './fixtures'
import { projectWithPeople } from './restApi'

/** What `{id}` is in a path that begins so. */
type Subject = 'projects' | 'episodes' | 'panels' | 'drafts' | 'characters' | 'scenes'

interface Route {
  method: string
  path: string
}

const FAULTS: Array<[string, BodyInit | undefined, string | undefined]> = [
  ['no body', undefined, undefined],
  ['no JSON', '{', 'application/json'],
  ['an empty object', '{}', 'application/json'],
  ['unknown fields', '{"nonsense":1}', 'application/json'],
  ['half a character', '{"text":"\\ud83d"}', 'application/json'],
  ['another kind', 'a=b', 'text/plain'],
]

describeEngines('Whatever stands in a body, access comes first', (booted) => {
  const payload = () => booted().payload
  let owner: string
  let viewer: string
  let outsider: string
  const ids: Partial<Record<Subject, string>> = {}
  let routes: Route[]
  let sceneId: string

  const send = async (
    token: string | null,
    { method, path }: Route,
    body?: BodyInit,
    headers: Record<string, string> = {},
  ) => {
    const { createApi } = await import('@/api/app')
    const answer = await createApi(async () => payload()).request(path, {
      method,
      body,
      headers: { ...(token ? { authorization: `JWT ${token}` } : {}), ...headers },
    })
    return answer.status
  }

  beforeAll(async () => {
    const people = await projectWithPeople(payload())
    owner = people.owner.token
    viewer = people.viewer.token
    outsider = people.outsider.token
    const tree = await createProjectTree(payload(), people.owner.user.id)
    await payload().update({
      collection: 'projects',
      id: tree.project.id,
      data: { members: [{ user: people.viewer.user.id, role: 'viewer' }] },
    })
    const { DraftService } = await import('@/database/services/DraftService')
    const draft = await new DraftService({ payload: payload() }).propose(tree.episode.id, {
      text: 'INT. ATTIC - DAY\n\nDust.\n',
    })
    sceneId = tree.scene.id
    Object.assign(ids, {
      projects: tree.project.id,
      episodes: tree.episode.id,
      scenes: tree.scene.id,
      panels: tree.panel.id,
      characters: tree.character.id,
      drafts: draft.id,
    })
    const { createApi } = await import('@/api/app')
    const document = await (await createApi(async () => payload()).request('/api/v1/openapi.json')).json()
    routes = Object.entries(document.paths as Record<string, Record<string, { requestBody?: unknown }>>)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, route]) => ({ path, method, route })),
      )
      .filter(({ route }) => route.requestBody)
      .map(({ path, method }) => ({
        method: method.toUpperCase(),
        path: path.replace(/\/(\w+)\/\{id\}/, (_, of: Subject) => `/${of}/${ids[of]}`),
      }))
  })

  it('on every route that takes one', async () => {
    expect(routes.length).toBeGreaterThanOrEqual(10)
    for (const route of routes) {
      // What names nothing is open to whoever may work somewhere.
      const isOfSomething = Object.values(ids).some((id) => route.path.includes(id))
      for (const [fault, body, type] of FAULTS) {
        const said = `${route.method} ${route.path} with ${fault}`
        const headers: Record<string, string> = type ? { 'content-type': type } : {}
        expect(await send(null, route, body, headers), said).toBe(401)
        expect(await send(viewer, route, body, headers), said).toBe(403)
        if (isOfSomething) expect(await send(outsider, route, body, headers), said).toBe(404)
      }
    }
  })

  it('before the query, too', async () => {
    for (const route of routes) {
      const asked = { ...route, path: `${route.path}?nonsense=1` }
      expect(await send(null, asked), asked.path).toBe(401)
      expect(await send(viewer, asked), asked.path).toBe(403)
      expect([400, 415], asked.path).toContain(await send(owner, asked))
    }
  })

  it('where the body itself names what it is about', async () => {
    const json = { 'content-type': 'application/json' }
    const order = { method: 'POST', path: '/api/v1/shots/reorder' }
    const body = JSON.stringify({ sceneId, shotIds: 'all of them' })
    expect(await send(viewer, order, body, json)).toBe(403)
    expect(await send(outsider, order, body, json)).toBe(404)
    expect(await send(owner, order, body, json)).toBe(400)
    const reading = { method: 'POST', path: '/api/v1/script-readings' }
    for (const [field, id] of [
      ['projectId', ids.projects],
      ['episodeId', ids.episodes],
    ] as const) {
      const form = () => {
        const made = new FormData()
        made.append(field, String(id))
        made.append('file', 'no file')
        return made
      }
      expect(await send(viewer, reading, form()), field).toBe(403)
      expect(await send(outsider, reading, form()), field).toBe(404)
      expect(await send(owner, reading, form()), field).toBe(400)
    }
  })

  it('before its size', async () => {
    const headers = {
      'content-type': 'application/json',
      'content-length': String(MAX_SCRIPT_BYTES * 3),
    }
    for (const path of [`/projects/${ids.projects}/import`, '/imports', `/episodes/${ids.episodes}/drafts`]) {
      const route = { method: 'POST', path: `/api/v1${path}` }
      expect(await send(null, route, '{}', headers), path).toBe(401)
      expect(await send(viewer, route, '{}', headers), path).toBe(403)
      expect(await send(owner, route, '{}', headers), path).toBe(413)
    }
  })
})
