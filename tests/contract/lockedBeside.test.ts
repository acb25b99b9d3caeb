import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createMedia, createShot } from './fixtures'
import { asAdmin } from './restApi'

describeEngines('A panel that is locked beside the deletion of its shot', (booted) => {
  const { payload, rest, patch, tree } = asAdmin(booted)

  it('is locked or gone, and nobody is told of a fault of the server', async () => {
    const { scene, project } = tree()
    const { id: image } = await createMedia(payload(), project.id)
    for (const wait of [0, 0, 5, 10, 20, 30, 40, 60, 80]) {
      const shot = await createShot(payload(), scene.id)
      const panel = await payload().create({
        collection: 'panels',
        data: { shot: shot.id, image, origin: 'drawn', status: 'approved' },
      })
      const later = <T>(work: () => Promise<T>) =>
        new Promise<void>((done) => setTimeout(done, wait)).then(work)
      const answers = await Promise.all([
        rest(`/shots/${shot.id}`, { method: 'DELETE' }),
        later(() => patch(`/panels/${panel.id}`, { status: 'locked' })),
      ])
      for (const { status, text } of answers)
        expect([200, 404, 409], `${wait}: ${status} ${text}`).toContain(status)
    }
  })
})
