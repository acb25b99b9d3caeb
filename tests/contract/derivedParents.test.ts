import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { asAdmin } from './restApi'

describeEngines('What follows from a parent', (booted) => {
  const { payload, rest, tree } = asAdmin(booted)

  const post = (data: object) =>
    rest('/shots?depth=0', {
      method: 'POST',
      body: JSON.stringify({ scene: tree().scene.id, size: 'MS', duration: 4, ...data }),
      headers: { 'content-type': 'application/json' },
    })

  it('may be said with it, as it is', async () => {
    const said = { project: tree().project.id, episode: tree().episode.id }
    const { status, body } = await post({ ...said, shotNumber: '71', order: 71 })
    expect([status, body.doc]).toEqual([201, expect.objectContaining(said)])
  })

  it('is refused by name where it is said to be another, and nothing is written', async () => {
    const other = await payload().create({
      collection: 'episodes',
      data: { title: 'Another', project: tree().project.id, episodeNumber: 72 } as never,
    })
    const { status, text } = await post({ episode: other.id, shotNumber: '72', order: 72 })
    expect([status, text]).toEqual([400, expect.stringContaining('episode is that of its scene')])
    const where = { shotNumber: { equals: '72' } }
    expect((await payload().count({ collection: 'shots', where })).totalDocs).toBe(0)
  })
})
