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
    const addShot = async (
      shotNumber: string,
      order: number,
      sceneId: string,
      ...states: Panel['status'][]
    ) => {
      const shot = await payload().create({
        collection: 'shots',
        data: {
          scene: sceneId,
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
    await addShot('20', 20, scene.id, 'review', 'review')
    await addShot('21', 21, scene.id, 'approved', 'review')
    await addShot('22', 22, scene.id)
    const gone = await addShot('23', 23, scene.id, 'review')
    await payload().update({
      collection: 'shots',
      id: gone.id,
      data: { deletedAt: new Date().toISOString() } as never,
    })
    const other = await payload().create({
      collection: 'scenes',
      data: { episode: episode.id, sceneNumber: '77', heading: 'EXT. HARBOUR - DAWN', order: 77 } as never,
    })
    await addShot('24', 24, other.id, 'approved')
    await addShot('25', 25, other.id, 'review')
    await payload().update({
      collection: 'scenes',
      id: other.id,
      data: { deletedAt: new Date().toISOString() } as never,
    })
    const service = new StoryboardService({ payload: payload() })
    const counted = { shots: 4, drawn: 3, inReview: 1, approved: 1 }
    expect(await service.panelStages({ project: project.id })).toEqual(counted)
    expect(await service.panelStages({ episode: episode.id })).toEqual(counted)
    const board = await service.board(episode.id)
    expect(board?.totals).toMatchObject({ panels: 3, panelsInReview: 1, panelsApproved: 1 })
    const { StudioService } = await import('@/database/services/StudioService')
    // The first user of a studio is its admin.
    const admin = await createUser(payload(), 'admin')
    const { projects } = await new StudioService({ payload: payload(), user: admin as never }).overview()
    expect(projects.find((each) => each.project.id === project.id)?.panels).toEqual(counted)
    const stranger = await createUser(payload(), 'producer')
    const theirs = new StoryboardService({ payload: payload(), user: stranger as never })
    expect(await theirs.panelStages({ project: project.id })).toMatchObject({ shots: 0, drawn: 0 })
  })
})
