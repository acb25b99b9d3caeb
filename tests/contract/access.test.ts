import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createMedia, createProjectTree, createUser, type ProjectTree, unique } from './fixtures'

/** Every collection whose documents belong to projects, and the document of each in a tree. */
const SCOPED = {
  projects: 'project',
  episodes: 'episode',
  scenes: 'scene',
  shots: 'shot',
  panels: 'panel',
  characters: 'character',
  locations: 'location',
  worlds: 'world',
  voices: 'voice',
  media: 'media',
  sessions: 'session',
  'prompts-executed': 'call',
} as const satisfies Partial<Record<CollectionSlug, keyof ProjectTree>>
type Scoped = keyof typeof SCOPED
const COLLECTIONS = [...(Object.keys(SCOPED) as Scoped[]), 'tasks', 'events'] as CollectionSlug[]

type User = NonNullable<PayloadRequest['user']>

/** Whether an operation is refused, by an error or by finding nothing. */
const isRefused = async (work: Promise<unknown>): Promise<boolean> => {
  try {
    const result = (await work) as { docs?: unknown[] } | null
    return result === null || (Array.isArray(result.docs) && result.docs.length === 0)
  } catch (error) {
    const { status } = error as { status?: number }
    if (status !== 403 && status !== 404 && status !== 400) throw error
    return true
  }
}

