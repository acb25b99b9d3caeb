import fs from 'node:fs'
import type { PayloadRequest } from 'payload'
import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createMedia, createProjectTree, createUser } from './fixtures'

describeEngines('The version of a panel that is shown', (booted) => {
  const payload = () => booted().payload
  const service = async () => {
    const { StoryboardService } = await import('@/database/services/StoryboardService')
    return new StoryboardService({ payload: payload() })
  }
  const shownOn = async (episodeId: string) => {
    const board = await (await service()).board(episodeId)
    const shot = board?.scenes[0]?.shots[0]
    const news = shot?.panels.find(({ id }) => id === shot.newerPanelId)
    return { shown: shot?.panel?.version, beside: news?.version ?? null }
  }

  async function shotWithOne() {
    const tree = await createProjectTree(payload())
    const user = (await createUser(payload(), 'admin')) as NonNullable<PayloadRequest['user']>
    const image = async () => (await createMedia(payload(), tree.project.id)).id
    const upload = async (data: object = {}) =>
      payload().create({
        collection: 'panels',
        data: { shot: tree.shot.id, image: await image(), ...data } as never,
        user,
        depth: 0,
      })
    const { addGeneratedPanel } = await import('@/database/services/panels/generatedPanels')
    const generate = async () =>
      addGeneratedPanel({
        payload: payload(),
        shot: tree.shot,
        imageId: await image(),
        confidence: null,
        taskId: tree.taskId,
      })
    return { ...tree, user, image, upload, generate, look: () => shownOn(tree.episode.id) }
  }

  it('is the one that a person uploaded, whatever is generated beside it', async () => {
    const { upload, generate, look } = await shotWithOne()
    await generate()
    expect(await look()).toEqual({ shown: 2, beside: null })
    await upload({ origin: 'drawn' })
    expect(await look()).toEqual({ shown: 3, beside: null })
    await generate()
    await generate()
    expect(await look()).toEqual({ shown: 3, beside: 5 })
    await upload({ origin: 'ai' })
    expect(await look()).toEqual({ shown: 6, beside: null })
  })

  it('is the one that a person approved or chose last; withdrawing an approval changes no picture', async () => {
    const { panel, generate, upload, look } = await shotWithOne()
    const board = await service()
    const second = await generate()
    await board.setPanelStatus(panel.id, 'approved')
    expect(await look()).toEqual({ shown: 1, beside: null })
    await generate()
    expect(await look()).toEqual({ shown: 1, beside: 3 })
    // A proposal beside what is approved.
    await upload({ origin: 'drawn' })
    expect(await look()).toEqual({ shown: 1, beside: 4 })
    expect(await board.choosePanel(second.id)).toMatchObject({ version: 2, chosenAt: expect.any(String) })
    expect(await look()).toEqual({ shown: 2, beside: null })
    await board.setPanelStatus(panel.id, 'draft')
    expect((await look()).shown).toBe(2)
    await board.setPanelStatus(panel.id, 'approved')
    expect((await look()).shown).toBe(1)
    await board.setPanelStatus(panel.id, 'review')
    expect((await look()).shown).toBe(1)
  })

  it('is one in which a person replaced the picture', async () => {
    const { panel, generate, image, user, look } = await shotWithOne()
    await generate()
    await payload().update({ collection: 'panels', id: panel.id, data: { notes: 'Darker.' }, user })
    expect((await look()).shown).toBe(2)
    await payload().update({ collection: 'panels', id: panel.id, data: { image: await image() }, user })
    expect((await look()).shown).toBe(1)
    await generate()
    expect(await look()).toEqual({ shown: 1, beside: 3 })
  })

  it('is one whose file a person replaced, which no provider made any more', async () => {
    const { generate, user, look } = await shotWithOne()
    const second = await generate()
    const image = second.image as string
    await payload().update({
      collection: 'media',
      id: image,
      data: { provenance: { provider: 'local', model: 'm', seed: 7 } },
    })
    await payload().update({ collection: 'media', id: image, data: { alt: 'Described.' }, user })
    await generate()
    expect(await look()).toEqual({ shown: 3, beside: null })
    const data = fs.readFileSync('docs/images/panel.png')
    const media = await payload().update({
      collection: 'media',
      id: image,
      data: {},
      file: { name: 'own.png', data, mimetype: 'image/png', size: data.length },
      user,
    })
    expect(media.provenance?.provider ?? null).toBeNull()
    expect(await look()).toEqual({ shown: 2, beside: null })
    await generate()
    expect(await look()).toEqual({ shown: 2, beside: 4 })
  })

  it('is the locked one: another can be neither drawn nor chosen', async () => {
    const { panel, generate, look } = await shotWithOne()
    const second = await generate()
    const board = await service()
    await board.setPanelStatus(panel.id, 'locked')
    await expect(board.choosePanel(second.id)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('Version 1'),
    })
    expect(await board.choosePanel(panel.id)).toMatchObject({ status: 'locked' })
    expect((await look()).shown).toBe(1)
  })

  it('keeps its shot where a machine would have none any more', async () => {
    const { scene, shot, upload } = await shotWithOne()
    await payload().db.updateOne({ collection: 'shots', id: shot.id, data: { origin: 'ai' } })
    const { writeSuggestedShots } = await import('@/database/services/shots/writeSuggestedShots')
    const suggestNone = async () =>
      writeSuggestedShots({
        payload: payload(),
        scene: await payload().findByID({ collection: 'scenes', id: scene.id, depth: 0 }),
        suggestions: [],
        characterId: () => null,
        sourceTaskId: '',
        mode: 'all',
      })
    await upload({ origin: 'drawn' })
    expect(await suggestNone()).toMatchObject({ removed: 0 })
    await payload().delete({
      collection: 'panels',
      where: { and: [{ shot: { equals: shot.id } }, { version: { greater_than: 1 } }] },
    })
    expect(await suggestNone()).toMatchObject({ removed: 1 })
  })

  it('is chosen by those who may change the project, and by nobody’s typing', async () => {
    const { panel, generate, user, look } = await shotWithOne()
    const viewer = (await createUser(payload(), 'viewer')) as NonNullable<PayloadRequest['user']>
    const { StoryboardService } = await import('@/database/services/StoryboardService')
    const asViewer = new StoryboardService({ payload: payload(), user: viewer })
    await expect(asViewer.choosePanel(panel.id)).rejects.toMatchObject({ status: 404 })
    await generate()
    const chosenAt = '2001-01-01T00:00:00.000Z'
    await payload().update({ collection: 'panels', id: panel.id, data: { chosenAt }, user })
    expect((await look()).shown).toBe(1)
    const stored = await payload().findByID({ collection: 'panels', id: panel.id, depth: 0 })
    expect(stored.chosenAt).not.toBe(chosenAt)
  })
})
