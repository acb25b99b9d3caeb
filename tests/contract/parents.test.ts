import type { Payload } from 'payload'
import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createProjectTree, createShot } from './fixtures'
import { asAdmin, graphqlOf, signedIn } from './restApi'

const sceneIn = (payload: Payload, episode: string, sceneNumber: string) =>
  payload.create({
    collection: 'scenes',
    data: { episode, sceneNumber, heading: 'EXT. QUAY - DUSK', order: 9, status: 'pending' },
    depth: 0,
  })

const episodeIn = (payload: Payload, project: string, episodeNumber: number) =>
  payload.create({
    collection: 'episodes',
    data: { project, episodeNumber, title: 'Another', status: 'draft' },
    depth: 0,
  })

describeEngines('What a document is part of', (booted) => {
  const { payload, rest, patch } = asAdmin(booted)

  /** A tree with a second episode, scene and shot of the same project. */
  async function twoOfEach() {
    const tree = await createProjectTree(payload())
    const episode = await episodeIn(payload(), tree.project.id, 2)
    const scene = await sceneIn(payload(), tree.episode.id, '2')
    const shot = await createShot(payload(), scene.id)
    const moves = [
      ['scenes', tree.scene.id, 'episode', episode.id],
      ['shots', tree.shot.id, 'scene', scene.id],
      ['panels', tree.panel.id, 'shot', shot.id],
    ] as const
    return { tree, episode, scene, shot, moves }
  }

  const parentOf = async (collection: 'scenes' | 'shots' | 'panels', id: string, field: string) => {
    const doc = await payload().findByID({ collection, id, depth: 0 })
    return (doc as unknown as Record<string, unknown>)[field]
  }

  it('is not changed by people, one by one, in bulk or by GraphQL; what stays is sent along', async () => {
    const { moves } = await twoOfEach()
    const { token } = await signedIn(payload())
    const graphql = graphqlOf(payload, () => booted().uri)
    const typeOf = { scenes: 'Scene', shots: 'Shot', panels: 'Panel' }
    for (const [collection, id, field, to] of moves) {
      const before = await parentOf(collection, id, field)
      const answers = [
        await patch(`/${collection}/${id}`, { [field]: to }),
        await patch(`/${collection}?where[id][equals]=${id}`, { [field]: to }),
      ]
      for (const { status, text } of answers) {
        expect([collection, status, text]).toEqual([collection, 400, expect.stringContaining(field)])
        expect(text).toMatch(/does not move to another/)
      }
      const mutation = `mutation { update${typeOf[collection]}(id: "${id}", data: { ${field}: "${to}" }) { id } }`
      const { error } = await graphql(mutation, token)
      expect(error).toMatch(/does not move to another/)
      expect(await parentOf(collection, id, field)).toBe(before)
      expect([collection, (await patch(`/${collection}/${id}`, { [field]: before })).status]).toEqual([
        collection,
        200,
      ])
    }
  })

  it('stays where an earlier version was part of something else, and the rest comes back', async () => {
    const { tree, scene } = await twoOfEach()
    const id = tree.shot.id
    await patch(`/shots/${id}`, { description: 'A kettle boils.' })
    await patch(`/shots/${id}`, { description: 'A kettle whistles.' })
    await createShot(payload(), scene.id, { shotNumber: '1' })
    await payload().update({
      collection: 'shots',
      id,
      data: { scene: scene.id, shotNumber: '7', order: 7 },
      context: { isGenerating: true },
    })
    const { docs } = await payload().findVersions({
      collection: 'shots',
      where: { and: [{ parent: { equals: id } }, { 'version.description': { equals: 'A kettle boils.' } }] },
      depth: 0,
    })
    const { status, text } = await rest(`/shots/versions/${docs[0]?.id}`, { method: 'POST' })
    expect([status, text]).toEqual([200, expect.anything()])
    expect(await payload().findByID({ collection: 'shots', id, depth: 0 })).toMatchObject({
      scene: scene.id,
      episode: tree.episode.id,
      description: 'A kettle boils.',
      shotNumber: '7',
      order: 7,
    })
  })

  it('can be deleted after a shot was moved out of it, which keeps its pictures and versions', async () => {
    const { tree, scene } = await twoOfEach()
    const id = tree.shot.id
    await patch(`/shots/${id}`, { description: 'A kettle boils.' })
    // As earlier releases moved: what hangs below still names the old one.
    const data = { scene: scene.id, shotNumber: '7' }
    await payload().update({ collection: 'shots', id, data, context: { isGenerating: true } })
    await payload().db.updateMany({
      collection: 'panels',
      where: { shot: { equals: id } },
      data: { scene: tree.scene.id },
    })
    const { status, text } = await rest(`/scenes/${tree.scene.id}`, { method: 'DELETE' })
    expect([status, text]).toEqual([200, expect.anything()])
    expect(await parentOf('shots', id, 'scene')).toBe(scene.id)
    expect(await parentOf('panels', tree.panel.id, 'scene')).toBe(scene.id)
    const { docs } = await payload().findVersions({ collection: 'shots', where: { parent: { equals: id } } })
    expect(docs.length).toBeGreaterThan(0)
    expect((await rest(`/shots/versions/${docs.at(-1)?.id}`, { method: 'POST' })).status).toBe(200)
  })

  it('can be deleted after a scene was moved out of it or into it', async () => {
    for (const gone of ['from', 'to'] as const) {
      const { tree, episode } = await twoOfEach()
      const id = tree.scene.id
      await patch(`/scenes/${id}`, { synopsis: 'Rain.' })
      const data = { episode: episode.id, sceneNumber: '200' }
      await payload().update({ collection: 'scenes', id, data, context: { isGenerating: true } })
      const deleted = gone === 'from' ? tree.episode.id : episode.id
      const { status, text } = await rest(`/episodes/${deleted}`, { method: 'DELETE' })
      expect([gone, status, text]).toEqual([gone, 200, expect.anything()])
      const left = await Promise.all(
        (['scenes', 'shots', 'panels'] as const).map((collection) =>
          payload().find({
            collection,
            where: {
              id: { equals: { scenes: id, shots: tree.shot.id, panels: tree.panel.id }[collection] },
            },
            depth: 0,
          }),
        ),
      )
      expect(left.map(({ docs }) => docs.map((doc) => doc.episode))).toEqual(
        gone === 'from' ? [[episode.id], [episode.id], [episode.id]] : [[], [], []],
      )
    }
  })
})
