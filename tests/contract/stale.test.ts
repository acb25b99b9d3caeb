import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createMedia, createProjectTree } from './fixtures'

describeEngines('What depends on what was edited', (booted) => {
  const payload = () => booted().payload
  const scenes = async () => {
    const { SceneService } = await import('@/database/services/SceneService')
    return new SceneService({ payload: payload() })
  }
  const marks = async (id: string) =>
    (await (await scenes()).findById(id))?.dialogueLines?.map(({ audioIsStale }) => Boolean(audioIsStale))

  it('a line whose words a person changed keeps its voice, marked as old, until it has another', async () => {
    const { scene, project, media } = await createProjectTree(payload())
    const [one, two] = scene.dialogueLines ?? []
    const speaking = (changes: object) => [{ ...one, character: undefined, audio: media.id, ...changes }, two]
    const update = async (dialogueLines: unknown) =>
      (await scenes()).update(scene.id, { dialogueLines: dialogueLines as never })

    await update([{ id: one?.id, text: 'One!' }, two])
    expect(await marks(scene.id)).toEqual([true, false])
    const [stored] = (await (await scenes()).findById(scene.id))?.dialogueLines ?? []
    expect(stored).toMatchObject({ audio: media.id, text: 'One!' })

    await (await scenes()).update(scene.id, { action: 'She waits.' })
    await update(speaking({ text: 'One!', audioIsStale: false }))
    expect(await marks(scene.id)).toEqual([true, false])

    const another = await createMedia(payload(), project.id)
    await update(speaking({ text: 'One!', audio: another.id }))
    expect(await marks(scene.id)).toEqual([false, false])
  })

  it('a line that is given to somebody else is in an old voice', async () => {
    const { scene, project } = await createProjectTree(payload())
    const [one, two] = scene.dialogueLines ?? []
    const sam = await payload().create({
      collection: 'characters',
      data: { project: project.id, name: 'Sam', scope: 'project' },
    })
    await (await scenes()).update(scene.id, {
      dialogueLines: [{ id: one?.id, text: 'One.', character: sam.id }, two] as never,
    })
    expect(await marks(scene.id)).toEqual([true, false])
  })

  it('a change of other things leaves the voices alone, and an earlier version brings its marks along', async () => {
    const { scene } = await createProjectTree(payload())
    const [one, two] = scene.dialogueLines ?? []
    const service = await scenes()
    await service.update(scene.id, { mood: 'tense', action: 'She waits.' })
    expect(await marks(scene.id)).toEqual([false, false])
    await service.update(scene.id, { dialogueLines: [{ id: one?.id, text: 'Won.' }, two] as never })
    const { docs } = await payload().findVersions({
      collection: 'scenes',
      where: { parent: { equals: scene.id } },
      sort: '-updatedAt',
      depth: 0,
    })
    await payload().restoreVersion({ collection: 'scenes', id: docs[1]?.id as string })
    expect(await marks(scene.id)).toEqual([false, false])
  })

  it('a line that changed while it was spoken has an old voice from the start', async () => {
    const { scene, project } = await createProjectTree(payload())
    const { linesToSpeak, saveSpokenLines } = await import('@/database/services/scenes/spokenLines')
    const service = await scenes()
    const asRead = await service.findById(scene.id)
    const spoken = []
    for (const line of linesToSpeak(asRead as never, 'all'))
      spoken.push({ line, mediaId: (await createMedia(payload(), project.id)).id, durationSeconds: 2 })
    const [one, two] = scene.dialogueLines ?? []
    await service.update(scene.id, { dialogueLines: [one, { id: two?.id, text: 'Three.' }] as never })
    await saveSpokenLines(payload(), scene.id, spoken)
    expect(await marks(scene.id)).toEqual([false, true])
    const after = await service.findById(scene.id)
    expect(linesToSpeak(after as never, 'missing').map(({ text }) => text)).toEqual(['Three.'])
  })

  it('a recording that a person brought or chose is not spoken over, also where it came while others were made', async () => {
    const { scene, project, media } = await createProjectTree(payload())
    const { linesToSpeak, saveSpokenLines } = await import('@/database/services/scenes/spokenLines')
    const { ownRecordings } = await import('@/database/services/scenes/ownRecordings')
    const service = await scenes()
    const record = async () => (await createMedia(payload(), project.id)).id
    const due = async () => {
      const now = (await service.findById(scene.id)) as never
      return linesToSpeak(now, 'all', await ownRecordings(payload(), [now])).map(({ text }) => text)
    }
    const audioOf = async () =>
      (await service.findById(scene.id))?.dialogueLines?.map(({ audio }) => (audio as string) ?? null)
    const speak = async (lines: unknown) => {
      const spoken = []
      for (const line of lines as Array<{ id: string }>)
        spoken.push({ line: line as never, mediaId: await record(), durationSeconds: 2 })
      await saveSpokenLines(payload(), scene.id, spoken)
      return spoken.map(({ mediaId }) => mediaId)
    }
    const [one, two] = scene.dialogueLines ?? []
    // The first line came with an uploaded file.
    expect(await due()).toEqual(['Two.'])
    const own = await record()
    await service.update(scene.id, { dialogueLines: [one, { ...two, audio: own }] as never })
    await speak([two])
    expect(await audioOf()).toEqual([media.id, own])
    expect(await due()).toEqual([])
    // Whoever takes theirs away lets the line be spoken.
    await service.update(scene.id, { dialogueLines: [one, { ...two, audio: null }] as never })
    expect(await due()).toEqual(['Two.'])
    const [made] = await speak([{ ...two, audio: null }])
    expect(await audioOf()).toEqual([media.id, made])
    await payload().update({
      collection: 'media',
      id: made as string,
      data: { provenance: { provider: 'local' } },
    })
    expect(await due()).toEqual(['Two.'])
    // An earlier recording that somebody picks is theirs as well, whoever made it.
    const [next] = await speak([{ ...two, audio: made }])
    expect(await audioOf()).toEqual([media.id, next])
    await service.update(scene.id, { dialogueLines: [one, { ...two, audio: made }] as never })
    expect(await due()).toEqual([])
  })

  it('what a person changed while a provider read the scene is still there afterwards', async () => {
    const { scene } = await createProjectTree(payload())
    const { applyAnalysis } = await import('@/database/services/scenes/applyAnalysis')
    const service = await scenes()
    const asRead = await service.findById(scene.id)
    const [one, two] = scene.dialogueLines ?? []
    await service.update(scene.id, { mood: 'mine', dialogueLines: [{ ...one, text: 'Mine.' }, two] as never })
    const emotions = { [String(one?.id)]: 'glad', [String(two?.id)]: 'sad' }
    await applyAnalysis({
      payload: payload(),
      scene: asRead as never,
      analysis: {
        mood: 'theirs',
        summary: 'Theirs.',
        props: ['rope'],
        presentCharacters: [],
        emotions,
      } as never,
      cast: { idOf: () => null } as never,
    })
    const after = await service.findById(scene.id)
    expect(after).toMatchObject({ mood: 'mine', synopsis: 'Theirs.', props: ['rope'] })
    expect(after?.dialogueLines).toMatchObject([{ text: 'Mine.', emotion: 'glad' }, { emotion: 'sad' }])
    // What was read is not what is there now: the scene is due to be read again.
    expect(after?.analysedHash).not.toBe(after?.contentHash)
  })

  it('the start of a line is written without a loss of anything beside it', async () => {
    const { scene, character } = await createProjectTree(payload())
    const { saveLineStarts } = await import('@/database/services/scenes/spokenLines')
    const service = await scenes()
    const [one, two] = scene.dialogueLines ?? []
    const lists = { props: ['rope', 'lamp'], notes: ['a note'], sections: ['Act one'] }
    await service.update(scene.id, {
      ...lists,
      dialogueLines: [{ ...one, extensions: ['V.O.'] }, two] as never,
    })
    const before = await service.findById(scene.id)
    await saveLineStarts(payload(), scene.id, new Map([[String(one?.id), 1.5]]))
    const after = await service.findById(scene.id)
    expect(after).toMatchObject({ ...lists, characters: [character.id], contentHash: before?.contentHash })
    expect(after?.dialogueLines).toMatchObject([
      { text: one?.text, start: 1.5, extensions: ['V.O.'] },
      { text: two?.text },
    ])
  })

  it('words that changed show in the panels of the shots that cover them, action in all', async () => {
    const { scene, project } = await createProjectTree(payload())
    const [one, two] = scene.dialogueLines ?? []
    const image = (await createMedia(payload(), project.id)).id
    const panels: string[] = []
    for (const [index, line] of [one, two].entries()) {
      const shot = await payload().create({
        collection: 'shots',
        data: {
          scene: scene.id,
          shotNumber: String(80 + index),
          order: 80 + index,
          size: 'CU',
          duration: 2,
          dialogueLineIds: [String(line?.id)],
        } as never,
      })
      const panel = await payload().create({
        collection: 'panels',
        data: { shot: shot.id, image, status: 'draft', origin: 'drawn' } as never,
      })
      panels.push(panel.id)
    }
    const stale = () =>
      Promise.all(
        panels.map(async (id) => (await payload().findByID({ collection: 'panels', id, depth: 0 })).isStale),
      )
    const service = await scenes()
    await service.update(scene.id, { dialogueLines: [one, { ...two, text: 'Two, but other.' }] as never })
    expect((await stale()).map(Boolean)).toEqual([false, true])
    await service.update(scene.id, { action: 'The roof comes down.' })
    expect((await stale()).map(Boolean)).toEqual([true, true])
  })
})
