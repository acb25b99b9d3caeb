import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createShot } from './fixtures'
import { asAdmin } from './restApi'

describeEngines('How long a shot is', (booted) => {
  const { payload, patch, api, tree } = asAdmin(booted)

  it('has a limit, and so has the film', async () => {
    const { shot, scene, episode } = tree()
    for (const duration of [3601, 1e9]) {
      const { status, text } = await patch(`/shots/${shot.id}`, { duration })
      expect([status, text]).toEqual([400, expect.stringContaining('duration')])
    }
    expect((await patch(`/shots/${shot.id}`, { duration: 3600 })).status).toBe(200)
    const { ShotService } = await import('@/database/services/ShotService')
    const service = new ShotService({ payload: payload() })
    await expect(service.update(shot.id, { duration: 5000 })).rejects.toMatchObject({ status: 400 })
    const long = await createShot(payload(), scene.id)
    await payload().db.updateOne({ collection: 'shots', id: long.id, data: { duration: 1e9 } })
    const answer = await api(`/episodes/${episode.id}/exports/animatic`)
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringMatching(/at most 12/)])
  })
})
