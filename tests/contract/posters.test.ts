import { expect, it } from 'vitest'
import { StudioService } from '@/database/services/StudioService'
import { describeEngines } from './engines'
import { createMedia, createProjectTree, createShot, createUser } from './fixtures'

describeEngines('The picture of a project in the studio', (booted) => {
  const payload = () => booted().payload

  it('is of the first shot that is not in the trash', async () => {
    const admin = await createUser(payload(), 'admin')
    const { project, scene, shot } = await createProjectTree(payload())
    const [first, second] = await Promise.all([1, 2].map(() => createMedia(payload(), project.id)))
    const later = await createShot(payload(), scene.id, { shotNumber: '2', order: 2 })
    const draw = (shotId: string, image: string | undefined) =>
      payload().create({
        collection: 'panels',
        data: { shot: shotId, image: image as string, origin: 'ai', status: 'approved' },
      })
    await draw(shot.id, first?.id)
    await draw(later.id, second?.id)
    const poster = async () => {
      const { projects } = await new StudioService({ payload: payload(), user: admin as never }).overview()
      return projects.find((each) => each.project.id === project.id)?.posterUrl
    }
    const named = (media: { filename?: string | null } | undefined) =>
      expect.stringContaining(media?.filename?.replace(/\.png$/, '') ?? 'none')
    expect(await poster()).toEqual(named(first))
    await payload().update({
      collection: 'shots',
      id: shot.id,
      data: { deletedAt: new Date().toISOString() },
      user: admin,
    })
    expect(await poster()).toEqual(named(second))
  })
})
