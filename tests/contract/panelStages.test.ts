import { expect, it } from 'vitest'
import type { Panel } from '@/payload-types'
import { describeEngines } from './engines'
import { createMedia, createProjectTree, createUser } from './fixtures'

describeEngines('How far panels are', (booted) => {
  const payload = () => booted().payload

  it('counts each shot once, by the best of its versions, of what the user may see', async () => {
    const { StoryboardService } = await import('@/database/services/StoryboardService')
    const { project, episode, scene, panel } = await createProjectTree(payload())
    const image = await createMedia(payload(), project.id)
    const addShot = async (shotNumber: string, order: number, ...states: Panel['status'][]) => {
      const shot = await payload().create({
        collection: 'shots',
        data: {
          scene: scene.id,
          shotNumber,
          order,
          size: 'MS',
          angle: 'eye',
          movement: 'static',
          duration: 2,
        } as never,
      })
      for (const status of states) {
        await payload().create({
          collection: 'panels',
          data: { shot: shot.id, image: image.id, status, origin: 'drawn' } as never,
        })
      }
      return shot
    }
    await payload().update({ collection: 'panels', id: panel.id, data: { status: 'draft' } })
    await addShot('20', 20, 'review', 'review')
    await addShot('21', 21, 'approved', 'review')
    await addShot('22', 22)
    const gone = await addShot('23', 23, 'review')
    await payload().update({
      collection: 'shots',
      id: gone.id,
      data: { deletedAt: new Date().toISOString() } as never,
    })
    const service = new StoryboardService({ payload: payload() })
    const counted = { shots: 4, drawn: 3, inReview: 1, approved: 1 }
    expect(await service.panelStages({ project: project.id })).toEqual(counted)
    expect(await service.panelStages({ episode: episode.id })).toEqual(counted)
    const board = await service.board(episode.id)
    expect(board?.totals).toMatchObject({ panels: 3, panelsInReview: 1, panelsApproved: 1 })
    // The first user of a studio is its admin.
    await createUser(payload(), 'admin')
    const stranger = await createUser(payload(), 'producer')
    const theirs = new StoryboardService({ payload: payload(), user: stranger as never })
    expect(await theirs.panelStages({ project: project.id })).toMatchObject({ shots: 0, drawn: 0 })
  })
})
