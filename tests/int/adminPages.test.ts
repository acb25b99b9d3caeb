import type { CollectionSlug, FlattenedField, Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProjectTree } from '../contract/fixtures'
import { makePlace, removePlace } from './support/cli'
import { type Server, startServer, stopServer } from './support/server'
import { lookInto } from './support/studio'

/** In every title, name, file name and text of a project that none of these people is in. */
const MARK = 'Zwielicht'
/** What somebody types into a search is shown to them. */
const TYPED = MARK.slice(0, 6)
/** Whose it is; producers may see everybody's name, and nobody but themselves and admins an address. */
const OWNER = 'Quillfeather'
const ADDRESS = 'quillfeather@example.org'
const password = 'long-enough-1'

const place = makePlace()
let server: Server
/** Of the unseen project: the documents of each collection. */
const unseen: Record<string, string[]> = {}
/** Of the project that the member is in. */
const seen: Record<string, string[]> = {}
let collections: string[] = []
const cookies: Record<string, string> = {}
const STRANGERS = ['nobody', 'producer', 'editor', 'viewer', 'worker']

const isOwnText = (field: FlattenedField): boolean =>
  (field.type === 'text' || field.type === 'textarea') &&
  !('hasMany' in field && field.hasMany) &&
  !('unique' in field && field.unique) &&
  // What the product marks its own by: a project that awaits its script is out of sight.
  !('hidden' in field && field.hidden) &&
  ![
    'entityCollection',
    'entityId',
    'requestId',
    'action',
    'type',
    'operation',
    'provider',
    'model',
    'worker',
    'url',
    'thumbnailURL',
    'mimeType',
  ].includes(field.name)

async function plant(payload: Payload, ownerId: string, into: Record<string, string[]>, mark: string) {
  const tree = await createProjectTree(payload, ownerId)
  await payload.update({ collection: 'projects', id: tree.project.id, data: { title: `${mark} project` } })
  const within = { project: { equals: tree.project.id } }
  for (const { slug, flattenedFields } of payload.config.collections) {
    if (slug.startsWith('payload-') || slug === 'users') continue
    const isOfProjects = flattenedFields.some(({ name }) => name === 'project')
    if (slug !== 'projects' && !isOfProjects) continue
    const { docs } = await payload.find({
      collection: slug as CollectionSlug,
      where: slug === 'projects' ? { id: { equals: tree.project.id } } : within,
      depth: 0,
      limit: 5,
    })
    into[slug] = docs.map(({ id }) => String(id))
    const data = Object.fromEntries(
      flattenedFields.filter(isOwnText).map(({ name }) => [name, `${mark} ${slug} ${name}`]),
    )
    for (const id of into[slug]) await payload.db.updateOne({ collection: slug, id, data })
  }
  return tree
}

