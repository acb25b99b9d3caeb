import { expect, it } from 'vitest'
import type { Scene } from '@/payload-types'
import { describeEngines } from './engines'
import { bar, pier, scriptHelpers } from './scriptHelpers'

describeEngines('What nothing can work with', (booted) => {
  const payload = () => booted().payload
  const { drafts, read, scenesOf } = scriptHelpers(payload)
  const start = async () => {
    const { project, episodeId } = await read(bar + pier)
    const [scene] = (await scenesOf(episodeId)) as [Scene]
    return {
      project,
      episodeId,
      scene,
      person: scene.characters?.[0] as string,
      place: scene.location as string,
    }
  }
  const fields = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({ status: 400, code: 'validation-failed' })
    return (error as { problems: Array<{ field: string }> }).problems.map(({ field }) => field)
  }

  it.each([
    [[null], ['aliases.0']],
    [
      ['Ok', 3, {}, ' '],
      ['aliases.1', 'aliases.2', 'aliases.3'],
    ],
    ['Nan', ['aliases']],
    [[['Nan']], ['aliases.0']],
    [['Na\0n'], ['aliases.0']],
  ])('is refused as a list of names: %j', async (aliases, named) => {
    const { person, place } = await start()
    const data = { aliases } as never
    expect(await fields(payload().update({ collection: 'characters', id: person, data }))).toEqual(named)
    expect(await fields(payload().update({ collection: 'locations', id: place, data }))).toEqual(named)
  })

  it('is refused in a scene, by the name of each field', async () => {
    const { scene } = await start()
    const update = (data: object) =>
      fields(payload().update({ collection: 'scenes', id: scene.id, data: data as never }))
    expect(await update({ dialogueLines: 'x' })).toEqual(['dialogueLines'])
    expect(await update({ dialogueLines: ['x'] })).toEqual(['dialogueLines.0'])
    expect(await update({ heading: 'INT. BAR\0 - DAY', action: 'a\ud83d' })).toEqual(['action', 'heading'])
    expect(await update({ dialogueLines: [{ text: 'One\0 more.' }] })).toEqual(['dialogueLines.0.text'])
    expect(await update({ order: 1e300 })).toEqual(['order'])
  })

  it('does not stop the project where it is stored already, and can be mended', async () => {
    const { project, episodeId, person, place } = await start()
    for (const [collection, id] of [
      ['characters', person],
      ['locations', place],
    ] as const) {
      const doc = (await payload().findByID({ collection, id, depth: 0, joins: false })) as object
      await payload()
        .db.updateOne({ collection, id, data: { ...doc, aliases: [null] } })
        .catch(() => undefined)
    }
    const { episodeId: again } = await read(bar.replace('One', 'Two') + pier, { project, episodeId })
    expect(again).toBe(episodeId)
    const service = await drafts()
    const { id } = await service.propose(episodeId, { text: bar + pier })
    await service.apply(id as string)
    await payload().update({ collection: 'characters', id: person, data: { aliases: ['Nan'] } })
    await payload().update({ collection: 'locations', id: place, data: { aliases: ['Pub'] } })
  })

  it('is refused as the text of a script', async () => {
    const { episodeId } = await start()
    await expect(
      (await drafts()).propose(episodeId, { text: bar.replace('One', 'On\0e') }),
    ).rejects.toMatchObject({
      status: 422,
    })
  })

  it('is refused where it has more lines than any script, by its field, as an import refuses it', async () => {
    const { project, episodeId } = await start()
    const text = `INT. BAR - DAY\n\n${'x\n'.repeat(600_000)}`
    const data = { project, title: 'Endless', episodeNumber: 61, script: { text } }
    expect(await fields(payload().create({ collection: 'episodes', data: data as never }))).toEqual([
      'script.text',
    ])
    await expect((await drafts()).propose(episodeId, { text })).rejects.toMatchObject({ status: 422 })
  })

  it.each([[{ a: 1 }], [['INT. BAR - DAY']]])('is refused for a text: %j', async (text) => {
    const { project } = await start()
    const data = { project, title: 'Objects', episodeNumber: 60, script: { text } }
    expect(await fields(payload().create({ collection: 'episodes', data: data as never }))).toEqual([
      'script.text',
    ])
  })
})
