import { expect, it } from 'vitest'
import type { Scene } from '@/payload-types'
import { describeEngines } from './engines'
import { createMedia, createShot } from './fixtures'
import { bar, pier, room, scriptHelpers } from './scriptHelpers'

describeEngines('What an import writes', (booted) => {
  const payload = () => booted().payload
  const { drafts, read, scenesOf } = scriptHelpers(payload)
  const start = async (text = bar + pier) => {
    const { project, episodeId } = await read(text)
    const scenes = await scenesOf(episodeId)
    return { project, episodeId, scenes, scene: scenes[0] as Scene }
  }
  const draw = async (scene: Scene) => {
    const shot = await createShot(payload(), scene.id)
    const image = await createMedia(payload(), String(scene.project))
    const data = { shot: shot.id, image: image.id, origin: 'drawn', status: 'approved' } as const
    return payload().create({ collection: 'panels', data })
  }
  /** Does something while an import into the project is going on. */
  const during = async <Result>(project: string, work: () => Promise<Result>): Promise<Result> => {
    const { locks } = booted().engine
    expect(await locks.acquire(`import:${project}`, 'an import', 60)).toBe(true)
    try {
      return await work()
    } finally {
      await locks.release(`import:${project}`, 'an import')
    }
  }
  const conflict = { code: 'conflict', message: expect.stringContaining('brought into this project') }

  it('is not changed beside it by anybody: it is said, and nothing is saved', async () => {
    const { project, episodeId, scene } = await start()
    const panel = await draw(scene)
    const [person] = scene.characters as string[]
    const change = {
      scene: () => payload().update({ collection: 'scenes', id: scene.id, data: { synopsis: 'Mine.' } }),
      newScene: () =>
        payload().create({
          collection: 'scenes',
          data: {
            episode: episodeId,
            sceneNumber: '9',
            order: 9,
            heading: 'INT. X - DAY',
            status: 'pending',
          } as never,
        }),
      noScene: () => payload().delete({ collection: 'scenes', id: scene.id }),
      name: () =>
        payload().update({ collection: 'characters', id: person as string, data: { name: 'Other' } }),
      noPerson: () => payload().delete({ collection: 'characters', id: person as string }),
      place: () =>
        payload().update({
          collection: 'locations',
          id: scene.location as string,
          data: { aliases: ['Pub'] },
        }),
      lock: () => payload().update({ collection: 'panels', id: panel.id, data: { status: 'locked' } }),
      trash: () =>
        payload().update({
          collection: 'episodes',
          id: episodeId,
          data: { deletedAt: new Date().toISOString() },
        }),
      trashAll: () =>
        payload().update({
          collection: 'projects',
          id: project,
          data: { deletedAt: new Date().toISOString() },
        }),
    }
    await during(project, async () => {
      for (const [what, work] of Object.entries(change))
        await expect([what, await work().catch((error: unknown) => error)]).toEqual([
          what,
          expect.objectContaining(conflict),
        ])
      // What no import writes goes on.
      await payload().update({
        collection: 'characters',
        id: person as string,
        data: { age: '44' },
      })
      await payload().update({ collection: 'panels', id: panel.id, data: { notes: 'Darker.' } })
    })
    expect((await scenesOf(episodeId))[0]).toMatchObject({
      heading: scene.heading,
      synopsis: scene.synopsis ?? null,
    })
    await change.scene()
    await change.lock()
  })

  it('of another project is nobody’s business here', async () => {
    const here = await start()
    const there = await start()
    await during(there.project, () =>
      payload().update({ collection: 'scenes', id: here.scene.id, data: { synopsis: 'Mine.' } }),
    )
  })

  it('is waited for by machines, which read what they change afterwards', async () => {
    const { project, scene } = await start()
    const { saveSpokenLines } = await import('@/database/services/scenes/spokenLines')
    const audio = await createMedia(payload(), project)
    const [line] = scene.dialogueLines ?? []
    let isSaved = false
    let saving: Promise<void> = Promise.resolve()
    await during(project, async () => {
      const spoken = [{ line: line as never, mediaId: audio.id, durationSeconds: 1 }]
      saving = saveSpokenLines(payload(), scene.id, spoken).then(() => {
        isSaved = true
      })
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(isSaved).toBe(false)
      const dialogueLines = scene.dialogueLines?.map((each, index) =>
        index ? each : { ...each, text: 'Two more.' },
      )
      await payload().db.updateOne({ collection: 'scenes', id: scene.id, data: { ...scene, dialogueLines } })
    })
    await saving
    const after = await payload().findByID({ collection: 'scenes', id: scene.id, depth: 0 })
    expect(after.dialogueLines?.[0]).toMatchObject({ text: 'Two more.', audio: audio.id, audioIsStale: true })
  })

  it('is waited for by who deletes an episode or a project, and all of it goes', async () => {
    for (const root of ['episodes', 'projects'] as const) {
      const { project, episodeId } = await start()
      let deleting: Promise<unknown> = Promise.resolve()
      await during(project, async () => {
        deleting = payload().delete({ collection: root, id: root === 'episodes' ? episodeId : project })
        await new Promise((resolve) => setTimeout(resolve, 300))
        expect(await scenesOf(episodeId)).toHaveLength(2)
      })
      await deleting
      expect(await scenesOf(episodeId)).toEqual([])
    }
  })

  it('goes or stays as a whole where the episode is deleted while a draft is applied', async () => {
    const service = await drafts()
    for (let round = 0; round < 4; round += 1) {
      const { episodeId } = await start(bar + pier)
      const { id } = await service.propose(episodeId, { text: bar.replace('One', 'Two') + room })
      const apply = () => service.apply(id as string)
      const remove = () => payload().delete({ collection: 'episodes', id: episodeId })
      const [first, second] = await Promise.allSettled(round % 2 ? [apply(), remove()] : [remove(), apply()])
      const [applied, removed] = round % 2 ? [first, second] : [second, first]
      if (removed?.status === 'rejected') {
        // At the same moment to the millisecond, MongoDB refuses one of the two as a whole.
        expect([applied?.status, removed.reason]).toMatchObject(['fulfilled', { status: 409 }])
        expect((await scenesOf(episodeId)).map(({ heading }) => heading)).toEqual([
          'INT. BAR - DAY',
          'INT. ROOM - DAY',
        ])
        continue
      }
      // Gone, or seen while it was going: other than what the draft was compared with.
      if (applied?.status === 'rejected')
        expect([404, 412]).toContain((applied.reason as { status: number }).status)
      const where = { episode: { equals: episodeId } }
      for (const collection of ['scenes', 'script-drafts'] as const) {
        const { docs } = await payload().find({ collection, where, depth: 0 })
        expect([round, collection, docs]).toEqual([round, collection, []])
      }
    }
  })

  it('is not written over by a save that had read the scene before', async () => {
    const { scene, episodeId } = await start()
    const other = payload()
    const { countVersions } = other
    // Between what Payload reads and what it writes there is a look at the versions.
    other.countVersions = async function late(this: typeof other, args: never) {
      other.countVersions = countVersions
      await other.db.updateOne({
        collection: 'scenes',
        id: scene.id,
        data: { heading: 'INT. BARN - DAY', contentHash: 'another' },
      })
      return countVersions.call(this, args)
    } as never
    await expect(
      other.update({ collection: 'scenes', id: scene.id, data: { synopsis: 'Mine.' } }),
    ).rejects.toMatchObject({ code: 'conflict' })
    other.countVersions = countVersions
    expect((await scenesOf(episodeId))[0]).toMatchObject({ heading: 'INT. BARN - DAY' })
  })

  it('takes nothing that was locked in the trash: there nothing is locked', async () => {
    const { scene } = await start()
    const panel = await draw(scene)
    const setDeleted = (deletedAt: string | null) =>
      payload().update({ collection: 'scenes', id: scene.id, data: { deletedAt }, trash: true })
    const lock = () => payload().update({ collection: 'panels', id: panel.id, data: { status: 'locked' } })
    await setDeleted(new Date().toISOString())
    await expect(lock()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('trash'),
    })
    await setDeleted(null)
    expect(await lock()).toMatchObject({ status: 'locked' })
  })
})