describeEngines('Access', (booted) => {
  const payload = () => booted().payload
  let mine: ProjectTree
  let theirs: ProjectTree
  let ada: User
  let bob: User
  let viewer: User
  let admin: User

  /** The queries an attacker would widen a list with. */
  const widenings = (): Array<Where | undefined> => [
    undefined,
    { id: { exists: true } },
    { or: [{ project: { equals: theirs.project.id } }, { id: { exists: true } }] },
    { project: { equals: theirs.project.id } },
    { 'project.title': { equals: theirs.project.title } },
    { or: [{ createdAt: { greater_than: '2000-01-01T00:00:00.000Z' } }] },
  ]

  beforeAll(async () => {
    // The first user of a studio becomes its admin, whatever their role says.
    admin = (await createUser(payload(), 'admin')) as User
    ada = (await createUser(payload(), 'producer')) as User
    bob = (await createUser(payload(), 'producer')) as User
    viewer = (await createUser(payload(), 'viewer')) as User
    mine = await createProjectTree(payload(), ada.id as string)
    theirs = await createProjectTree(payload(), bob.id as string)
    await payload().update({
      collection: 'projects',
      id: mine.project.id,
      data: { members: [{ user: viewer.id as string, role: 'viewer' }] },
    })
  })

  /** The project of a document that came back. */
  const projectOf = (collection: CollectionSlug, doc: Record<string, unknown>): unknown =>
    collection === 'projects' ? doc.id : doc.project

  describe.each(COLLECTIONS)('of %s', (collection) => {
    it('never lists another project, whatever is asked', async () => {
      for (const where of widenings()) {
        // `project.title` means nothing to projects themselves; a query Payload refuses shows nothing either.
        const found = await payload()
          .find({
            collection,
            where,
            user: ada,
            overrideAccess: false,
            depth: 0,
            pagination: false,
            trash: true,
          })
          .catch((error: { status?: number }) => {
            expect(error.status).toBe(400)
            return { docs: [] }
          })
        const projects = found.docs
          .map((doc) => projectOf(collection, doc as unknown as Record<string, unknown>) ?? null)
          .filter((id) => id !== null)
        expect([...new Set(projects)].filter((id) => id !== mine.project.id)).toEqual([])
      }
    })

    it('lists one’s own', async () => {
      const { docs } = await payload().find({ collection, user: ada, overrideAccess: false, depth: 0 })
      expect(docs.length).toBeGreaterThan(0)
    })

    it('counts one’s own only', async () => {
      const counted = await payload().count({ collection, user: ada, overrideAccess: false })
      const listed = await payload().find({ collection, user: ada, overrideAccess: false, pagination: false })
      expect(counted.totalDocs).toBe(listed.docs.length)
    })

    it('shows nothing to somebody who is not signed in', async () => {
      expect(await isRefused(payload().find({ collection, overrideAccess: false, depth: 0 }))).toBe(true)
    })

    it('shows everything to an admin', async () => {
      const { docs } = await payload().find({
        collection,
        user: admin,
        overrideAccess: false,
        depth: 0,
        pagination: false,
      })
      const projects = new Set(
        docs.map((doc) => projectOf(collection, doc as unknown as Record<string, unknown>)),
      )
      expect([...projects]).toEqual(expect.arrayContaining([mine.project.id, theirs.project.id]))
    })
  })

  describe.each(Object.keys(SCOPED) as Scoped[])('to one document of %s', (collection) => {
    const idOf = (tree: ProjectTree): string => tree[SCOPED[collection]].id
    const common = () => ({ collection, user: ada, overrideAccess: false as const, depth: 0 })

    it('of another project is refused for every act', async () => {
      const id = idOf(theirs)
      expect(await isRefused(payload().findByID({ ...common(), id }))).toBe(true)
      expect(await isRefused(payload().update({ ...common(), id, data: {} }))).toBe(true)
      expect(
        await isRefused(payload().update({ ...common(), where: { id: { equals: id } }, data: {} })),
      ).toBe(true)
      expect(await isRefused(payload().delete({ ...common(), id }))).toBe(true)
      expect(await isRefused(payload().delete({ ...common(), where: { id: { equals: id } } }))).toBe(true)
      const still = await payload().count({ collection, where: { id: { equals: id } } })
      expect(still.totalDocs).toBe(1)
    })

    it('of a project one only views may be read and nothing else', async () => {
      if (collection === 'sessions') return
      const id = idOf(mine)
      const asViewer = { ...common(), user: viewer, id }
      expect(await isRefused(payload().findByID(asViewer))).toBe(false)
      expect(await isRefused(payload().update({ ...asViewer, data: {} }))).toBe(true)
      expect(await isRefused(payload().delete(asViewer))).toBe(true)
    })

    it('keeps versions of another project secret', async () => {
      if (!payload().collections[collection].config.versions) return
      const args = { ...common(), pagination: false } as const
      const all = await payload().findVersions({ ...args, overrideAccess: true })
      expect(all.docs.some(({ parent }) => parent === idOf(theirs))).toBe(true)
      const filters: Array<Where | undefined> = [
        undefined,
        { parent: { equals: idOf(theirs) } },
        { id: { exists: true } },
      ]
      for (const where of filters) {
        const seen = await payload().findVersions({ ...args, where })
        expect(seen.docs.filter(({ parent }) => parent === idOf(theirs))).toEqual([])
        if (!where) expect(seen.docs.some(({ parent }) => parent === idOf(mine))).toBe(true)
      }
      const foreign = all.docs.find(({ parent }) => parent === idOf(theirs))
      const id = foreign?.id as string
      expect(await isRefused(payload().findVersionByID({ ...common(), id }))).toBe(true)
      expect(await isRefused(payload().restoreVersion({ ...common(), id }))).toBe(true)
    })
  })

  describe('to make and move documents', () => {
    it('is refused in another project, directly and through a parent', async () => {
      const as = { user: ada, overrideAccess: false as const }
      const look = {
        order: 9,
        size: 'CU',
        angle: 'eye',
        movement: 'static',
        duration: 1,
        origin: 'human',
      } as const
      const scene = { sceneNumber: '9', heading: 'EXT. HILL', order: 9, status: 'pending' } as const
      const attempts = [
        () =>
          payload().create({
            collection: 'episodes',
            data: { project: theirs.project.id, episodeNumber: 9, title: 'Mine', status: 'draft' },
            ...as,
          }),
        () =>
          payload().create({ collection: 'scenes', data: { ...scene, episode: theirs.episode.id }, ...as }),
        // Claims one's own project, hangs on another's.
        () =>
          payload().create({
            collection: 'scenes',
            data: { ...scene, episode: theirs.episode.id, project: mine.project.id },
            ...as,
          }),
        () =>
          payload().create({
            collection: 'shots',
            data: { ...look, shotNumber: '9', scene: theirs.scene.id },
            ...as,
          }),
        () =>
          payload().create({
            collection: 'panels',
            data: { shot: theirs.shot.id, image: mine.media.id, origin: 'drawn', status: 'draft' },
            ...as,
          }),
        () =>
          payload().create({ collection: 'characters', data: { name: 'Spy', scope: 'organization' }, ...as }),
        () =>
          payload().create({ collection: 'tasks', data: { type: 'x', state: 'ready', priority: 0 }, ...as }),
      ]
      for (const [index, attempt] of attempts.entries())
        expect(await isRefused(attempt()), `attempt ${index}`).toBe(true)
    })

    it('is refused for a character of another project’s world', async () => {
      const create = payload().create({
        collection: 'characters',
        data: { name: 'Spy', scope: 'world', world: theirs.world.id },
        user: ada,
        overrideAccess: false,
      })
      expect(await isRefused(create)).toBe(true)
    })

    it('is refused where an update would make a character the organization’s', async () => {
      const update = payload().update({
        collection: 'characters',
        id: mine.character.id,
        data: { scope: 'organization' },
        user: ada,
        overrideAccess: false,
      })
      expect(await isRefused(update)).toBe(true)
    })

    it('is refused where an update would carry a document into another project', async () => {
      const as = { user: ada, overrideAccess: false as const, depth: 0 }
      const carry = async (
        collection: 'episodes' | 'locations' | 'media' | 'worlds' | 'voices',
        id: string,
        more = {},
      ) => {
        await payload()
          .update({ collection, id, data: { project: theirs.project.id, ...more } as never, ...as })
          .catch(() => undefined)
        const doc = await payload().findByID({ collection, id, depth: 0 })
        return (doc as { project?: unknown }).project
      }
      expect(await carry('episodes', mine.episode.id, { episodeNumber: 77 })).toBe(mine.project.id)
      expect(await carry('locations', mine.location.id)).toBe(mine.project.id)
      expect(await carry('worlds', mine.world.id)).toBe(mine.project.id)
      expect(await carry('voices', mine.voice.id)).toBe(mine.project.id)
      expect(await carry('media', mine.media.id)).toBe(mine.project.id)
    })

    it('is refused where it would point at something of another project', async () => {
      const as = { user: ada, overrideAccess: false as const, depth: 0 }
      const attempts = [
        () =>
          payload().update({
            collection: 'scenes',
            id: mine.scene.id,
            data: { location: theirs.location.id },
            ...as,
          }),
        () =>
          payload().update({
            collection: 'scenes',
            id: mine.scene.id,
            data: { characters: [theirs.character.id] },
            ...as,
          }),
        () =>
          payload().update({
            collection: 'panels',
            id: mine.panel.id,
            data: { image: theirs.media.id },
            ...as,
          }),
        () =>
          payload().update({
            collection: 'scenes',
            id: mine.scene.id,
            data: { episode: theirs.episode.id, sceneNumber: '77' },
            ...as,
          }),
        () =>
          payload().update({
            collection: 'shots',
            id: mine.shot.id,
            data: { scene: theirs.scene.id, shotNumber: '77' },
            ...as,
          }),
        () =>
          payload().update({
            collection: 'panels',
            id: mine.panel.id,
            data: { shot: theirs.shot.id, version: 77 },
            ...as,
          }),
      ]
      for (const [index, attempt] of attempts.entries())
        expect(await isRefused(attempt()), `attempt ${index}`).toBe(true)
    })

    it('lets people work in their own project', async () => {
      const as = { user: ada, overrideAccess: false as const, depth: 0 }
      const updated = await payload().update({
        collection: 'scenes',
        id: mine.scene.id,
        data: { mood: 'tense' },
        ...as,
      })
      expect(updated.mood).toBe('tense')
      const own = await payload().create({
        collection: 'projects',
        data: { title: unique('Own'), type: 'short', status: 'concept', createdBy: bob.id as string },
        ...as,
      })
      expect(own.createdBy).toBe(ada.id)
    })

    it('does not let an editor of a project change who belongs to it', async () => {
      const editor = (await createUser(payload(), 'editor')) as User
      const tree = await createProjectTree(payload(), bob.id as string)
      const members = [{ user: editor.id as string, role: 'editor' as const }]
      await payload().update({ collection: 'projects', id: tree.project.id, data: { members } })
      const as = { user: editor, overrideAccess: false as const, depth: 0 }
      const wrong = payload().update({
        collection: 'projects',
        id: tree.project.id,
        data: {
          logline: 'Better.',
          members: [{ user: editor.id as string, role: 'producer' }],
          createdBy: editor.id as string,
        },
        ...as,
      })
      await expect(wrong).rejects.toMatchObject({
        status: 403,
        message: 'You may not change members, createdBy. Nothing was saved.',
      })
      const data = { logline: 'Better.', members, createdBy: bob.id as string }
      const changed = await payload().update({ collection: 'projects', id: tree.project.id, data, ...as })
      expect(changed.logline).toBe('Better.')
      expect(changed.createdBy).toBe(bob.id)
      expect(changed.members?.map(({ role }) => role)).toEqual(['editor'])
      expect(await isRefused(payload().delete({ collection: 'projects', id: tree.project.id, ...as }))).toBe(
        true,
      )
    })
  })

  describe('to people', () => {
    it('does not let anybody raise their own role or read strangers', async () => {
      const editor = (await createUser(payload(), 'editor')) as User
      const as = { user: editor, overrideAccess: false as const, depth: 0 }
      const raised = payload().update({ collection: 'users', id: editor.id, data: { role: 'admin' }, ...as })
      expect(await isRefused(raised)).toBe(true)
      expect((await payload().findByID({ collection: 'users', id: editor.id })).role).toBe('editor')
      const { docs } = await payload().find({ collection: 'users', pagination: false, ...as })
      expect(docs.map((doc) => doc.id)).toEqual([editor.id])
      expect(
        await isRefused(payload().update({ collection: 'users', id: ada.id, data: { name: 'X' }, ...as })),
      ).toBe(true)
      const data = {
        name: 'New',
        email: 'new@example.org',
        password: 'long-enough-1',
        role: 'admin',
      } as const
      expect(await isRefused(payload().create({ collection: 'users', data, ...as }))).toBe(true)
    })

    it('hides other people’s conversations, also from their colleagues', async () => {
      const found = await payload().find({ collection: 'sessions', user: viewer, overrideAccess: false })
      expect(found.docs).toEqual([])
    })

    it('lets a picture of another project be neither read by its name nor through a document', async () => {
      const media = await createMedia(payload(), theirs.project.id)
      const found = await payload().find({
        collection: 'media',
        where: { filename: { equals: media.filename } },
        user: ada,
        overrideAccess: false,
      })
      expect(found.docs).toEqual([])
    })
  })
})

