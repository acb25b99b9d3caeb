import { expect, it, vi } from 'vitest'
import type { DraftScene, ScriptDraft } from '@/contracts'
import type { Scene, User } from '@/payload-types'
import { describeEngines } from './engines'
import { createMedia, createShot, createUser } from './fixtures'
import { killed } from './killed'
import { bar, block, pier, room, scriptHelpers } from './scriptHelpers'

const hall = block('INT. HALL - DAY', 'The clock has stopped for good.', ['IDA', 'Hello?'])

describeEngines('A draft', (booted) => {
  const payload = () => booted().payload
  const { drafts, read, scenesOf } = scriptHelpers(payload)
  const versions = async (user?: User) => {
    const { ScriptVersionService } = await import('@/database/services/ScriptVersionService')
    return new ScriptVersionService({ payload: payload(), ...(user ? { user: user as never } : {}) })
  }
  const start = async (text: string, createdBy?: string) => {
    const { project, episodeId } = await read(text, { createdBy })
    return { project, episodeId, scenes: await scenesOf(episodeId) }
  }
  const textOf = async (episodeId: string) =>
    (await payload().findByID({ collection: 'episodes', id: episodeId, depth: 0 })).script?.text
  const at = <Item>(list: Item[], index: number) => list[index] as Item
  const rows = (draft: ScriptDraft) => draft.scenes.map(({ key, status }) => `${key} ${status}`)
  const headings = (scenes: Scene[]) => scenes.map(({ heading }) => heading.split('. ')[1]?.split(' ')[0])

  /** A shot with a panel in a scene, that covers these lines. */
  const draw = async (scene: Scene, status: 'review' | 'approved' | 'locked', lines: number[] = [0]) => {
    const shot = await createShot(payload(), scene.id, {
      dialogueLineIds: lines.map((index) => String(scene.dialogueLines?.[index]?.id)),
    })
    const image = await createMedia(payload(), String(scene.project))
    const { id } = await payload().create({
      collection: 'panels',
      data: { shot: shot.id, image: image.id, origin: 'drawn', status },
    })
    return { shot: shot.id, panel: id }
  }
  const record = async (scene: Scene) => {
    const audio = await createMedia(payload(), String(scene.project))
    await payload().update({
      collection: 'scenes',
      id: scene.id,
      data: {
        dialogueLines: scene.dialogueLines?.map((line) => ({ ...line, audio: audio.id, duration: 2 })),
      },
    })
  }
  /** The process dies at its nth change of a document. @returns whether it came so far. */
  const dying = (nth: number, work: () => Promise<unknown>, collection?: string) =>
    killed(payload(), nth, work, { only: 'updateOne', collection })
  const panel = (id: string) => payload().findByID({ collection: 'panels', id, depth: 0 })
  /** All that a draft may touch, without what says when. */
  const snapshot = async ({ project, episodeId }: { project: string; episodeId: string }) => {
    const of = async (collection: 'characters' | 'locations' | 'panels' | 'shots') =>
      (
        await payload().find({
          collection,
          where: { project: { equals: project } },
          sort: 'id',
          depth: 0,
          pagination: false,

          trash: collection !== 'panels',
        })
      ).docs.map((doc) => ({ ...doc, updatedAt: null, appearances: null, scenes: null, panels: null }))
    const episode = await payload().findByID({
      collection: 'episodes',
      id: episodeId,
      depth: 0,
      joins: false,
    })
    const { version: _version, ...script } = episode.script ?? {}
    // Nothing, and a field that is not there, are the same.
    const plain = (value: object) =>
      JSON.parse(JSON.stringify(value, (_, each) => (each === null || each?.length === 0 ? undefined : each)))
    return plain({
      scenes: (await scenesOf(episodeId)).map(({ updatedAt: _at, ...scene }) => scene),
      characters: await of('characters'),
      locations: await of('locations'),
      panels: await of('panels'),
      shots: await of('shots'),
      script,
    })
  }

  it('may leave a cue under which nothing is said, or only how', async () => {
    const { episodeId, scenes } = await start(bar + pier)
    const service = await drafts()
    const text = (bar + pier).replace('One more.', '(shakes her head)').replace('MARA\nNo.', '@MARA')
    const draft = await service.propose(episodeId, { text })
    await service.apply(draft.id ?? '', {})
    const after = await scenesOf(episodeId)
    expect(after.map(({ id }) => id)).toEqual(scenes.map(({ id }) => id))
    expect(after[0]?.dialogueLines?.[0]).toMatchObject({ text: '', parenthetical: 'shakes her head' })
    expect(after[1]?.dialogueLines?.at(-1)).toMatchObject({ text: '', cue: 'MARA' })
  })

  it('says what it would change and what that means, and changes nothing', async () => {
    const project = await start(bar + pier + room)
    const [one, two, three] = project.scenes as [Scene, Scene, Scene]
    await draw(one, 'approved')
    await draw(one, 'review', [1])
    await draw(three, 'locked')
    await record(two)
    const before = await snapshot(project)
    const draft = await (await drafts()).propose(project.episodeId, {
      text: hall + bar.replace('One more.', 'Two more.') + pier.replace('No.', 'Never.'),
    })
    expect(rows(draft)).toEqual(['n1 added', 's1 changed', 's2 changed', 's3 removed'])
    expect(draft).toMatchObject({
      state: 'proposed',
      source: { kind: 'edit' },
      counts: { added: 1, changed: 2, removed: 1, unchanged: 0 },
      isOutdated: false,
    })
    const [, changed, voiced, removed] = draft.scenes as [DraftScene, DraftScene, DraftScene, DraftScene]
    expect(changed.old?.sceneId).toBe(one.id)
    expect(changed.effects).toMatchObject({ shots: 2, panels: 2, panelsStale: 1, approved: 1, locked: 0 })
    expect(changed.words?.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'One' },
      { kind: 'added', text: 'Two' },
    ])
    expect(voiced.effects).toMatchObject({ recordings: 2, recordingsStale: 1 })
    expect(removed.effects).toMatchObject({ isTrashed: true, locked: 1 })
    expect(removed.effects.messages[0]).toMatch(/locked/)
    expect(await snapshot(project)).toEqual(before)
    expect(await (await drafts()).get(draft.id as string)).toEqual(draft)
  })

  it('applied as a whole keeps ids and marks what depends on changed words, with the reason', async () => {
    const project = await start(bar + pier + room)
    const [one, two] = project.scenes as [Scene, Scene]
    const { panel: panelId } = await draw(one, 'approved')
    await record(two)
    const service = await drafts()
    const draft = await service.propose(project.episodeId, {
      text: hall + bar.replace('One more.', 'Two more.') + pier.replace('No.', 'Never.') + room,
    })
    const applied = await service.apply(draft.id as string)
    expect(applied.draft).toMatchObject({ state: 'applied', canUndo: true, applied: { scenes: null } })
    expect(applied.result.diff).toMatchObject({ added: 1, changed: 2 })
    const after = await scenesOf(project.episodeId)
    expect(after.slice(1).map(({ id }) => id)).toEqual(project.scenes.map(({ id }) => id))
    expect(await panel(panelId)).toMatchObject({
      isStale: true,
      status: 'approved',
      staleReason: expect.stringMatching(/^Scene 2: one line changed in the draft of \d+ \w+\.$/),
    })
    const lines = after[2]?.dialogueLines ?? []
    expect(lines.map(({ audioIsStale }) => Boolean(audioIsStale))).toEqual([false, true])
    expect(lines[1]?.audioStaleReason).toMatch(/^The words changed, in the draft of/)
    const { docs } = await payload().find({
      collection: 'events',
      where: { type: { equals: 'episode.draft-applied' }, entityId: { equals: project.episodeId } },
    })
    expect(docs).toHaveLength(1)
    await expect(service.apply(draft.id as string)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('undone brings everything back as it was', async () => {
    const project = await start(bar + pier + room)
    const [one, two, three] = project.scenes as [Scene, Scene, Scene]
    await draw(one, 'approved')
    await draw(three, 'review')
    await record(two)
    const before = await snapshot(project)
    const service = await drafts()
    const draft = await service.propose(project.episodeId, {
      text: hall + pier.replace('No.', 'Never.').replace('PIER', 'QUAY') + bar.replace('One more.', 'Two.'),
    })
    await service.apply(draft.id as string)
    expect((await scenesOf(project.episodeId)).map(({ id }) => id)).not.toContain(three.id)
    const undone = await service.undo(draft.id as string)
    expect(undone).toMatchObject({
      warnings: [],
      draft: { state: 'undone' },
      scenes: { returned: 1, removed: 1, kept: 0 },
    })
    expect(await snapshot(project)).toEqual(before)
    // And the next import sees no edit of a person in it.
    expect((await service.propose(project.episodeId, { text: bar + pier + room })).counts).toMatchObject({
      unchanged: 3,
    })
    await expect(service.undo(draft.id as string)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('applied in part has script and scenes agree', async () => {
    const project = await start(bar + pier + room)
    const service = await drafts()
    const text = room + bar.replace('One more.', 'Two more.') + hall
    const draft = await service.propose(project.episodeId, { text })
    expect(rows(draft)).toEqual(['s3 moved', 's1 changed', 's2 removed', 'n3 added'])
    await service.apply(draft.id as string, { scenes: ['s1', 'n3'] })
    const after = await scenesOf(project.episodeId)
    expect(headings(after)).toEqual(['BAR', 'PIER', 'ROOM', 'HALL'])
    expect(after.slice(0, 3).map(({ id }) => id)).toEqual(project.scenes.map(({ id }) => id))
    expect(at(after, 0).dialogueLines?.[0]?.text).toBe('Two more.')
    const stored = await textOf(project.episodeId)
    expect(stored).toContain('Two more.')
    expect((await service.propose(project.episodeId, { text: String(stored) })).counts).toMatchObject({
      unchanged: 4,
      changed: 0,
    })
    await expect(
      service.apply((await service.propose(project.episodeId, { text })).id as string, {
        scenes: ['s1', 'x9', 'n77'],
      }),
    ).rejects.toMatchObject({ code: 'validation-failed', problems: [{}, {}] })
  })

  it('is refused where the episode has changed since, and not where only pictures and voices have', async () => {
    const project = await start(bar + pier)
    const service = await drafts()
    const propose = () => service.propose(project.episodeId, { text: bar + pier.replace('No.', 'Never.') })
    const first = await propose()
    await draw(at(project.scenes, 0), 'review')
    await record(at(project.scenes, 1))
    expect(await service.get(first.id as string)).toMatchObject({ isOutdated: false })
    await expect(service.apply(first.id as string, { ifMatch: 'v9-other' })).rejects.toMatchObject({
      status: 412,
    })
    await payload().update({
      collection: 'scenes',
      id: at(project.scenes, 0).id,
      data: { action: 'Mara counts them twice.' },
    })
    const before = await snapshot(project)
    await expect(service.apply(first.id as string)).rejects.toMatchObject({
      code: 'precondition-failed',
      status: 412,
    })
    expect(await snapshot(project)).toEqual(before)
    expect(await service.get(first.id as string)).toMatchObject({ state: 'proposed', isOutdated: true })
    await service.apply((await propose()).id as string, { ifMatch: (await propose()).base.etag })
  })

  it('does not take a scene away whose panels are locked, but takes the rest', async () => {
    const project = await start(bar + pier + room)
    await draw(at(project.scenes, 1), 'locked')
    const service = await drafts()
    const draft = await service.propose(project.episodeId, { text: bar.replace('One', 'Two') + room })
    await expect(service.apply(draft.id as string)).rejects.toMatchObject({
      code: 'conflict',
      details: { scenes: [{ key: 's2', sceneNumber: '2' }] },
    })
    expect(await scenesOf(project.episodeId)).toHaveLength(3)
    await service.apply(draft.id as string, { scenes: ['s1'] })
    expect(headings(await scenesOf(project.episodeId))).toEqual(['BAR', 'PIER', 'ROOM'])
  })

  it('is not undone over what somebody did since, and leaves just that where asked to', async () => {
    const project = await start(bar + pier + room)
    const service = await drafts()
    const draft = await service.propose(project.episodeId, {
      text: bar.replace('One', 'Two') + pier.replace('No.', 'Never.') + room + hall,
    })
    await service.apply(draft.id as string)
    const [one, , , four] = (await scenesOf(project.episodeId)) as [Scene, Scene, Scene, Scene]
    await payload().update({
      collection: 'scenes',
      id: one.id,
      data: { dialogueLines: one.dialogueLines?.map((line) => ({ ...line, text: `${line.text} Please.` })) },
    })
    await draw(four, 'review')
    await expect(service.undo(draft.id as string)).rejects.toMatchObject({
      code: 'conflict',
      details: { blocks: [{ sceneNumber: '1' }, { sceneNumber: '4' }] },
    })
    const { undoBlockedBy, canUndo } = await service.get(draft.id as string)
    expect(canUndo).toBe(false)
    expect(undoBlockedBy.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Scene 1: the dialogue changed/),
      expect.stringMatching(/^Scene 4: .*shots/),
    ])
    const undone = await service.undo(draft.id as string, { keepChanged: true })
    expect(undone.scenes).toMatchObject({ kept: 2, restored: 1 })
    const after = await scenesOf(project.episodeId)
    expect(after.map(({ id }) => id)).toEqual([...project.scenes.map(({ id }) => id), four.id])
    expect(at(after, 0).dialogueLines?.[0]?.text).toBe('Two more. Please.')
    expect(at(after, 1).dialogueLines?.[1]?.text).toBe('No.')
    expect(await textOf(project.episodeId)).toBe(bar + pier + room)
  })

  it('is not undone under a later one', async () => {
    const project = await start(bar + pier)
    const service = await drafts()
    const apply = async (text: string) => {
      const { id } = await service.propose(project.episodeId, { text })
      await service.apply(id as string)
      return id as string
    }
    const first = await apply(bar.replace('One', 'Two') + pier)
    const second = await apply(bar.replace('One', 'Three') + pier)
    await expect(service.undo(first, { keepChanged: true })).rejects.toMatchObject({ code: 'conflict' })
    expect((await service.findByEpisode(project.episodeId)).map(({ canUndo }) => canUndo)).toEqual([
      true,
      false,
    ])
    await service.undo(second)
    await service.undo(first)
    expect(at(await scenesOf(project.episodeId), 0).dialogueLines?.[0]?.text).toBe('One more.')
  })

  it('is finished after a crash in the middle, and undone then as if there had been none', async () => {
    const project = await start(bar + pier + room)
    await record(at(project.scenes, 1))
    const before = await snapshot(project)
    const service = await drafts()
    const draft = await service.propose(project.episodeId, {
      text: hall + bar.replace('One', 'Two') + pier.replace('No.', 'Never.'),
    })
    // The process dies when it writes its second scene.
    expect(await dying(2, () => service.apply(draft.id as string), 'scenes')).toBe(true)
    const { ScriptService } = await import('@/database/services/ScriptService')
    await new ScriptService({ payload: payload() }).resumeImports()
    const after = await scenesOf(project.episodeId)
    expect(headings(after)).toEqual(['HALL', 'BAR', 'PIER'])
    expect(after.slice(1).map(({ id }) => id)).toEqual(project.scenes.slice(0, 2).map(({ id }) => id))
    expect(await service.get(draft.id as string)).toMatchObject({ state: 'applied', canUndo: true })

    // And while it is undone.
    expect(await dying(2, () => service.undo(draft.id as string), 'scenes')).toBe(true)
    await new ScriptService({ payload: payload() }).resumeImports()
    expect(await snapshot(project)).toEqual(before)
  })

  it('is finished wherever a crash cuts it off, in order, and undone wherever another does', async () => {
    const { ScriptService } = await import('@/database/services/ScriptService')
    const service = await drafts()
    for (let write = 1, isCutOff = true; isCutOff; write += 1) {
      const project = await start(bar + pier + room)
      const before = await snapshot(project)
      const { id } = await service.propose(project.episodeId, {
        text: hall + pier.replace('No.', 'Never.') + bar.replace('One', 'Two'),
      })
      const draftId = id as string
      const isApplyCutOff = await dying(write, () => service.apply(draftId))
      await new ScriptService({ payload: payload() }).resumeImports()
      if ((await service.get(draftId)).state === 'proposed') await service.apply(draftId)
      const after = await scenesOf(project.episodeId)
      expect([write, ...headings(after)]).toEqual([write, 'HALL', 'PIER', 'BAR'])
      expect(after.map(({ order, sceneNumber }) => [order, sceneNumber])).toEqual([
        [1, '1'],
        [2, '2'],
        [3, '3'],
      ])
      const isUndoCutOff = await dying(write, () => service.undo(draftId))
      await new ScriptService({ payload: payload() }).resumeImports()
      if ((await service.get(draftId)).state === 'applied') await service.undo(draftId)
      expect([write, await snapshot(project)]).toEqual([write, before])
      isCutOff = isApplyCutOff || isUndoCutOff
    }
  }, 120_000)

  it('is not torn by who discards it while another applies it', async () => {
    const project = await start(bar + pier)
    const before = await snapshot(project)
    const service = await drafts()
    const { id } = await service.propose(project.episodeId, { text: bar.replace('One', 'Two') + pier + room })
    const [applied, discarded] = await Promise.allSettled([
      service.apply(id as string),
      service.discard(id as string),
    ])
    if (applied.status === 'fulfilled') {
      expect(discarded).toMatchObject({ status: 'rejected', reason: { code: 'conflict' } })
      expect(await service.get(id as string)).toMatchObject({ state: 'applied', canUndo: true })
      await service.undo(id as string)
    } else expect(discarded.status).toBe('fulfilled')
    expect(await snapshot(project)).toEqual(before)
  })

  it('splits a scene and joins it again: the board stays with the part that keeps the id', async () => {
    const first = `Mara counts her coins on the wet counter and waits for the last bus home.\n\nMARA\nOne more, then I am gone.\n\n`
    const second = `A glass breaks behind the curtain. Somebody laughs, far too loud for this hour.\n\n`
    const whole = `INT. BAR - DAY\n\n${first}${second}`
    const parts = `INT. BAR - DAY\n\n${first}INT. BAR - LATER\n\n${second}`
    const project = await start(pier + whole + room)
    const { shot } = await draw(at(project.scenes, 1), 'approved')
    const service = await drafts()
    const split = await service.propose(project.episodeId, { text: pier + parts + room })
    expect(split.counts).toMatchObject({ split: 1, unchanged: 2 })
    await service.apply(split.id as string)
    const after = await scenesOf(project.episodeId)
    expect(after).toHaveLength(4)
    expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(project.scenes.map(({ id }) => id)))
    const joined = await service.propose(project.episodeId, { text: pier + whole + room })
    expect(joined.counts).toMatchObject({ joined: 1 })
    await service.apply(joined.id as string)
    expect((await scenesOf(project.episodeId)).map(({ id }) => id)).toEqual(
      project.scenes.map(({ id }) => id),
    )
    expect(await payload().findByID({ collection: 'shots', id: shot, depth: 0 })).toMatchObject({
      scene: at(project.scenes, 1).id,
    })
  })

  it('asks whether a place was renamed, and keeps the place where it was', async () => {
    const kitchen = block('INT. KITCHEN - DAY', 'The kettle screams and nobody moves.', ['MARA', 'Leave it.'])
    const project = await start(kitchen + bar)
    const service = await drafts()
    const text = kitchen.replace('KITCHEN', 'GALLEY KITCHEN') + bar
    const draft = await service.propose(project.episodeId, { text })
    const place = String(at(project.scenes, 0).location)
    expect(draft.locations).toEqual([
      {
        old: { id: place, name: 'KITCHEN' },
        new: 'GALLEY KITCHEN',
        scenes: ['s1'],
        question: 'KITCHEN is now GALLEY KITCHEN: the same place?',
      },
    ])
    const before = await snapshot(project)
    await service.apply(draft.id as string, { sameLocations: [[place, 'GALLEY KITCHEN']] })
    const scenes = await scenesOf(project.episodeId)
    expect(at(scenes, 0)).toMatchObject({ heading: 'INT. GALLEY KITCHEN - DAY', location: place })
    expect(await payload().findByID({ collection: 'locations', id: place, depth: 0 })).toMatchObject({
      name: 'Kitchen',
      aliases: ['Galley Kitchen'],
    })
    await service.undo(draft.id as string)
    expect(await snapshot(project)).toEqual(before)
  })

  it('finds a place that was renamed by its old name', async () => {
    const project = await start(bar)
    const place = String(at(project.scenes, 0).location)
    await payload().update({ collection: 'locations', id: place, data: { name: 'The Anchor' } })
    const service = await drafts()
    const draft = await service.propose(project.episodeId, { text: bar + bar.replace('DAY', 'NIGHT') })
    await service.apply(draft.id as string)
    expect((await scenesOf(project.episodeId)).map(({ location }) => location)).toEqual([place, place])
  })

  it('saves an edit at once where nothing decided is hit, and else waits for a person', async () => {
    const project = await start(bar + pier)
    const service = await drafts()
    const edit = (text: string, baseVersion: number) =>
      service.saveText(project.episodeId, { text, baseVersion })
    expect(await edit(bar + pier.replace('No.', 'Never.'), 1)).toMatchObject({
      applied: { draft: { state: 'applied' } },
    })
    await expect(edit(bar, 1)).rejects.toMatchObject({ status: 412 })
    await draw(at(project.scenes, 0), 'approved')
    const text = bar.replace('One', 'Two') + pier
    expect(await edit(text, 2)).toMatchObject({ draft: { state: 'proposed' } })
    expect(await textOf(project.episodeId)).toBe(bar + pier.replace('No.', 'Never.'))
    const listed = await (await versions()).list(project.episodeId)
    expect(listed).toMatchObject([
      { version: 2, isCurrent: true, source: 'edit' },
      { version: 1, isCurrent: false, source: 'import' },
    ])
    expect(await (await versions()).get(project.episodeId, 1)).toMatchObject({ text: bar + pier })
    expect(await (await versions()).compare(project.episodeId, 1, 2)).toMatchObject({
      counts: { changed: 1, unchanged: 1 },
    })
    const restored = await service.propose(project.episodeId, { version: 1 })
    expect(restored).toMatchObject({ source: { kind: 'restore', version: 1 }, counts: { changed: 1 } })
    await service.apply(restored.id as string)
    expect(await textOf(project.episodeId)).toBe(bar + pier)
    await expect((await versions()).get(project.episodeId, 99)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('takes one of several edits of the same version, and refuses the others', async () => {
    const project = await start(bar)
    const edits = [1, 2, 3, 4, 5].map((edit) => `${bar}\nINT. ROOM ${edit} - DAY\n\nDust.\n`)
    for (let baseVersion = 1; baseVersion <= 3; baseVersion += 1) {
      const saved = await Promise.allSettled(
        edits.map(async (text) =>
          (await drafts()).saveText(project.episodeId, {
            text: `${text}\nRound ${baseVersion}.\n`,
            baseVersion,
          }),
        ),
      )
      expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const each of saved)
        if (each.status === 'rejected')
          expect([409, 412]).toContain((each.reason as { status: number }).status)
    }
    expect(await (await versions()).list(project.episodeId)).toHaveLength(4)
  })

  it('refuses an edit where another was saved after its version was looked at', async () => {
    const project = await start(bar)
    const edit = async (place: string) =>
      (await drafts()).saveText(project.episodeId, {
        text: `${bar}\nINT. ${place} - DAY\n\nDust.\n`,
        baseVersion: 1,
      })
    const look = payload().findByID.bind(payload()) as (...given: unknown[]) => Promise<unknown>
    const spied = vi.spyOn(payload(), 'findByID').mockImplementationOnce((async (...given: unknown[]) => {
      const seen = await look(...given)
      await edit('FIRST')
      return seen
    }) as never)
    await expect(edit('SECOND')).rejects.toMatchObject({ status: 412 })
    spied.mockRestore()
    expect(await textOf(project.episodeId)).toContain('FIRST')
  })

  it('is nobody’s who is not in the project, and only looked at by who may only read', async () => {
    const owner = await createUser(payload(), 'producer')
    const stranger = await createUser(payload(), 'producer')
    const viewer = await createUser(payload(), 'viewer')
    const project = await start(bar, owner.id)
    await payload().update({
      collection: 'projects',
      id: project.project,
      data: { members: [{ user: viewer.id, role: 'viewer' }] },
    })
    const mine = await drafts({ ...owner, collection: 'users' } as never)
    const { id } = await mine.propose(project.episodeId, { text: bar.replace('One', 'Two') })
    const draftId = id as string
    const older = await versions({ ...stranger, collection: 'users' } as never)
    const theirs = await drafts({ ...stranger, collection: 'users' } as never)
    for (const call of [
      () => theirs.propose(project.episodeId, { text: bar }),
      () => theirs.findByEpisode(project.episodeId),
      () => theirs.get(draftId),
      () => theirs.scene(draftId, 's1'),
      () => theirs.apply(draftId),
      () => theirs.undo(draftId),
      () => theirs.discard(draftId),
      () => older.list(project.episodeId),
      () => older.get(project.episodeId, 1),
      () => older.compare(project.episodeId, 1, 1),
      () => theirs.saveText(project.episodeId, { text: bar, baseVersion: 1 }),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'not-found' })
    const looking = await drafts({ ...viewer, collection: 'users' } as never)
    expect(await looking.get(draftId)).toMatchObject({ counts: { changed: 1 } })
    for (const call of [
      () => looking.propose(project.episodeId, { text: bar }),
      () => looking.apply(draftId),
      () => looking.discard(draftId),
      () => looking.saveText(project.episodeId, { text: bar, baseVersion: 1 }),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'forbidden' })
    await mine.discard(draftId)
    await expect(mine.get(draftId)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('does not stay for ever where nobody applies it', async () => {
    const project = await start(bar)
    const service = await drafts()
    const { id } = await service.propose(project.episodeId, { text: bar.replace('One', 'Two') })
    expect(await service.sweep()).toBe(0)
    expect(await service.sweep(new Date(Date.now() + 31 * 86_400_000))).toBeGreaterThan(0)
    await expect(service.get(id as string)).rejects.toMatchObject({ code: 'not-found' })
  })
})
