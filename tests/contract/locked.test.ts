import type { PayloadRequest } from 'payload'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createMedia, createProjectTree, createUser, unique } from './fixtures'

const conflict = { status: 409 }
const picture = async () => {
  const data = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#202020' } })
    .png()
    .toBuffer()
  return { name: `${unique('other')}.png`, data, mimetype: 'image/png', size: data.length }
}

describeEngines('What is locked or approved', (booted) => {
  const payload = () => booted().payload
  const now = () => new Date().toISOString()

  /** A tree whose panel has a picture of its own and a status. */
  const treeWith = async (status: 'approved' | 'locked') => {
    const tree = await createProjectTree(payload())
    const image = await createMedia(payload(), tree.project.id)
    const panel = await payload().update({
      collection: 'panels',
      id: tree.panel.id,
      data: { image: image.id, status },
      depth: 0,
    })
    return { ...tree, image, panel }
  }
  const panelOf = (id: string) => payload().findByID({ collection: 'panels', id, depth: 0 })

  it('keeps its picture: the file can be neither deleted nor replaced, but described', async () => {
    const { panel, image, project } = await treeWith('locked')
    await expect(payload().delete({ collection: 'media', id: image.id })).rejects.toMatchObject(conflict)
    const bulk = await payload().delete({ collection: 'media', where: { id: { equals: image.id } } })
    expect(bulk.errors).toHaveLength(1)
    const file = await picture()
    const replace = { collection: 'media' as const, data: {}, file }
    await expect(payload().update({ ...replace, id: image.id })).rejects.toMatchObject(conflict)
    await expect(
      payload().update({ ...replace, where: { project: { equals: project.id } } }),
    ).rejects.toMatchObject(conflict)
    expect(await panelOf(panel.id)).toMatchObject({ image: image.id, status: 'locked' })
    const stored = await payload().update({
      collection: 'media',
      id: image.id,
      data: { alt: 'Mara at the window' },
    })
    expect(stored).toMatchObject({ filename: image.filename, alt: 'Mara at the window' })
  })

  it('keeps its shot and its scene, also from the trash; the answer names it', async () => {
    const { panel, shot, scene } = await treeWith('locked')
    for (const [collection, id] of [
      ['shots', shot.id],
      ['scenes', scene.id],
    ] as const) {
      const named = { ...conflict, message: expect.stringContaining('scene 1, shot 1, version 1') }
      await expect(payload().delete({ collection, id })).rejects.toMatchObject(named)
      await expect(
        payload().update({ collection, id, data: { deletedAt: now() } as never }),
      ).rejects.toMatchObject(named)
      const bulk = await payload().delete({ collection, where: { id: { equals: id } } })
      expect(bulk.errors).toHaveLength(1)
    }
    expect(await panelOf(panel.id)).toMatchObject({ status: 'locked' })
  })

  it('goes with its whole episode or project: that is another decision', async () => {
    const { panel, episode } = await treeWith('locked')
    await payload().delete({ collection: 'episodes', id: episode.id })
    await expect(panelOf(panel.id)).rejects.toMatchObject({ status: 404 })
    const other = await treeWith('locked')
    await payload().delete({ collection: 'projects', id: other.project.id })
    await expect(panelOf(other.panel.id)).rejects.toMatchObject({ status: 404 })
  })

  it('is unlocked by itself: no other change comes along', async () => {
    const { panel } = await treeWith('locked')
    const update = (data: object) => payload().update({ collection: 'panels', id: panel.id, data, depth: 0 })
    await expect(update({ status: 'draft', notes: 'Darker.' })).rejects.toMatchObject(conflict)
    const kept = await panelOf(panel.id)
    expect([kept.status, kept.notes ?? null]).toEqual(['locked', null])
    // A form sends every field; those that are as they were change nothing.
    const { image, origin, notes, styleReference } = panel
    await update({ status: 'draft', image, origin, notes, styleReference })
    await update({ notes: 'Darker.' })
    expect(await panelOf(panel.id)).toMatchObject({ status: 'draft', notes: 'Darker.' })
  })

  it('is not drawn anew: the request is refused with the reason', async () => {
    const { panel } = await treeWith('locked')
    const { StoryboardService } = await import('@/database/services/StoryboardService')
    const service = new StoryboardService({ payload: payload() })
    await expect(service.redrawPanel(panel.id)).rejects.toMatchObject({
      ...conflict,
      message: expect.stringContaining('locked'),
    })
  })

  it('keeps its shot as it is where other shots are suggested: the suggestion is kept beside it', async () => {
    const { panel, scene, shot } = await treeWith('locked')
    await payload().db.updateOne({ collection: 'shots', id: shot.id, data: { origin: 'ai' } })
    const { writeSuggestedShots } = await import('@/database/services/shots/writeSuggestedShots')
    const suggest = async (shotNumber: string) =>
      writeSuggestedShots({
        payload: payload(),
        scene: await payload().findByID({ collection: 'scenes', id: scene.id, depth: 0 }),
        suggestions: [
          {
            shotNumber,
            size: 'CU',
            angle: 'low',
            movement: 'static',
            lens: 50,
            durationSeconds: 4,
            purpose: 'coverage',
            description: 'Another.',
            characters: [],
            lineIds: [],
            confidence: 0.5,
          } as never,
        ],
        characterId: () => null,
        sourceTaskId: (panel.sourceTask as string | null) ?? '',
        mode: 'all',
      })
    expect(await suggest('1')).toMatchObject({ kept: 1, updated: 0 })
    expect(await suggest('2')).toMatchObject({ created: 0, removed: 0 })
    expect(await payload().findByID({ collection: 'shots', id: shot.id, depth: 0 })).toMatchObject({
      size: shot.size,
      angle: shot.angle,
    })
    expect(await panelOf(panel.id)).toMatchObject({ status: 'locked', isStale: false })
  })

  it('goes back to review with another picture, and who did it is recorded', async () => {
    const user = (await createUser(payload(), 'admin')) as NonNullable<PayloadRequest['user']>
    const one = await treeWith('approved')
    const image = await createMedia(payload(), one.project.id)
    const { id } = one.panel
    await payload().update({ collection: 'panels', id, data: { notes: 'Good.' }, user })
    expect(await panelOf(id)).toMatchObject({ status: 'approved' })
    await payload().update({
      collection: 'panels',
      id,
      data: { image: image.id, status: 'approved' },
      user,
    })
    expect(await panelOf(id)).toMatchObject({ status: 'review', statusChangedBy: user.id })

    const two = await treeWith('approved')
    await payload().update({
      collection: 'media',
      id: two.image.id,
      data: {},
      file: await picture(),
      user,
    })
    expect(await panelOf(two.panel.id)).toMatchObject({ status: 'review', statusChangedBy: user.id })
  })
})
