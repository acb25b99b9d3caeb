import { expect, it } from 'vitest'
import type { Scene } from '@/payload-types'
import { describeEngines } from './engines'
import { createMedia, createShot } from './fixtures'
import { bar, block, pier, room, scriptHelpers } from './scriptHelpers'

const hall = block('INT. HALL - DAY', 'The clock has stopped.', ['JO', 'Hello?'])

describeEngines('A script that is imported again', (booted) => {
  const payload = () => booted().payload
  const { read, scenesOf } = scriptHelpers(payload)
  const edit = (id: string, data: object) =>
    payload().update({ collection: 'scenes', id, data: data as never, depth: 0 })
  const say = (scene: Scene, index: number, text: string) =>
    edit(scene.id, {
      dialogueLines: scene.dialogueLines?.map((line, at) => (at === index ? { ...line, text } : line)),
    })
  const at = (scenes: Scene[], index: number) => scenes[index] as Scene
  const wordsOf = (scene: Scene | undefined) => scene?.dialogueLines?.map(({ text }) => text)
  const eventsSeen = async () =>
    (await payload().find({ collection: 'events', pagination: false, depth: 0, sort: 'sequence' })).docs.map(
      ({ type, before, after }) => ({ type, before, after }),
    )
  const messages = (result: { warnings: { message: string }[] }) =>
    result.warnings.map(({ message }) => message)

  it('unchanged leaves what people edited, and all else, as it is', async () => {
    const first = await read(bar + pier + room)
    const before = await scenesOf(first.episodeId)
    await edit(at(before, 0).id, { action: 'Mara counts them twice.', timeOfDay: 'DUSK' })
    await say(at(before, 1), 0, 'Come home.')
    await edit(at(before, 2).id, { heading: 'INT. ATTIC - DAY', sceneNumber: '9' })
    const edited = await scenesOf(first.episodeId)
    const events = await eventsSeen()
    const { updatedAt } = await payload().findByID({ collection: 'episodes', id: first.episodeId })
    for (const _time of [1, 2]) {
      const again = await read(bar + pier + room, first)
      expect(again).toMatchObject({ isNew: false, warnings: [], diff: { unchanged: 3, changed: 0 } })
    }
    expect(await scenesOf(first.episodeId)).toEqual(edited)
    expect(await eventsSeen()).toEqual(events)
    expect((await payload().findByID({ collection: 'episodes', id: first.episodeId })).updatedAt).toBe(
      updatedAt,
    )
  })

  it('changed takes what only the script changed and keeps what only people did', async () => {
    const first = await read(bar + pier + room)
    const before = await scenesOf(first.episodeId)
    await edit(at(before, 0).id, { action: 'Mara counts them twice.' })
    await say(at(before, 1), 0, 'Come home.')
    const again = await read(
      hall +
        bar.replace('One more.', 'Two more.') +
        pier.replace('NIGHT', 'DAWN').replace('No.', 'Never.') +
        room,
      first,
    )
    expect(again).toMatchObject({ warnings: [], diff: { added: 1, changed: 2, unchanged: 1 } })
    const after = await scenesOf(first.episodeId)
    expect(after.slice(1).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(at(after, 1)).toMatchObject({ action: 'Mara counts them twice.', sceneNumber: '2' })
    expect(wordsOf(after[1])).toEqual(['Two more.', 'We are closed.'])
    expect(at(after, 2)).toMatchObject({ heading: 'EXT. PIER - DAWN', timeOfDay: 'DAWN' })
    expect(wordsOf(after[2])).toEqual(['Come home.', 'Never.'])
    const ids = (scenes: Scene[]) => scenes.map((scene) => scene.dialogueLines?.map(({ id }) => id))
    expect(ids(after.slice(1))).toEqual(ids(before))
  })

  it('keeps a person’s text where both changed it, and says so by scene and field', async () => {
    const first = await read(bar + pier + room)
    const before = await scenesOf(first.episodeId)
    await edit(at(before, 0).id, { action: 'Mara counts them twice.' })
    await say(at(before, 1), 0, 'Come home.')
    await edit(at(before, 2).id, { heading: 'INT. ATTIC - DAY', timeOfDay: 'NOON' })
    const again = await read(
      bar.replace('her coins', 'the bottles') +
        pier.replace('Come back.', 'Go away.') +
        room.replace('ROOM - DAY', 'CELLAR - NIGHT'),
      first,
    )
    const after = await scenesOf(first.episodeId)
    expect(at(after, 0).action).toBe('Mara counts them twice.')
    expect(wordsOf(after[1])).toEqual(['Come home.', 'No.'])
    expect(at(after, 2)).toMatchObject({ heading: 'INT. ATTIC - DAY', timeOfDay: 'NOON' })
    expect(at(after, 2).location).toBe(at(before, 2).location)
    expect(messages(again)).toEqual([
      expect.stringMatching(/^Scene 1: the action changed in the script/),
      expect.stringMatching(/^Scene 2: the line “Come home.”/),
      expect.stringMatching(/^Scene 3: the heading/),
    ])
    expect(again.warnings.map(({ line }) => typeof line)).toEqual(['number', 'number', 'number'])
  })

  it('keeps lines that people added or took out, and their order', async () => {
    const first = await read(bar + pier)
    const [one, two] = await scenesOf(first.episodeId)
    const [mara, jo] = one?.dialogueLines ?? []
    await edit(String(one?.id), { dialogueLines: [mara, { cue: 'JO', text: 'Last orders.' }, jo] })
    await edit(String(two?.id), { dialogueLines: [two?.dialogueLines?.[1]] })
    const more = bar.replace('We are closed.', 'We are closed, love.')
    expect((await read(`${more.trimEnd()}\n\nMARA\nPlease.\n\n${pier}`, first)).warnings).toEqual([])
    const after = await scenesOf(first.episodeId)
    expect(wordsOf(after[0])).toEqual(['One more.', 'Last orders.', 'We are closed, love.', 'Please.'])
    expect(wordsOf(after[1])).toEqual(['No.'])
  })

  it('keeps scenes that people added or took out, also where their numbers are wanted', async () => {
    const first = await read(bar + pier + room)
    const before = await scenesOf(first.episodeId)
    await edit(at(before, 1).id, { deletedAt: new Date().toISOString() })
    const own = await payload().create({
      collection: 'scenes',
      data: {
        episode: first.episodeId,
        sceneNumber: '4',
        heading: 'INT. CAR - DAY',
        order: 4,
        status: 'pending',
      },
    })
    const again = await read(bar + pier + room, first)
    expect(messages(again)).toEqual([
      expect.stringMatching(/^Scene 2 was taken out/),
      expect.stringMatching(/^Scene 4 is not in the script: a person added it/),
    ])
    expect((await scenesOf(first.episodeId)).map(({ id }) => id)).toEqual([
      before[0]?.id,
      before[2]?.id,
      own.id,
    ])
    // Now it says something else: somebody wants it. And there is one more, with the number of the person's own.
    await read(`${bar}${pier.replace('glove', 'fish')}${room}${hall}`, first)
    expect((await scenesOf(first.episodeId)).map(({ sceneNumber }) => sceneNumber).sort()).toEqual([
      '1',
      '2',
      '3',
      '4',
      '4A',
    ])
  })

  it('is refused where a scene with a locked panel would go, and says of others what people had done with them', async () => {
    const first = await read(bar + pier + room)
    const before = await scenesOf(first.episodeId)
    await edit(at(before, 0).id, { action: 'Mara counts them twice.' })
    const shot = await createShot(payload(), at(before, 1).id, { shotNumber: '1' })
    const image = await createMedia(payload(), first.project)
    const panel = await payload().create({
      collection: 'panels',
      data: { shot: shot.id, image: image.id, origin: 'drawn', status: 'locked' },
    })
    const untouched = { scenes: await scenesOf(first.episodeId), events: await eventsSeen() }
    const refusal = await read(room, first).then(
      () => null,
      (error) => error,
    )
    expect(refusal).toMatchObject({
      status: 409,
      code: 'conflict',
      details: {
        scenes: [
          {
            sceneId: at(before, 1).id,
            sceneNumber: '2',
            panels: [{ id: panel.id, title: 'Scene 2, shot 1, version 1' }],
          },
        ],
      },
    })
    expect(refusal.message).toMatch(
      /^Scene 2 is not in this script and has a locked panel \(Scene 2, shot 1, version 1\)\. Nothing was imported\. Unlock the panels first; or bring the script as a new draft/,
    )
    expect(await scenesOf(first.episodeId)).toEqual(untouched.scenes)
    expect(await eventsSeen()).toEqual(untouched.events)
    // A panel that stays with its scene is in nobody's way.
    expect((await read(pier + room, first)).diff).toMatchObject({ removed: 1 })
    await payload().update({ collection: 'panels', id: panel.id, data: { status: 'draft' } })
    await payload().update({ collection: 'panels', id: panel.id, data: { status: 'approved' } })
    const again = await read(room, first)
    expect(again.diff).toMatchObject({ removed: 1 })
    expect(messages(again)).toEqual([
      expect.stringMatching(/^Scene . is not in the script any more.*approved/),
    ])
  })

  it('finds what it was made from where somebody has typed into the episode’s text', async () => {
    const first = await read(bar + pier)
    const [one] = await scenesOf(first.episodeId)
    const episode = await payload().findByID({ collection: 'episodes', id: first.episodeId, depth: 0 })
    await edit(String(one?.id), { action: 'Mara counts them twice.' })
    await payload().update({
      collection: 'episodes',
      id: first.episodeId,
      data: { script: { ...episode.script, text: 'INT. BAR - DAY\n\nA note to myself.\n' } },
    })
    const again = await read(bar + pier.replace('No.', 'Never.'), first)
    expect(again).toMatchObject({ warnings: [], diff: { changed: 1, unchanged: 1 } })
    const after = await scenesOf(first.episodeId)
    expect(after.map(({ action }) => action)).toEqual([
      'Mara counts them twice.',
      'Gulls fight over a glove.',
    ])
    expect(wordsOf(after[1])).toEqual(['Come back.', 'Never.'])
  })

  it('is finished after a crash: what the crash left undone is no edit of a person', async () => {
    const first = await read(bar + pier + room)
    const before = await scenesOf(first.episodeId)
    await edit(at(before, 2).id, { action: 'Only dust.' })
    const next = bar.replace('One more.', 'Two more.') + pier.replace('glove', 'fish') + room + hall
    await read(next, first)
    // As a crash in the middle leaves it: the second scene as it was, the fourth not there yet.
    const after = await scenesOf(first.episodeId)
    await edit(at(before, 1).id, { action: 'Gulls fight over a glove.' })
    await payload().db.deleteOne({ collection: 'scenes', where: { id: { equals: at(after, 3).id } } })
    const episode = await payload().findByID({ collection: 'episodes', id: first.episodeId, depth: 0 })
    await payload().db.updateOne({
      collection: 'episodes',
      id: first.episodeId,
      data: { script: { ...episode.script, importState: 'importing' } },
    })
    const { ScriptService } = await import('@/database/services/ScriptService')
    expect(await new ScriptService({ payload: payload() }).resumeImports()).toEqual([first.episodeId])
    const finished = await scenesOf(first.episodeId)
    expect(finished.map(({ action }) => action)).toEqual([
      'Mara counts her coins.',
      'Gulls fight over a fish.',
      'Only dust.',
      'The clock has stopped.',
    ])
  })

  it('puts every scene in its place after a crash, however far the one before had come', async () => {
    const first = await read(bar + pier + room + hall)
    const before = await scenesOf(first.episodeId)
    await read(bar.replace('One more.', 'Two more.') + room + hall, first)
    // The process died before the last scene had its new place; those before it have theirs.
    await payload().db.updateOne({
      collection: 'scenes',
      id: at(before, 3).id,
      data: { order: at(before, 3).order },
    })
    const episode = await payload().findByID({ collection: 'episodes', id: first.episodeId, depth: 0 })
    await payload().db.updateOne({
      collection: 'episodes',
      id: first.episodeId,
      data: { script: { ...episode.script, importState: 'importing' } },
    })
    const { ScriptService } = await import('@/database/services/ScriptService')
    await new ScriptService({ payload: payload() }).resumeImports()
    const finished = await scenesOf(first.episodeId)
    expect(finished.map(({ order }) => order)).toEqual([1, 2, 3])
    expect(finished.map(({ id }) => id)).toEqual([0, 2, 3].map((index) => at(before, index).id))
  })

  it('lets the studio open where one cut-off import cannot be finished, and finishes the others', async () => {
    const bad = await read(bar)
    const good = await read(pier)
    for (const [{ episodeId }, text] of [
      [bad, '   '],
      [good, pier],
    ] as const) {
      const { script } = await payload().findByID({ collection: 'episodes', id: episodeId, depth: 0 })
      await payload().db.updateOne({
        collection: 'episodes',
        id: episodeId,
        data: { script: { ...script, text, importState: 'importing' } },
      })
    }
    const { ScriptService } = await import('@/database/services/ScriptService')
    const level = payload().logger.level
    payload().logger.level = 'silent'
    const finished = await new ScriptService({ payload: payload() }).resumeImports()
    payload().logger.level = level
    expect(finished).toEqual([good.episodeId])
    await payload().delete({ collection: 'episodes', id: bad.episodeId })
  })

  it('finds somebody who was renamed by the old name', async () => {
    const first = await read(bar)
    const people = async () =>
      (
        await payload().find({
          collection: 'characters',
          where: { project: { equals: first.project } },
          depth: 0,
          sort: 'name',
        })
      ).docs
    const mara = (await people()).find(({ name }) => name === 'Mara')
    await payload().update({
      collection: 'characters',
      id: mara?.id as string,
      data: { name: 'Maria Novak' },
    })
    await read(bar + pier, first)
    expect((await people()).map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Jo', []],
      ['Maria Novak', ['Mara']],
    ])
    const scenes = await scenesOf(first.episodeId)
    expect(scenes[1]?.dialogueLines?.[1]?.character).toBe(mara?.id)
  })
})