describeEngines('An earlier version', (booted) => {
  it('is restored by who may write in the project, and by nobody else', async () => {
    const { payload } = booted()
    const owner = await createUser(payload, 'producer')
    const outsider = await createUser(payload, 'producer')
    const viewer = await createUser(payload, 'viewer')
    const tree = await createProjectTree(payload, owner.id)
    await payload.update({
      collection: 'projects',
      id: tree.project.id,
      data: { members: [{ user: viewer.id as string, role: 'viewer' }] },
    })
    const place = { collection: 'locations', depth: 0 } as const
    const { id } = await payload.create({ ...place, data: { project: tree.project.id, name: 'Pier' } })
    await payload.update({ ...place, id, data: { name: 'Quay' } })
    const { docs } = await payload.findVersions({
      collection: 'locations',
      where: { and: [{ parent: { equals: id } }, { 'version.name': { equals: 'Pier' } }] },
    })
    const restore = (user: unknown) =>
      payload.restoreVersion({
        ...place,
        id: String(docs[0]?.id),
        overrideAccess: false,
        user: user as never,
      })
    // Who may not see it is told what they would be told of one that is not there.
    await expect(restore(outsider)).rejects.toMatchObject({ status: 404 })
    await expect(restore(viewer)).rejects.toMatchObject({ status: 403 })
    expect(await payload.findByID({ ...place, id })).toMatchObject({ name: 'Quay' })
    await restore(owner)
    expect(await payload.findByID({ ...place, id })).toMatchObject({ name: 'Pier', project: tree.project.id })
  })
})
