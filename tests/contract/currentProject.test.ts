import { type CollectionSlug, createLocalReq, type PayloadRequest, type Where } from 'payload'
import { combineWhereConstraints } from 'payload/shared'
import { beforeAll, expect, it } from 'vitest'
import type { Scene } from '@/payload-types'
import { describeEngines } from './engines'
import { createProjectTree, createShot, createUser, type ProjectTree, unique } from './fixtures'

type User = NonNullable<PayloadRequest['user']>

/** What of a tree each list shows of it. */
const LISTED = {
  episodes: ['episode'],
  scenes: ['scene'],
  shots: ['shot'],
  panels: ['panel'],
  characters: ['character', 'worldCharacter'],
  locations: ['location'],
  worlds: ['world'],
  voices: ['voice'],
  media: ['media'],
  sessions: ['session'],
  'prompts-executed': ['call'],
} as const satisfies Partial<Record<CollectionSlug, ReadonlyArray<keyof ProjectTree>>>

/** The admin panel's lists, narrowed to the project that their reader has chosen. */
describeEngines('The current project', (booted) => {
  const payload = () => booted().payload
  let one: ProjectTree
  let other: ProjectTree
  let admin: User
  let ada: User

  const choose = async (user: User, value: unknown) => {
    const preference = { key: 'current-project', user: { relationTo: 'users', value: user.id } }
    await payload().delete({
      collection: 'payload-preferences',
      where: { and: [{ key: { equals: 'current-project' } }, { 'user.value': { equals: user.id } }] },
    })
    await payload().create({
      collection: 'payload-preferences',
      data: { ...preference, value } as never,
      user,
    })
  }

  /** As Payload's list view asks. */
  const list = async (collection: CollectionSlug, user: User, headers: Record<string, string> = {}) => {
    const req = await createLocalReq({ user, req: { headers: new Headers(headers) } }, payload())
    const { admin: options } = payload().collections[collection].config
    const filter = await options.baseFilter?.({ req, limit: 10, page: 1, sort: '' })
    const found = await payload().find({
      collection,
      where: combineWhereConstraints([undefined, filter as Where]),
      pagination: false,
      depth: 0,
      overrideAccess: false,
      user,
    })
    return found.docs.map(({ id }) => String(id))
  }

  beforeAll(async () => {
    // The first user of a studio becomes its admin.
    admin = (await createUser(payload(), 'admin')) as User
    ada = (await createUser(payload(), 'producer')) as User
    one = await createProjectTree(payload(), String(ada.id))
    other = await createProjectTree(payload())
  })

  it('narrows every list of what belongs to projects, and they show project and episode', () => {
    for (const { config } of Object.values(payload().collections)) {
      const names = config.flattenedFields.map((field) => field.name)
      const isNarrowed = Boolean(config.admin.baseFilter)
      expect([config.slug, isNarrowed]).toEqual([config.slug, names.includes('project')])
      if (!isNarrowed || config.admin.hidden === true) continue
      const shown = config.admin.defaultColumns
      expect([config.slug, shown?.includes('project')]).toEqual([config.slug, true])
      expect([config.slug, shown?.includes('episode')]).toEqual([config.slug, names.includes('episode')])
    }
  })

  it('shows all of them until one is chosen', async () => {
    await choose(admin, { project: null })
    expect(await list('scenes', admin)).toEqual(expect.arrayContaining([one.scene.id, other.scene.id]))
  })

  it('shows what is of the chosen one, and nothing of another', async () => {
    await choose(admin, { project: other.project.id })
    for (const [collection, keys] of Object.entries(LISTED)) {
      const shown = await list(collection as CollectionSlug, admin)
      const idsOf = (tree: ProjectTree) => keys.map((key) => String((tree[key] as { id: string }).id))
      expect([collection, shown]).toEqual([collection, expect.arrayContaining(idsOf(other))])
      expect([collection, shown.filter((id) => idsOf(one).includes(id))]).toEqual([collection, []])
    }
    const tasks = await list('tasks', admin)
    const { docs } = await payload().find({ collection: 'tasks', depth: 0, pagination: false })
    expect(tasks).toEqual(
      docs.filter(({ project }) => project === other.project.id).map(({ id }) => String(id)),
    )
    expect(tasks.length).toBeGreaterThan(0)
  })

  it('shows beside it what all projects may use', async () => {
    const voice = await payload().create({
      collection: 'voices',
      data: { name: unique('Studio voice'), provider: 'local', providerVoiceId: 'm2' },
    })
    const host = await payload().create({
      collection: 'characters',
      data: { name: unique('Host'), scope: 'organization' },
    })
    expect(await list('voices', admin)).toContain(String(voice.id))
    expect(await list('characters', admin)).toContain(String(host.id))
  })

  it('is nobody else’s choice, and no choice for lists that are opened over a document', async () => {
    expect(await list('scenes', ada)).toEqual([one.scene.id])
    const { docs } = await payload().find({ collection: 'scenes', overrideAccess: false, user: admin })
    expect(docs.map(({ id }) => id)).toEqual(expect.arrayContaining([one.scene.id, other.scene.id]))
    expect(await list('scenes', admin, { 'next-action': 'abc' })).toContain(one.scene.id)
  })

  it('counts for nothing where it is not the reader’s to see, in the trash, gone, or no project at all', async () => {
    for (const project of [other.project.id, 'nowhere', '', 7, ['a'], { or: [] }]) {
      await choose(ada, { project })
      expect(await list('scenes', ada)).toEqual([one.scene.id])
    }
    for (const value of [null, 'text', 3, []]) {
      await choose(ada, value)
      expect(await list('scenes', ada)).toEqual([one.scene.id])
    }
    const gone = await createProjectTree(payload(), String(ada.id))
    await choose(ada, { project: gone.project.id })
    expect(await list('scenes', ada)).toEqual([gone.scene.id])
    const deletedAt = new Date().toISOString()
    await payload().update({ collection: 'projects', id: gone.project.id, data: { deletedAt } })
    expect(await list('scenes', ada)).toEqual([one.scene.id])
  })

  it('narrows the queue, which names what its tasks are of', async () => {
    const { TaskService } = await import('@/database/services/TaskService')
    const service = new TaskService({ payload: payload(), user: admin })
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0)
    const all = await service.overview()
    const narrowed = await service.overview({ project: other.project.id })
    expect(sum(narrowed.counts)).toBe(1)
    expect(sum(all.counts)).toBeGreaterThan(1)
    const ofEpisode = (episode: string) => service.overview({ project: other.project.id, episode })
    expect(sum((await ofEpisode(other.episode.id)).counts)).toBe(1)
    expect(sum((await ofEpisode(one.episode.id)).counts)).toBe(0)
    const { tasks } = booted().engine
    const task = await payload().findByID({ collection: 'tasks', id: other.taskId, depth: 0 })
    const [claimed] = await tasks.claim({ worker: 'w', types: [task.type], limit: 1, leaseSeconds: 30 })
    expect(claimed).toBeDefined()
    const running = await service.overview({ project: other.project.id })
    expect(running.projects).toEqual([{ id: other.project.id, title: other.project.title }])
    expect(running.episodes).toEqual([{ id: other.episode.id, title: 'Pilot', episodeNumber: 1 }])
  })

  it('without one, scenes and shots stand by project, episode and place, however they came', async () => {
    const makeEpisode = async (project: string, episodeNumber: number, title: string) => {
      const episode = await payload().create({
        collection: 'episodes',
        data: { project, episodeNumber, title: unique('Part'), status: 'draft' },
      })
      for (const order of [2, 1]) {
        const scene = await payload().create({
          collection: 'scenes',
          data: {
            episode: episode.id,
            sceneNumber: String(order),
            heading: `${title} ${episodeNumber}.${order}`,
            order,
            status: 'pending',
          },
        })
        await createShot(payload(), scene.id, { order: 2 })
        await createShot(payload(), scene.id, { order: 1 })
      }
    }
    const open = async (title: string) =>
      (
        await payload().create({
          collection: 'projects',
          data: { title, type: 'series', status: 'concept' },
        })
      ).id
    const [anchor, buoy] = [await open('Anchor'), await open('Buoy')]
    for (const episodeNumber of [1, 2]) {
      await makeEpisode(buoy, episodeNumber, 'Buoy')
      await makeEpisode(anchor, episodeNumber, 'Anchor')
    }
    const where: Where = { project: { in: [anchor, buoy] } }
    const scenes = await payload().find({ collection: 'scenes', where, pagination: false, depth: 0 })
    const headings = ['Anchor', 'Buoy'].flatMap((title) =>
      ['1.1', '1.2', '2.1', '2.2'].map((place) => `${title} ${place}`),
    )
    expect(scenes.docs.map(({ heading }) => heading)).toEqual(headings)
    const shots = await payload().find({ collection: 'shots', where, pagination: false, depth: 1 })
    expect(shots.docs.map(({ scene, order }) => `${(scene as Scene).heading}, ${order}`)).toEqual(
      headings.flatMap((heading) => [`${heading}, 1`, `${heading}, 2`]),
    )
  })
})
