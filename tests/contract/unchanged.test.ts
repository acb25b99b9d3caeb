import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createShot } from './fixtures'
import { asAdmin } from './restApi'

describeEngines('A change', (booted) => {
  const { payload, rest, patch, tree } = asAdmin(booted)
  let project: string

  beforeAll(() => {
    project = tree().project.id
  })

  const eventsOf = async (id: string) => {
    const { docs } = await payload().find({
      collection: 'events',
      where: { entityId: { equals: id } },
      sort: '-sequence',
      pagination: false,
      depth: 0,
    })
    return docs
  }
  const suggested = async () => {
    const { id } = await payload().create({
      collection: 'shots',
      data: {
        ...(await createShotData()),
        dialogueLineIds: tree().scene.dialogueLines?.map((line) => String(line.id)) ?? [],
      } as never,
      context: { isGenerating: true },
    })
    return String(id)
  }
  const createShotData = async () => {
    const { id, title, createdAt, updatedAt, panels, ...data } = await createShot(
      payload(),
      tree().scene.id,
      {
        characters: [tree().character.id],
        images: [tree().media.id],
      },
    )
    await payload().delete({ collection: 'shots', id })
    return {
      ...data,
      scene: tree().scene.id,
      episode: tree().episode.id,
      project,
      characters: [tree().character.id],
    }
  }
  const originOf = async (id: string) =>
    (await payload().findByID({ collection: 'shots', id, depth: 0 })).origin

  it('of a suggested shot that says what is there makes it nobody’s', async () => {
    const id = await suggested()
    expect(await originOf(id)).toBe('ai')
    const whole = async (depth: number) => (await rest(`/shots/${id}?depth=${depth}`)).body
    const { size, description, characters } = await whole(0)
    for (const json of [{}, { size }, { description, characters }, await whole(0), await whole(1)]) {
      expect((await patch(`/shots/${id}`, json)).status).toBe(200)
      expect(await originOf(id)).toBe('ai')
    }
    expect((await patch(`/shots?where[id][equals]=${id}`, { size })).status).toBe(200)
    expect(await originOf(id)).toBe('ai')
    expect((await patch(`/shots/${id}`, { size: 'CU' })).status).toBe(200)
    expect(await originOf(id)).toBe('human')
  })

  it('says in the log what it changed, and nothing else', async () => {
    const changes = {
      projects: [project, { logline: 'Another one.' }],
      scenes: [tree().scene.id, { synopsis: 'Another one.' }],
      media: [tree().media.id, { alt: 'Another one.' }],
      characters: [tree().character.id, { backstory: 'Another one.' }],
    } as const
    for (const [slug, [id, change]] of Object.entries(changes))
      for (const query of ['', '?select[updatedAt]=true', '?depth=2&populate[users][name]=true']) {
        const json = Object.fromEntries(Object.entries(change).map(([key, text]) => [key, text + query]))
        const { status, text } = await patch(`/${slug}/${id}${query}`, json)
        expect([status, slug], text).toEqual([200, slug])
        const [latest] = await eventsOf(id)
        expect([slug, query, latest?.action, latest?.after]).toEqual([slug, query, 'updated', json])
        expect(Object.keys(latest?.before ?? {}).filter((key) => !(key in json))).toEqual([])
      }
  })
})
