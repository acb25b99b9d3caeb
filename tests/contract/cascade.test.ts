import type { CollectionSlug } from 'payload'
import { expect, it } from 'vitest'
import { type Booted, describeEngines } from './engines'
import { createProjectTree, createUser, type ProjectTree } from './fixtures'

/** Every collection of documents that belong to projects; events stay, they are the record of it. */
const PARTS: CollectionSlug[] = [
  'episodes',
  'scenes',
  'shots',
  'panels',
  'characters',
  'locations',
  'worlds',
  'voices',
  'media',
  'sessions',
  'tasks',
  'prompts-executed',
]

/** Collections, with the number of documents, in which something still names `id`. */
async function mentionsOf({ payload }: Booted, id: string): Promise<string[]> {
  const found: string[] = []
  for (const { slug } of payload.config.collections) {
    if (slug === 'events' || slug.startsWith('payload-')) continue
    const { docs } = await payload.find({
      collection: slug,
      depth: 0,
      pagination: false,
      trash: true,
      showHiddenFields: true,
    })
    const naming = docs.filter((doc) => JSON.stringify(doc).includes(id))
    if (naming.length > 0) found.push(`${slug}: ${naming.length}`)
  }
  return found
}

/** How many documents, and versions of documents, of a project there are in each collection. */
async function partsOf({ payload }: Booted, projectId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const collection of PARTS) {
    const where = { project: { equals: projectId } }
    const { totalDocs } = await payload.count({ collection, where, trash: true })
    if (totalDocs > 0) counts[collection] = totalDocs
    const { config } = payload.collections[collection]
    if (!config.versions) continue
    const versions = await payload.countVersions({
      collection,
      where: { 'version.project': { equals: projectId } },
    })
    if (versions.totalDocs > 0) counts[`${collection} (versions)`] = versions.totalDocs
  }
  return counts
}

const deletedEvent = async ({ payload }: Booted, type: string, entityId: string) => {
  const { docs } = await payload.find({
    collection: 'events',
    where: { and: [{ type: { equals: type } }, { entityId: { equals: entityId } }] },
    depth: 0,
  })
  expect(docs).toHaveLength(1)
  return docs[0]?.after as { removed?: Record<string, number> }
}