beforeAll(async () => {
  await lookInto(place, async ({ payload }) => {
    const account = (name: string, role: string, email = `${name}@example.org`) =>
      payload.create({ collection: 'users', data: { name, email, password, role } as never })
    await account('admin', 'admin')
    const owner = await account(OWNER, 'producer', ADDRESS)
    for (const role of STRANGERS.slice(1)) await account(role, role)
    const member = await account('member', 'viewer')
    await plant(payload, owner.id, unseen, MARK)
    const { project } = await plant(payload, owner.id, seen, 'Daylight')
    await payload.update({
      collection: 'projects',
      id: project.id,
      data: { members: [{ user: member.id, role: 'viewer' }] },
    })
    collections = payload.config.collections.map(({ slug }) => slug)
  })
  server = await startServer(place)
  for (const name of ['admin', 'member', 'owner', ...STRANGERS.slice(1)]) {
    const email = name === 'owner' ? ADDRESS : `${name}@example.org`
    const answer = await fetch(`${server.url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    cookies[name] = `payload-token=${((await answer.json()) as { token: string }).token}`
  }
}, 600_000)
afterAll(async () => {
  await stopServer(server)
  removePlace(place)
})

async function page(who: string, path: string, kind: 'html' | 'rsc') {
  const answer = await fetch(`${server.url}/admin${path}`, {
    headers: {
      ...(cookies[who] ? { cookie: cookies[who] } : {}),
      ...(kind === 'rsc' ? { RSC: '1' } : { accept: 'text/html' }),
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(60_000),
  })
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}

/** Every page of the admin that there is for a collection and for a document of it. */
function pagesOf(slug: string, ids: string[]): string[] {
  const list = `/collections/${slug}`
  const documents = ids.flatMap((id) => {
    const own = ['', '/versions', '/versions/nothing', '/api', '/preview']
    const ofEpisodes =
      slug === 'episodes' ? ['/storyboard', '/script', '/script?versions=all', '/import'] : []
    return [...own, ...ofEpisodes].map((tail) => `${list}/${id}${tail}`).concat(`${list}/trash/${id}`)
  })
  const lists = [
    '',
    `?search=${TYPED}`,
    '?limit=100&groupBy=createdBy',
    '?where[or][0][and][0][id][exists]=true',
    '/trash',
    '/create',
  ]
  return [...lists.map((tail) => `${list}${tail}`), ...documents]
}

const GENERAL = [
  '',
  '/',
  '/account',
  '/queue',
  '/login',
  '/forgot',
  '/create-first-user',
  '/reset/nothing',
  '/verify',
  '/unauthorized',
  '/nothing',
  '/collections',
  '/collections/nothing',
  '/browse-by-folder',
  `/?search=${TYPED}`,
]

const everyPage = () => [
  ...GENERAL,
  ...collections.flatMap((slug) => pagesOf(slug, (unseen[slug] ?? []).slice(0, 1))),
]

/** A few at a time. */
async function forEach<Item>(items: Item[], look: (item: Item) => Promise<void>): Promise<void> {
  const rest = [...items]
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) await look(item)
    }),
  )
}

describe('the pages of the admin', () => {
  it('show what was planted to who may see it', async () => {
    expect(Object.keys(unseen).length).toBeGreaterThan(10)
    for (const path of [
      '/collections/projects',
      `/collections/projects/${unseen.projects?.[0]}`,
      `/collections/characters/${unseen.characters?.[0]}`,
    ])
      for (const kind of ['html', 'rsc'] as const)
        for (const who of ['admin', 'owner'])
          expect([who, path, (await page(who, path, kind)).text.includes(MARK)]).toEqual([who, path, true])
  })

  it.each(STRANGERS)(
    'show nothing of a project to a stranger: %s',
    async (who) => {
      const told: unknown[] = []
      const kinds = who === 'viewer' || who === 'nobody' ? (['rsc', 'html'] as const) : (['rsc'] as const)
      await forEach(everyPage(), async (path) => {
        for (const kind of kinds) {
          const { status, text } = await page(who, path, kind)
          if (status >= 500) told.push([path, kind, status, server.output().slice(-1_500)])
          if (text.includes(MARK))
            told.push([
              path,
              kind,
              text.slice(Math.max(0, text.indexOf(MARK) - 120), text.indexOf(MARK) + 40),
            ])
          if (text.includes(ADDRESS)) told.push([path, kind, ADDRESS])
          if (who !== 'producer' && text.includes(OWNER)) told.push([path, kind, OWNER])
        }
      })
      expect(told).toEqual([])
    },
    400_000,
  )

  it('answer of what is not to be seen as of what is not there', async () => {
    const nothing = '00000000-0000-7000-8000-000000000000'
    for (const who of ['producer', 'viewer'])
      for (const [slug, [id]] of Object.entries(unseen)) {
        if (!id) continue
        for (const tail of ['', '/versions', '/api']) {
          const asked = async (each: string) => {
            const { status, location } = await page(who, `/collections/${slug}/${each}${tail}`, 'html')
            return { status, location: location?.replaceAll(each, 'ID') ?? null }
          }
          const answer = await asked(id)
          expect([who, slug, tail, answer]).toEqual([who, slug, tail, await asked(nothing)])
          expect(answer.status).toBeLessThan(500)
        }
      }
  }, 200_000)

  it('offer who only looks nothing to write with', async () => {
    const offered: unknown[] = []
    const WRITES = [
      'id="action-save"',
      'id="action-delete"',
      'id="action-duplicate"',
      'Import script',
      'Create New',
      '/create"',
    ]
    const paths = [
      '',
      ...Object.entries(seen).flatMap(([slug, [id]]) => [
        `/collections/${slug}`,
        ...(id ? [`/collections/${slug}/${id}`] : []),
      ]),
      `/collections/episodes/${seen.episodes?.[0]}/storyboard`,
      `/collections/episodes/${seen.episodes?.[0]}/script`,
    ]
    for (const path of paths) {
      const { status, text } = await page('member', path, 'html')
      if (status >= 500) offered.push([path, status, server.output().slice(-1_500)])
      const [markup = ''] = text.split('<script>self.__next_f')
      for (const word of WRITES) if (markup.includes(word)) offered.push([path, word])
    }
    expect(offered).toEqual([])
  }, 100_000)
})
