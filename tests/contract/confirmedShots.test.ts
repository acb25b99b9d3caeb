import { expect, it } from 'vitest'
import type { Shot } from '@/payload-types'
import { coverageHelpers } from './coverageHelpers'
import { describeEngines } from './engines'
import { createMedia, createUser } from './fixtures'
import { block, scriptHelpers } from './scriptHelpers'

const forge = block('INT. FORGE - DAY', 'Edda hammers a hinge.\n\nSparks fall into the straw.', [
  'EDDA',
  'Once more.',
])
const dock = block('EXT. DOCK - NIGHT', 'A rope slips.', ['EDDA', 'Hold on.'])

describeEngines('Shots that people have made theirs', (booted) => {
  const payload = () => booted().payload
  const { read } = scriptHelpers(payload)
  const { suggest, board } = coverageHelpers(payload)
  const admin = async () => (await createUser(payload(), 'admin')) as never
  const sceneOf = async (episodeId: string, number: string) => {
    const found = (await board(episodeId)).scenes.find(({ sceneNumber }) => sceneNumber === number)
    if (!found) throw new Error(`There is no scene ${number}.`)
    return found
  }
  const stored = (id: string): Promise<Shot> => payload().findByID({ collection: 'shots', id, depth: 0 })
  const confirm = async (id: string, user: unknown) => {
    const { ShotService } = await import('@/database/services/ShotService')
    return new ShotService({ payload: payload(), user: user as never }).confirm(id)
  }

  /** A script whose shot of the sparks a person has described otherwise. */
  const described = async () => {
    const { project, episodeId } = await read(forge + dock)
    await suggest(episodeId)
    const sparks = (await sceneOf(episodeId, '1')).shots.find(({ description }) =>
      description.includes('Sparks'),
    )
    const id = sparks?.id as string
    const user = await admin()
    await payload().update({
      collection: 'shots',
      id,
      data: { description: 'Embers, very close.', actionShown: [] },
      user,
    })
    return { project, episodeId, id, user }
  }

  it('are marked when what they were suggested from leaves the page, and nothing of them is changed', async () => {
    const { project, episodeId, id, user } = await described()
    expect((await sceneOf(episodeId, '1')).coverage.reasons).toEqual([])
    const shots = (await sceneOf(episodeId, '1')).shots.map((shot) => shot.id)
    const text = (forge + dock).replace('Sparks fall into the straw.\n\n', '')
    await read(text, { project, episodeId })
    const marked = (await sceneOf(episodeId, '1')).coverage
    expect(marked).toMatchObject({
      isOutOfDate: false,
      shotsWithWordsGone: [
        { shotId: id, isAll: true, isPeoples: true, action: ['Sparks fall into the straw.'], lines: 0 },
      ],
    })
    for (const mode of ['missing', 'all'] as const) {
      await suggest(episodeId, mode)
      const scene = await sceneOf(episodeId, '1')
      expect(scene.shots.map((shot) => shot.id).sort()).toEqual([...shots].sort())
      expect(scene.shots).toContainEqual(expect.objectContaining({ id, description: 'Embers, very close.' }))
      expect(scene.coverage.shotsWithWordsGone.map(({ shotId }) => shotId)).toEqual([id])
    }
    await confirm(id, user)
    const { coverage } = await sceneOf(episodeId, '1')
    expect(coverage).toMatchObject({ reasons: [], shotsWithWordsGone: [] })
    expect(await stored(id)).toMatchObject({ description: 'Embers, very close.', origin: 'human' })
    // It is not suggested again because of that.
    const { shots: before } = await sceneOf(episodeId, '1')
    await suggest(episodeId)
    expect((await sceneOf(episodeId, '1')).shots).toEqual(before)
  })

  it('are right as they are where somebody says so, with the picture in use, also a locked one', async () => {
    const { project, episodeId, id, user } = await described()
    const panels: string[] = []
    for (const status of ['approved', 'review'] as const) {
      const image = (await createMedia(payload(), project)).id
      const data = { shot: id, image, status, origin: 'ai' } as never
      panels.push((await payload().create({ collection: 'panels', data })).id)
    }
    const [first] = panels as [string, string]
    await payload().update({ collection: 'panels', id: first, data: { status: 'locked' }, user })
    await read((forge + dock).replace('FORGE - DAY', 'FORGE - NIGHT'), { project, episodeId })
    const shotOf = async () => (await sceneOf(episodeId, '1')).shots.find((shot) => shot.id === id)
    expect(await shotOf()).toMatchObject({ panel: { id: first, isStale: true, status: 'locked' } })
    await confirm(id, user)
    expect(await shotOf()).toMatchObject({
      panel: { id: first, isStale: false, staleReason: null, status: 'locked' },
      newerPanelId: null,
    })
    const { shotsToDraw } = await import('@/database/services/panels/shotsToDraw')
    const due = await shotsToDraw(payload(), { episodeId, mode: 'missing', shotIds: [id] })
    expect(due).toEqual([])
    const { docs: events } = await payload().find({
      collection: 'events',
      where: { and: [{ entityCollection: { equals: 'panels' } }, { entityId: { equals: first } }] },
      sort: '-createdAt',
      depth: 0,
    })
    expect(events[0]).toMatchObject({ action: 'updated', after: { isStale: false } })
  })

  it('are confirmed by who may change the project', async () => {
    const { id } = await described()
    const stranger = await createUser(payload(), 'editor')
    await expect(confirm(id, stranger)).rejects.toMatchObject({
      code: expect.stringMatching(/not-found|forbidden/),
    })
  })
})