describeEngines('Deleting', (booted) => {
  const payload = () => booted().payload
  const tree = (owner?: string): Promise<ProjectTree> => createProjectTree(payload(), owner)
  const remove = (collection: CollectionSlug, id: string) => payload().delete({ collection, id })

  it('a project takes the characters of its worlds along', async () => {
    const { project, worldCharacter } = await tree()
    await remove('projects', project.id)
    expect(await mentionsOf(booted(), worldCharacter.id)).toEqual([])
  })

  it('a project takes everything of it along, says so, and leaves the next one alone', async () => {
    const owner = await createUser(payload(), 'producer')
    const [gone, stays] = [await tree(owner.id), await tree(owner.id)]
    const before = await partsOf(booted(), stays.project.id)
    expect(Object.keys(before)).toEqual(expect.arrayContaining(PARTS))
    await remove('projects', gone.project.id)
    expect(await partsOf(booted(), gone.project.id)).toEqual({})
    for (const doc of [gone.project, gone.scene, gone.media])
      expect(await mentionsOf(booted(), doc.id)).toEqual([])
    expect(await partsOf(booted(), stays.project.id)).toEqual(before)
    const { removed } = await deletedEvent(booted(), 'project.deleted', gone.project.id)
    expect(removed).toMatchObject({
      tasks: 1,
      panels: 1,
      shots: 1,
      scenes: 1,
      episodes: 1,
      sessions: 1,
      characters: expect.any(Number),
      locations: 1,
      worlds: 1,
      voices: 1,
      media: 1,
      'prompts-executed': 1,
    })
  })

  it('several projects in one request takes everything of each along', async () => {
    const [one, two] = [await tree(), await tree()]
    const ids = [one.project.id, two.project.id]
    const { docs, errors } = await payload().delete({ collection: 'projects', where: { id: { in: ids } } })
    expect(errors).toEqual([])
    expect(docs).toHaveLength(2)
    for (const id of ids) {
      expect(await partsOf(booted(), id)).toEqual({})
      const { removed } = await deletedEvent(booted(), 'project.deleted', id)
      expect(removed).toMatchObject({ panels: 1, shots: 1, scenes: 1, episodes: 1, media: 1 })
    }
  })

  it('an episode takes its scenes, shots, panels and tasks along, and the project counts again', async () => {
    const { project, episode, scene, shot, panel, taskId, media, character } = await tree()
    await remove('episodes', episode.id)
    expect(await partsOf(booted(), project.id)).toMatchObject({ characters: 1, media: 1, locations: 1 })
    for (const id of [episode.id, scene.id, shot.id, panel.id])
      expect(await mentionsOf(booted(), id)).toEqual([])
    const left = await payload().find({ collection: 'tasks', where: { id: { equals: taskId } } })
    expect(left.totalDocs).toBe(0)
    const stored = await payload().findByID({ collection: 'projects', id: project.id })
    expect(stored.episodesMade).toBe(0)
    expect(await mentionsOf(booted(), media.id)).not.toEqual([])
    expect(await mentionsOf(booted(), character.id)).not.toEqual([])
    const { removed } = await deletedEvent(booted(), 'episode.deleted', episode.id)
    expect(removed).toEqual({ tasks: 1, panels: 1, shots: 1, scenes: 1 })
  })

  it('a scene takes its shots and panels along, and the episode counts again', async () => {
    const { project, episode, scene, shot, panel } = await tree()
    await remove('scenes', scene.id)
    for (const id of [scene.id, shot.id, panel.id]) expect(await mentionsOf(booted(), id)).toEqual([])
    const { production } = await payload().findByID({ collection: 'episodes', id: episode.id })
    expect(production).toMatchObject({ sceneCount: 0, renderedCount: 0, percentage: 0 })
    expect(await partsOf(booted(), project.id)).toMatchObject({ episodes: 1, media: 1 })
  })

  it('several scenes in one request takes the shots and panels of each along, and says of each what went with it', async () => {
    const { project, episode, scene } = await tree()
    const second = await payload().create({
      collection: 'scenes',
      data: { episode: episode.id, sceneNumber: '2', heading: 'EXT. HILL', order: 2, status: 'pending' },
    })
    const look = {
      order: 1,
      size: 'CU',
      angle: 'eye',
      movement: 'static',
      duration: 1,
      origin: 'human',
    } as const
    await payload().create({ collection: 'shots', data: { ...look, scene: second.id, shotNumber: '1' } })
    await payload().create({ collection: 'shots', data: { ...look, scene: second.id, shotNumber: '2' } })
    await payload().delete({ collection: 'scenes', where: { id: { in: [scene.id, second.id] } } })
    const removedWith = async (id: string) => (await deletedEvent(booted(), 'scene.deleted', id)).removed
    expect(await removedWith(scene.id)).toEqual({ panels: 1, shots: 1 })
    expect(await removedWith(second.id)).toEqual({ shots: 2 })
    const left = await partsOf(booted(), project.id)
    expect(left).not.toHaveProperty('scenes')
    expect(left).not.toHaveProperty('shots')
    expect(left).not.toHaveProperty('panels')
    const { production } = await payload().findByID({ collection: 'episodes', id: episode.id })
    expect(production?.sceneCount).toBe(0)
  })

  it('a character, a place, a voice or a picture leaves nothing that points at it', async () => {
    const { scene, shot, character, location, voice, media, session, worldCharacter, world } = await tree()
    await remove('characters', character.id)
    await remove('locations', location.id)
    await remove('voices', voice.id)
    await remove('media', media.id)
    await remove('worlds', world.id)
    for (const id of [character.id, location.id, voice.id, media.id, world.id, worldCharacter.id])
      expect(await mentionsOf(booted(), id)).toEqual([])
    const stored = await payload().findByID({ collection: 'scenes', id: scene.id, depth: 0 })
    expect(stored.dialogueLines?.map((line) => line.text)).toEqual(['One.', 'Two.'])
    expect(stored.dialogueLines?.map((line) => line.id)).toEqual(scene.dialogueLines?.map((line) => line.id))
    const still = await payload().findByID({ collection: 'shots', id: shot.id, depth: 0 })
    expect(still.images ?? []).toEqual([])
    expect(
      (await payload().findByID({ collection: 'sessions', id: session.id, depth: 0 })).messages,
    ).toHaveLength(1)
  })

  it('a user leaves the projects and what they made', async () => {
    const [owner, guest] = [await createUser(payload(), 'producer'), await createUser(payload(), 'editor')]
    const { project, taskId } = await tree(owner.id)
    const members = [
      { user: guest.id, role: 'editor' as const },
      { user: owner.id, role: 'producer' as const },
    ]
    await payload().update({ collection: 'projects', id: project.id, data: { members } })
    await remove('users', guest.id)
    const stored = await payload().findByID({ collection: 'projects', id: project.id, depth: 0 })
    expect(stored.members?.map((entry) => entry.user)).toEqual([owner.id])
    await remove('users', owner.id)
    expect(await mentionsOf(booted(), owner.id)).toEqual([])
    expect(await mentionsOf(booted(), project.id)).not.toEqual([])
    const task = await payload().findByID({ collection: 'tasks', id: taskId, depth: 1 })
    expect(task.createdBy ?? null).toBeNull()
  })
})
