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
/** In every text of the project that the member is in, whose owner is somebody else. */
const OWN_MARK = 'Daylight'
const emailOf = (who: string) => (who === 'owner' ? ADDRESS : `${who}@example.org`)

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
    const texts = Object.fromEntries(
      flattenedFields.filter(isOwnText).map(({ name }) => [name, `${mark} ${slug} ${name}`]),
    )
    for (const id of into[slug]) {
      const data = slug === 'media' ? { ...texts, filename: `${mark} ${slug} ${id}.png` } : texts
      await payload.db.updateOne({ collection: slug, id, data })
    }
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
    const host = await account('host', 'producer')
    const { project } = await plant(payload, host.id, seen, OWN_MARK)
    await payload.update({
      collection: 'projects',
      id: project.id,
      data: { members: [{ user: member.id, role: 'viewer' }] },
    })
    collections = payload.config.collections.map(({ slug }) => slug)
  })
  server = await startServer(place)
  for (const name of ['admin', 'member', 'owner', 'host', ...STRANGERS.slice(1)]) {
    const answer = await fetch(`${server.url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: emailOf(name), password }),
    })
    expect([name, answer.status]).toEqual([name, 200])
    cookies[name] = `payload-token=${((await answer.json()) as { token: string }).token}`
  }
}, 600_000)
afterAll(async () => {
  await stopServer(server)
  removePlace(place)
})

/** Where nobody is not sent away. */
const AT_THE_DOOR = ['/login', '/forgot', '/create-first-user', '/reset/nothing', '/unauthorized']
const NOT_THERE = ['/verify', '/nothing', '/collections', '/collections/nothing']
type Kind = 'html' | 'rsc'
const TYPES: Record<Kind, string> = { html: 'text/html', rsc: 'text/x-component' }

/**
 * As a browser asks for a page: by its address, or inside the admin for its flight data alone. Next sends whoever
 * leaves `_rsc` out of the address of the latter elsewhere, with an empty answer.
 */
async function page(who: string, path: string, kind: Kind) {
  const address = kind === 'rsc' ? `${path}${path.includes('?') ? '&' : '?'}_rsc` : path
  const answer = await fetch(`${server.url}/admin${address}`, {
    headers: {
      ...(cookies[who] ? { cookie: cookies[who] } : {}),
      ...(kind === 'rsc' ? { RSC: '1' } : { accept: 'text/html' }),
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(60_000),
  })
  const { status, headers } = answer
  return {
    status,
    location: headers.get('location'),
    type: headers.get('content-type')?.split(';')[0],
    text: await answer.text(),
  }
}

/**
 * That a page was truly made for this person: of the kind asked for, and with what the server knows of who asks,
 * which is in every page down to those that lead elsewhere. Nobody is led to sign in, or stands at the door already.
 */
function isMadeFor(who: string, path: string, kind: Kind, { type, text }: Awaited<ReturnType<typeof page>>) {
  if (type !== TYPES[kind]) return false
  if (who !== 'nobody') return text.includes(emailOf(who))
  // Of what there is not, nobody is told so.
  if (NOT_THERE.includes(path)) return text.includes('Not Found') || text.includes('/admin/login')
  return AT_THE_DOOR.includes(path) ? text.includes('Showrunner') : text.includes('/admin/login')
}

/** Every page of the admin that there is for a collection and for a document of it. */
function pagesOf(slug: string, ids: string[]): string[] {
  const list = `/collections/${slug}`
  const documents = ids.flatMap((id) => {
    const own = ['', '/versions', '/api']
    const ofEpisodes =
      slug === 'episodes' ? ['/storyboard', '/script', '/script?versions=all', '/import'] : []
    return [...own, ...ofEpisodes].map((tail) => `${list}/${id}${tail}`).concat(`${list}/trash/${id}`)
  })
  const lists = [
    '',
    `?search=${TYPED}`,
    '?limit=100&where[or][0][and][0][id][exists]=true',
    '/trash',
    '/create',
  ]
  return [...lists.map((tail) => `${list}${tail}`), ...documents]
}

const GENERAL = [
  '',
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
  `?search=${TYPED}`,
]

const everyPage = (planted: Record<string, string[]>) => [
  ...GENERAL,
  ...collections.flatMap((slug) => pagesOf(slug, (planted[slug] ?? []).slice(0, 1))),
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
  // Without this the walks below prove nothing.
  it.each([
    ['owner', MARK, unseen],
    ['admin', MARK, unseen],
    ['host', OWN_MARK, seen],
    ['member', OWN_MARK, seen],
  ] as const)(
    'show what was planted to who may see it: %s',
    async (who, mark, planted) => {
      // Of a project that one only watches: its queue and what others said to a model are not shown.
      const hidden = who === 'member' ? ['tasks', 'sessions'] : []
      // What an event says is of the document that it is about.
      const slugs = Object.keys(planted).filter(
        (slug) => planted[slug]?.length && slug !== 'events' && !hidden.includes(slug),
      )
      expect(slugs.length).toBeGreaterThan(10)
      const missing: unknown[] = []
      await forEach(slugs, async (slug) => {
        for (const path of [`/collections/${slug}`, `/collections/${slug}/${planted[slug]?.[0]}`])
          for (const kind of ['html', 'rsc'] as const) {
            const answer = await page(who, path, kind)
            if (answer.status !== 200 || !answer.text.includes(`${mark} ${slug} `))
              missing.push([path, kind, answer.status])
          }
      })
      expect(missing).toEqual([])
    },
    100_000,
  )

  it.each([
    ...STRANGERS.map((who) => [who, 'a stranger', unseen] as const),
    ['member', 'who is in another', seen] as const,
  ])(
    'show nothing of a project to %s, %s',
    async (who, _, planted) => {
      const told: unknown[] = []
      let whole = 0
      // A page of HTML holds its flight data as well; some are looked at both ways, and with EVERY_DOOR all.
      const isBothWays = process.env.EVERY_DOOR || ['viewer', 'nobody'].includes(who)
      const kinds: Kind[] = isBothWays ? ['html', 'rsc'] : ['html']
      await forEach(everyPage(planted), async (path) => {
        for (const kind of kinds) {
          const answer = await page(who, path, kind)
          const { status, text } = answer
          if (status === 200) whole += 1
          if (![200, 307, 404].includes(status))
            told.push([path, kind, status, server.output().slice(-1_500)])
          if (!isMadeFor(who, path, kind, answer)) told.push([path, kind, status, 'is not a page for', who])
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
      // A worker's account has no admin to look at; everybody else has every list.
      if (who !== 'worker') expect(whole).toBeGreaterThan(60)
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
    const WRITES = [
      'id="action-save"',
      'doc-controls__dots',
      '/create"',
      'Create New<',
      'Add new<',
      'Bulk Upload<',
      'Edit Image<',
      'Import script<',
      'Import a script<',
      'Import new draft<',
      'Edit script<',
      'Update all<',
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
    const offersTo = async (who: string) => {
      const offered: [string, string][] = []
      await forEach(paths, async (path) => {
        const { text } = await page(who, path, 'html')
        // What is drawn: the words of every button are in the flight data of everybody.
        const drawn = text.replace(/<script[^>]*>.*?<\/script>/gs, '')
        for (const word of WRITES) if (drawn.includes(word)) offered.push([path, word])
      })
      return offered
    }
    expect(await offersTo('member')).toEqual([])
    const words = new Set((await offersTo('host')).map(([, word]) => word))
    expect(WRITES.filter((word) => !words.has(word))).toEqual([])
  }, 100_000)
})
