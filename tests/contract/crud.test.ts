import { describe, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createMedia, createProjectTree, createUser, unique } from './fixtures'

/** The fields that Payload names in a validation error. */
const problemsOf = async (work: Promise<unknown>): Promise<string[]> => {
  try {
    await work
  } catch (error) {
    const { data } = error as { data?: { errors?: Array<{ path: string }> } }
    return (data?.errors ?? [{ path: (error as Error).message }]).map(({ path }) => path)
  }
  return []
}

describeEngines('Documents', (booted) => {
  const payload = () => booted().payload
  const project = () =>
    payload().create({
      collection: 'projects',
      data: { title: unique('Film'), type: 'film', status: 'concept' },
    })
  const episode = async (projectId: string, episodeNumber = 1) =>
    payload().create({
      collection: 'episodes',
      data: { project: projectId, episodeNumber, title: unique('Episode'), status: 'draft' },
    })

  describe('unique rules', () => {
    it('one episode number in a project', async () => {
      const { id } = await project()
      await episode(id, 1)
      await episode(id, 2)
      await episode((await project()).id, 1)
      expect(await problemsOf(episode(id, 1))).not.toEqual([])
      const { totalDocs } = await payload().count({
        collection: 'episodes',
        where: { project: { equals: id } },
      })
      expect(totalDocs).toBe(2)
    })

    it('one episode of a number even when many are made at once', async () => {
      const { id } = await project()
      const made = await Promise.allSettled(Array.from({ length: 8 }, () => episode(id, 7)))
      expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    })

    it('one scene number in an episode, one shot number in a scene, one version in a shot', async () => {
      const tree = await createProjectTree(payload())
      const scene = (sceneNumber: string, episodeId = tree.episode.id) =>
        payload().create({
          collection: 'scenes',
          data: { episode: episodeId, sceneNumber, heading: 'EXT. HILL', order: 2, status: 'pending' },
        })
      await scene('12A')
      expect(await problemsOf(scene('12A'))).not.toEqual([])
      const { id } = await episode(tree.project.id, 2)
      await scene('12A', id)
      const shot = {
        scene: tree.scene.id,
        shotNumber: '1',
        order: 2,
        size: 'CU',
        angle: 'eye',
        movement: 'static',
        duration: 1,
        origin: 'human',
      } as const
      expect(await problemsOf(payload().create({ collection: 'shots', data: shot }))).not.toEqual([])
      const panel = { shot: tree.shot.id, image: tree.media.id, origin: 'ai', status: 'draft' } as const
      const second = await payload().create({ collection: 'panels', data: panel })
      expect([tree.panel.version, second.version]).toEqual([1, 2])
      expect(
        await problemsOf(payload().create({ collection: 'panels', data: { ...panel, version: 2 } })),
      ).not.toEqual([])
    })

    it('one slug, one e-mail address, one template version', async () => {
      const data = { title: 'Same title', type: 'short', status: 'concept' } as const
      const first = await payload().create({ collection: 'projects', data })
      const second = await payload().create({ collection: 'projects', data })
      expect([first.slug, second.slug]).toEqual(['same-title', 'same-title-2'])
      const user = await createUser(payload(), 'editor')
      const again = { name: 'Again', email: user.email, password: 'long-enough-1', role: 'editor' } as const
      expect(await problemsOf(payload().create({ collection: 'users', data: again }))).toContain('email')
      const template = { key: 'draw', version: 1, body: '{{scene.heading}}' }
      await payload().create({ collection: 'prompt-templates', data: template })
      await payload().create({ collection: 'prompt-templates', data: { ...template, version: 2 } })
      expect(
        await problemsOf(payload().create({ collection: 'prompt-templates', data: template })),
      ).not.toEqual([])
    })
  })

  describe('relationships', () => {
    it('are string ids at depth 0 and documents at depth 1, on the way in and out', async () => {
      const tree = await createProjectTree(payload())
      const bare = await payload().findByID({ collection: 'scenes', id: tree.scene.id, depth: 0 })
      expect(bare).toMatchObject({
        episode: tree.episode.id,
        project: tree.project.id,
        location: tree.location.id,
        characters: [tree.character.id],
      })
      expect(bare.dialogueLines?.[0]).toMatchObject({ character: tree.character.id, audio: tree.media.id })
      for (const doc of Object.values(tree)) if (typeof doc === 'object') expect(typeof doc.id).toBe('string')
      const full = await payload().findByID({ collection: 'scenes', id: tree.scene.id, depth: 1 })
      expect(full).toMatchObject({
        episode: { id: tree.episode.id, title: 'Pilot' },
        characters: [{ id: tree.character.id, name: tree.character.name }],
      })
    })

    it('are found by id, by list, by array row and across documents', async () => {
      const tree = await createProjectTree(payload())
      const ids = async (where: Parameters<ReturnType<typeof payload>['find']>[0]['where']) =>
        (await payload().find({ collection: 'scenes', where, depth: 0 })).docs.map((doc) => doc.id)
      const expected = [tree.scene.id]
      expect(await ids({ episode: { equals: tree.episode.id } })).toEqual(expected)
      expect(await ids({ episode: { in: [tree.episode.id] } })).toEqual(expected)
      expect(await ids({ characters: { in: [tree.character.id] } })).toEqual(expected)
      expect(await ids({ 'dialogueLines.character': { equals: tree.character.id } })).toEqual(expected)
      expect(
        await ids({
          and: [
            { 'location.world.name': { equals: tree.world.name } },
            { project: { equals: tree.project.id } },
          ],
        }),
      ).toEqual(expected)
      expect(
        await ids({ and: [{ project: { equals: tree.project.id } }, { location: { exists: false } }] }),
      ).toEqual([])
    })

    it('of many keep their order, and let go', async () => {
      const tree = await createProjectTree(payload())
      const pictures = []
      for (let n = 0; n < 3; n += 1) pictures.push((await createMedia(payload(), tree.project.id)).id)
      const images = [pictures[2], tree.media.id, pictures[0], pictures[1]] as string[]
      const set = (value: string[] | null) =>
        payload().update({ collection: 'shots', id: tree.shot.id, data: { images: value }, depth: 0 })
      expect((await set(images)).images).toEqual(images)
      expect((await set(images.slice(1, 3))).images).toEqual(images.slice(1, 3))
      expect((await set([])).images ?? []).toEqual([])
    })
  })

  describe('rows and groups', () => {
    it('keep the ids of array rows through changes and reordering', async () => {
      const { scene } = await createProjectTree(payload())
      const [one, two] = scene.dialogueLines ?? []
      expect(one?.id).toBeTruthy()
      const changed = await payload().update({
        collection: 'scenes',
        id: scene.id,
        depth: 0,
        data: {
          dialogueLines: [
            { id: two?.id, cue: 'VOICE', text: 'Two, louder.' },
            { cue: 'NEW', text: 'Three.' },
            { id: one?.id, cue: 'NORA', text: 'One.' },
          ],
        },
      })
      const lines = changed.dialogueLines ?? []
      expect(lines.map((line) => line.text)).toEqual(['Two, louder.', 'Three.', 'One.'])
      expect([lines[0]?.id, lines[2]?.id]).toEqual([two?.id, one?.id])
      expect(lines[1]?.id).toBeTruthy()
      expect(lines[1]?.id).not.toBe(one?.id)
    })

    it('keep what a change of a group does not name', async () => {
      const { id } = await project()
      await payload().update({ collection: 'projects', id, data: { settings: { visualStyle: 'ink' } } })
      const stored = await payload().update({ collection: 'projects', id, data: { settings: { fps: 25 } } })
      expect(stored.settings).toMatchObject({ fps: 25, visualStyle: 'ink', aspectRatio: '16:9' })
    })

    it('keep JSON and lists of text as they are', async () => {
      const { scene } = await createProjectTree(payload())
      const beats = [{ kind: 'action', 'a.b': '$x' }, { list: [1, null, 'ü'] }]
      const stored = await payload().update({
        collection: 'scenes',
        id: scene.id,
        depth: 0,
        data: { beats, props: ['lamp', 'knife', 'lamp'] },
      })
      expect(stored.beats).toEqual(beats)
      expect(stored.props).toEqual(['lamp', 'knife', 'lamp'])
    })
  })

  describe('joins', () => {
    it('list what belongs to a document, sorted and counted', async () => {
      const { project: film, episode: pilot, scene, location, character } = await createProjectTree(payload())
      for (const number of [3, 2]) await episode(film.id, number)
      const full = await payload().findByID({
        collection: 'projects',
        id: film.id,
        depth: 1,
        joins: { episodes: { count: true } },
      })
      expect(full.episodes?.docs?.map((doc) => (doc as { episodeNumber: number }).episodeNumber)).toEqual([
        1, 2, 3,
      ])
      expect(full.episodes?.totalDocs).toBe(3)
      expect(full.episodesMade).toBe(3)
      const withScenes = await payload().findByID({ collection: 'episodes', id: pilot.id, depth: 0 })
      expect(withScenes.scenes?.docs).toEqual([scene.id])
      const place = await payload().findByID({ collection: 'locations', id: location.id, depth: 0 })
      expect(place.scenes?.docs).toEqual([scene.id])
      const person = await payload().findByID({ collection: 'characters', id: character.id, depth: 0 })
      expect(person.appearances?.docs).toEqual([scene.id])
    })
  })

  describe('versions', () => {
    it('keep what a document was and bring it back', async () => {
      const { scene } = await createProjectTree(payload())
      await payload().update({ collection: 'scenes', id: scene.id, data: { action: 'She waits.' } })
      await payload().update({ collection: 'scenes', id: scene.id, data: { action: 'She runs.' } })
      const { docs } = await payload().findVersions({
        collection: 'scenes',
        where: { parent: { equals: scene.id } },
        sort: '-updatedAt',
        depth: 0,
      })
      expect(docs.map(({ version }) => version.action ?? null)).toEqual(['She runs.', 'She waits.', null])
      expect(docs.every(({ parent }) => parent === scene.id)).toBe(true)
      const waiting = docs.find(({ version }) => version.action === 'She waits.')
      const restored = await payload().restoreVersion({ collection: 'scenes', id: waiting?.id as string })
      expect(restored).toMatchObject({ id: scene.id, action: 'She waits.' })
      expect(restored.dialogueLines?.map((line) => line.id)).toEqual(
        scene.dialogueLines?.map((line) => line.id),
      )
    })
  })

  describe('trash', () => {
    it('hides a document and gives it back', async () => {
      const { location } = await createProjectTree(payload())
      const find = (trash: boolean) =>
        payload().count({ collection: 'locations', where: { id: { equals: location.id } }, trash })
      await payload().update({
        collection: 'locations',
        id: location.id,
        data: { deletedAt: new Date().toISOString() },
      })
      expect((await find(false)).totalDocs).toBe(0)
      expect((await find(true)).totalDocs).toBe(1)
      await payload().update({
        collection: 'locations',
        id: location.id,
        data: { deletedAt: null },
        trash: true,
      })
      expect((await find(false)).totalDocs).toBe(1)
    })
  })

  describe('transactions', () => {
    it('leave nothing behind when a request fails, where the engine has them', async () => {
      const { engine } = booted()
      const film = await project()
      const data = { project: film.id, episodeNumber: 1, title: 'x'.repeat(300), status: 'draft' } as const
      expect(await problemsOf(payload().create({ collection: 'episodes', data }))).not.toEqual([])
      const { totalDocs } = await payload().count({
        collection: 'episodes',
        where: { project: { equals: film.id } },
      })
      expect(totalDocs).toBe(0)
      const transactionID = await payload().db.beginTransaction()
      expect(transactionID !== null).toBe(engine.capabilities.hasTransactions)
      if (transactionID === null) return
      const req = { transactionID }
      await payload().create({ collection: 'episodes', data: { ...data, title: 'Gone' }, req })
      await payload().db.rollbackTransaction(transactionID)
      const after = await payload().count({ collection: 'episodes', where: { project: { equals: film.id } } })
      expect(after.totalDocs).toBe(0)
    })
  })
})
