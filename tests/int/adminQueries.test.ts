import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProjectTree } from '../contract/fixtures'
import { makePlace, removePlace } from './support/cli'
import { type Server, startServer, stopServer } from './support/server'
import { lookInto } from './support/studio'

const place = makePlace()
const person = { email: 'admin@example.org', password: 'long-enough-1' }
let server: Server
let cookie: string
let collections: string[] = []
const first: Record<string, string> = {}

beforeAll(async () => {
  await lookInto(place, async ({ payload }) => {
    const data = { ...person, name: 'Admin', role: 'admin' as const }
    const { id } = await payload.create({ collection: 'users', data })
    const tree = await createProjectTree(payload, id)
    first.episodes = String(tree.episode.id)
    first.scenes = String(tree.scene.id)
    first.shots = String(tree.shot.id)
    collections = payload.config.collections
      .filter(({ slug, admin }) => !slug.startsWith('payload-') && admin.hidden !== true)
      .map(({ slug }) => slug)
  })
  server = await startServer(place)
  const answer = await fetch(`${server.url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  })
  cookie = `payload-token=${((await answer.json()) as { token: string }).token}`
}, 600_000)
afterAll(async () => {
  await stopServer(server)
  removePlace(place)
})

const page = async (path: string) => {
  const answer = await fetch(`${server.url}/admin${path}`, { headers: { cookie }, redirect: 'manual' })
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}

/** The page that somebody sees in the end. */
async function shown(path: string) {
  const answer = await page(path)
  if (answer.status !== 307) return { ...answer, at: path }
  const at = new URL(answer.location ?? '', server.url)
  const rest = `${at.pathname.replace('/admin', '')}${at.search}`
  return { ...(await page(rest)), at: rest }
}

const UNANSWERABLE = [
  'where[createdAt.(][exists]=9e99',
  'where[nope][exists]=true',
  'where[or]=x',
  'where=x',
  'where[createdAt][near]=1',
  'where[id][equals][2]=x',
  'limit=9e99',
  'limit[a]=1',
  'page=-1',
  'sort[a]=1',
  'columns=%5B',
  'columns=%5Bnull%5D',
  'queryByGroup=x',
  `search=${'x'.repeat(300)}`,
  'search[a]=1',
  'preset=x',
]

describe('pages of the admin that are asked for by what they cannot be made from', () => {
  it('are shown without it: lists and the trash of every collection', async () => {
    const wrong: unknown[] = []
    for (const slug of collections)
      for (const [n, query] of UNANSWERABLE.entries()) {
        // Every collection has its own fields, and not its own way to fail: some questions at each.
        if (slug !== 'shots' && n % 4 !== 0) continue
        const { status, at, text } = await shown(`/collections/${slug}?${query}&depth=1`)
        const isWhole =
          status === 200 && at === `/collections/${slug}?depth=1` && text.includes('collection-list')
        if (!isWhole) wrong.push([slug, query, status, at])
      }
    expect(wrong).toEqual([])
  }, 300_000)

  it('keep what can be answered', async () => {
    const kept = '/collections/shots?limit=10&where[or][0][and][0][scene][exists]=true&sort=-order'
    expect((await page(kept)).status).toBe(200)
    const { status, location } = await page('/collections/shots?limit=10&where[nope][exists]=1&sort=-order')
    expect([status, location]).toEqual([307, expect.stringMatching(/shots\?limit=10&sort=-order$/)])
    // Of related documents there is no filter to show; the list is in the address all the same.
    expect((await page('/collections/shots?where[scene.heading][exists]=true')).status).toBe(307)
    expect((await page('/collections/shots?where[scene.heading][contains]=x')).status).toBe(200)
    // No order either: nothing of that is kept for the next time.
    expect((await shown('/collections/shots?sort=--nope')).status).toBe(200)
    expect((await page('/collections/shots')).text).toContain('collection-list')
  })

  it('are not there under names that every object has', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'valueOf'])
      for (const path of [`/${name}`, `/collections/${name}`, `/${name}/${name}`, `/globals/${name}`]) {
        const { status, text } = await page(path)
        expect([path, status, text.includes('Something went wrong')]).toEqual([path, 404, false])
      }
  })

  it('are shown without it: documents, versions and the trash', async () => {
    const wrong: unknown[] = []
    for (const path of [
      `/collections/shots/trash`,
      `/collections/scenes/${first.scenes}/versions`,
      `/collections/episodes/${first.episodes}`,
      `/collections/episodes/${first.episodes}/storyboard`,
      `/collections/shots/${first.shots}/api`,
    ])
      for (const query of [...UNANSWERABLE, 'localeCodes=%7B']) {
        const { status, at } = await shown(`${path}?${query}`)
        if (status !== 200) wrong.push([path, query, status, at])
      }
    expect(wrong).toEqual([])
  }, 200_000)
})