const cellar = block('INT. CELLAR - DAY', 'EDDA (40) lights a lamp. PETER (50) holds the ladder.', [
  'EDDA',
  'Mind the step.',
])

describeEngines('Somebody who has left a scene', (booted) => {
  const payload = () => booted().payload
  const { read } = scriptHelpers(payload)
  const { suggest, board } = coverageHelpers(payload)
  const sceneOf = async (episodeId: string) => (await board(episodeId)).scenes[0]
  const names = (people: Array<{ name: string }> | undefined) => people?.map(({ name }) => name)

  it('is not in its header, and the shots that show them say so, until a person says that it is right', async () => {
    const { project, episodeId } = await read(cellar)
    const { docs: people } = await payload().find({
      collection: 'characters',
      where: { project: { equals: project } },
      depth: 0,
    })
    const idOf = (name: string) => people.find((each) => each.name === name)?.id as string
    // As an analysis leaves it.
    const [first] = (
      await payload().find({ collection: 'scenes', where: { episode: { equals: episodeId } }, depth: 0 })
    ).docs
    const both = { characters: people.map(({ id }) => id) }
    if (people.some(({ name }) => name === 'Peter'))
      await payload().update({ collection: 'scenes', id: first?.id as string, data: both })
    await suggest(episodeId)
    const user = (await createUser(payload(), 'admin')) as never
    const before = await sceneOf(episodeId)
    expect(before?.coverage.shotsWithPeopleGone).toEqual([])
    const shot = before?.shots.at(-1)
    const peter =
      idOf('Peter') ??
      (
        await payload().create({
          collection: 'characters',
          data: { name: 'Peter', scope: 'project', project },
        })
      ).id
    const characters = [idOf('Edda'), peter]
    await payload().update({ collection: 'shots', id: shot?.id as string, data: { characters }, user })
    // Whom a person puts into a shot is in its scene.
    expect(names((await sceneOf(episodeId))?.characters)).toEqual(['Edda', 'Peter'])
    expect((await sceneOf(episodeId))?.coverage.shotsWithPeopleGone).toEqual([])

    await payload().update({
      collection: 'scenes',
      id: first?.id as string,
      data: { characters: [idOf('Edda')] },
    })
    const after = await sceneOf(episodeId)
    expect(names(after?.characters)).toEqual(['Edda'])
    expect(after?.coverage.shotsWithPeopleGone).toContainEqual({
      shotId: shot?.id,
      characterIds: [peter],
      isPeoples: true,
    })
    expect(after?.coverage.reasons.join(' ')).toContain('somebody who is not in this scene')
    const { storyboardDocument } = await import('@/database/services/exports/storyboardDocument')
    const episode = await payload().findByID({ collection: 'episodes', id: episodeId, depth: 0 })
    const printed = storyboardDocument(await board(episodeId), episode, () => null).scenes[0]?.shots.at(-1)
    expect(printed?.remark).toBe('Shows PETER, not in this scene')

    const { ShotService } = await import('@/database/services/ShotService')
    await new ShotService({ payload: payload(), user }).confirm(shot?.id as string)
    const confirmed = await sceneOf(episodeId)
    expect(confirmed?.coverage.shotsWithPeopleGone).toEqual([])
    expect(names(confirmed?.characters)).toEqual(['Edda', 'Peter'])
  })

  it('has left it with their name in a new draft', async () => {
    const talk = cellar.replace('\n\nEDDA', '\n\nPETER\nGo on.\n\nEDDA')
    const { project, episodeId } = await read(talk)
    await suggest(episodeId)
    for (const { id } of (await sceneOf(episodeId))?.shots ?? []) {
      const image = (await createMedia(payload(), project)).id
      await payload().create({
        collection: 'panels',
        data: { shot: id, image, status: 'approved', origin: 'ai' } as never,
      })
    }
    const shown = (await sceneOf(episodeId))?.shots.filter(({ characters }) =>
      names(characters)?.includes('Peter'),
    )
    expect(shown?.length).toBeGreaterThan(0)
    await read(cellar.replace(' PETER (50) holds the ladder.', ''), { project, episodeId })
    await suggest(episodeId)
    const scene = await sceneOf(episodeId)
    expect(names(scene?.characters)).toEqual(['Edda'])
    expect(scene?.coverage.isOutOfDate).toBe(false)
    expect(scene?.coverage.shotsWithPeopleGone.map(({ shotId }) => shotId)).toEqual(
      shown?.map(({ id }) => id),
    )
  })
})
