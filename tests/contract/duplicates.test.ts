import { beforeAll, expect, it } from 'vitest'
import { collections } from '@/collections/registry'
import { describeEngines } from './engines'
import { createProjectTree, type ProjectTree, unique } from './fixtures'
import { graphqlOf, restOf, signedIn } from './restApi'

const DUPLICABLE = ['characters', 'locations', 'worlds', 'voices', 'media'] as const
/** What GraphQL wants to be told of one of these, whether it is another or not. */
const MUTATIONS = {
  characters: () => `duplicateCharacter(id: $id, data: { name: "${unique('Twin')}", scope: project })`,
  locations: (project: string) =>
    `duplicateLocation(id: $id, data: { name: "${unique('Twin')}", project: "${project}" })`,
  worlds: (project: string) =>
    `duplicateWorld(id: $id, data: { name: "${unique('Twin')}", project: "${project}" })`,
  voices: () =>
    `duplicateVoice(id: $id, data: { name: "${unique('Twin')}", provider: "local", providerVoiceId: "en" })`,
} as const

describeEngines('A duplicate', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)
  /** A producer who may only look at this project, and has one of their own. */
  let looker: string
  let own: ProjectTree
  let seen: ProjectTree
  let owner: string
  let worker: string

  beforeAll(async () => {
    await signedIn(payload())
    const boss = await signedIn(payload(), 'producer')
    const guest = await signedIn(payload(), 'producer')
    owner = boss.token
    looker = guest.token
    worker = (await signedIn(payload(), 'worker')).token
    seen = await createProjectTree(payload(), boss.user.id)
    own = await createProjectTree(payload(), guest.user.id)
    await payload().update({
      collection: 'projects',
      id: seen.project.id,
      data: { members: [{ user: guest.user.id, role: 'viewer' }] },
    })
  })

  const count = async (collection: (typeof DUPLICABLE)[number]) =>
    // Without a condition MongoDB answers with an estimate.
    (await payload().count({ collection, where: { id: { exists: true } } })).totalDocs
  const idsOf = (tree: ProjectTree) => ({
    characters: [tree.character.id, tree.worldCharacter.id],
    locations: [tree.location.id],
    worlds: [tree.world.id],
    voices: [tree.voice.id],
    media: [tree.media.id],
  })
  const duplicate = (token: string, collection: string, id: string, json?: object) =>
    rest(`/${collection}/${id}/duplicate`, { method: 'POST', token, ...(json && { json }) })
  const byGraphql = (token: string, collection: keyof typeof MUTATIONS, id: string, project: string) =>
    graphql(`mutation { ${MUTATIONS[collection](project).replace('$id', `"${id}"`)} { id } }`, token)

  it.each(DUPLICABLE)('is refused to who may only look, like one that is created: %s', async (collection) => {
    const before = await count(collection)
    for (const id of idsOf(seen)[collection]) {
      // Of a world it is said which.
      const refused = id === seen.worldCharacter.id ? 400 : 403
      expect((await duplicate(looker, collection, id)).status).toBe(refused)
      const { status } = await duplicate(looker, collection, id, { name: unique('Twin') })
      expect(status).toBe(collection === 'media' ? 400 : refused)
      if (collection === 'media' || id === seen.worldCharacter.id) continue
      expect((await byGraphql(looker, collection, id, seen.project.id)).error).toMatch(
        /not allowed|may not|may write/,
      )
    }
    expect(await count(collection)).toBe(before)
  })

  it.each(DUPLICABLE)('is made by who may create: %s', async (collection) => {
    for (const id of idsOf(seen)[collection]) {
      const { status, text, body } = await duplicate(owner, collection, id)
      expect([status, text]).toEqual([200, expect.anything()])
      expect(body.doc.id).not.toBe(id)
    }
    if (collection === 'media') return
    const [first] = idsOf(seen)[collection] as [string]
    expect((await byGraphql(owner, collection, first, seen.project.id)).error).toBeNull()
  })

  it.each(DUPLICABLE)(
    'is not made in another project without the right to create there: %s',
    async (collection) => {
      const before = await count(collection)
      const [mine] = idsOf(own)[collection] as [string]
      for (const project of [seen.project.id, 'nope', own.episode.id]) {
        const { status } = await duplicate(looker, collection, mine, { project, name: unique('Twin') })
        expect([project, status]).toEqual([project, collection === 'media' ? 400 : 403])
      }
      // Where the right is there, and the file would stay where it is.
      if (collection === 'media')
        expect((await duplicate(looker, collection, seen.media.id, { project: own.project.id })).status).toBe(
          400,
        )
      expect(
        (await duplicate(looker, collection, idsOf(seen)[collection][0] as string, { project: null })).status,
      ).toBeGreaterThanOrEqual(400)
      expect(await count(collection)).toBe(before)
    },
  )

  it('takes along nothing of its project into another one', async () => {
    const into = { project: own.project.id, name: unique('Twin') }
    for (const [collection, id, field] of [
      ['characters', seen.character.id, 'visualDesign'],
      ['locations', seen.location.id, 'world'],
    ] as const) {
      const { status, text } = await duplicate(worker, collection, id, into)
      expect([status, text]).toEqual([400, expect.stringContaining(field)])
    }
    // Nor a character of a world into that of another project.
    const { status } = await duplicate(looker, 'characters', own.worldCharacter.id, {
      name: unique('Twin'),
      world: seen.world.id,
    })
    expect(status).toBe(400)
  })

  it('of the organization’s and the studio’s is for admins', async () => {
    const host = await payload().create({
      collection: 'characters',
      data: { name: unique('Host'), scope: 'organization' },
    })
    const voice = await payload().create({
      collection: 'voices',
      data: { name: unique('Voice'), provider: 'local', providerVoiceId: 'en', language: 'en-gb' },
    })
    expect((await duplicate(owner, 'characters', host.id)).status).toBe(403)
    expect((await duplicate(owner, 'voices', voice.id)).status).toBe(403)
    const mine = await duplicate(owner, 'voices', voice.id, { project: seen.project.id })
    expect([mine.status, mine.body.doc.project?.id ?? mine.body.doc.project]).toEqual([200, seen.project.id])
  })

  it('is made of nothing that is there once', async () => {
    const others = collections
      .map(({ slug }) => slug)
      .filter((slug) => ![...DUPLICABLE, 'prompt-templates'].includes(slug as never))
    expect(others.length).toBeGreaterThan(8)
    const known: Record<string, string> = {
      projects: seen.project.id,
      episodes: seen.episode.id,
      scenes: seen.scene.id,
      shots: seen.shot.id,
      panels: seen.panel.id,
      sessions: seen.session.id,
      tasks: seen.taskId,
      'prompts-executed': seen.call.id,
    }
    for (const slug of others) {
      const { status } = await duplicate(owner, slug, known[slug] ?? seen.project.id)
      expect([slug, status]).toEqual([slug, 404])
    }
    const { error } = await graphql(`mutation { duplicateShot(id: "${seen.shot.id}") { id } }`, owner)
    expect(error).toContain('Cannot query field')
  })
})
