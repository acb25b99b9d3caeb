import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createMedia, createProjectTree } from './fixtures'
import { graphqlOf, restOf, signedIn } from './restApi'

describeEngines('An earlier version of a scene', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)
  let token: string

  beforeAll(async () => {
    token = (await signedIn(payload())).token
  })

  /** A scene with recordings, whose first version had none; one of its shots shows the action, one a line. */
  async function produced() {
    const tree = await createProjectTree(payload())
    const { project, episode } = tree
    const scene = await payload().create({
      collection: 'scenes',
      data: {
        episode: episode.id,
        sceneNumber: '7',
        heading: 'INT. MILL - DAY',
        order: 7,
        status: 'pending',
        action: 'Flour everywhere.',
        dialogueLines: [
          { cue: 'ADA', text: 'Stop it.' },
          { cue: 'BEN', text: 'It will not stop.' },
        ],
      },
    })
    const read = () => payload().findByID({ collection: 'scenes', id: scene.id, depth: 0, joins: false })
    const [one, two] = scene.dialogueLines ?? []
    const panels: Record<string, string> = {}
    for (const [key, shows] of Object.entries({
      action: { actionShown: ['Flour everywhere.'] },
      line: { dialogueLineIds: [String(one?.id)] },
      other: { dialogueLineIds: [String(two?.id)] },
    })) {
      const { id } = await payload().create({
        collection: 'shots',
        data: {
          ...shows,
          scene: scene.id,
          shotNumber: key,
          order: 1,
          size: 'MS',
          angle: 'eye',
          movement: 'static',
          duration: 3,
          origin: 'ai',
        },
        context: { isGenerating: true },
      })
      const data = { shot: id, image: tree.media.id, origin: 'ai', status: 'review' } as const
      panels[key] = (await payload().create({ collection: 'panels', data })).id
    }
    await payload().db.updateOne({
      collection: 'scenes',
      id: scene.id,
      data: { plannedAction: ['Flour everywhere.'] },
      returning: false,
    })
    const [own, made] = [await createMedia(payload(), project.id), await createMedia(payload(), project.id)]
    const change = (data: object) => payload().update({ collection: 'scenes', id: scene.id, data, depth: 0 })
    await change({
      dialogueLines: [
        { ...one, audio: own.id, duration: 2 },
        { ...two, audio: made.id, duration: 3 },
      ],
      status: 'approved',
      order: 9,
    })
    const recorded = async () =>
      (await read()).dialogueLines?.map(({ audio, audioIsStale, audioIsChosen }) => ({
        audio: audio ?? null,
        audioIsStale: Boolean(audioIsStale),
        audioIsChosen: Boolean(audioIsChosen),
      }))
    const versions = async () =>
      (
        await payload().findVersions({
          collection: 'scenes',
          where: { parent: { equals: scene.id } },
          sort: 'createdAt',
          depth: 0,
          limit: 30,
        })
      ).docs
    const first = async () => String((await versions())[0]?.id)
    const stale = async () => {
      const found: Record<string, boolean> = {}
      for (const [key, id] of Object.entries(panels))
        found[key] = Boolean((await payload().findByID({ collection: 'panels', id, depth: 0 })).isStale)
      return found
    }
    const fresh = () =>
      payload().db.updateMany({
        collection: 'panels',
        where: { scene: { equals: scene.id } },
        data: { isStale: false, staleReason: null },
      })
    const later = await createMedia(payload(), project.id)
    return { own, made, later, one, two, change, recorded, versions, first, stale, fresh, read }
  }

  const restore = (id: string) => rest(`/scenes/versions/${id}`, { method: 'POST', token })

  it('has the recordings of today where its lines say what they say', async () => {
    const { own, made, change, recorded, first, stale, fresh, read } = await produced()
    const now = [
      { audio: own.id, audioIsStale: false, audioIsChosen: true },
      { audio: made.id, audioIsStale: false, audioIsChosen: true },
    ]
    expect(await recorded()).toEqual(now)
    await change({ action: 'Flour everywhere.\n\nA cat.' })
    await fresh()
    expect((await restore(await first())).status).toBe(200)
    expect(await recorded()).toEqual(now)
    // What a person decided and where it stands is no part of its words.
    expect(await read()).toMatchObject({ action: 'Flour everywhere.', status: 'approved', order: 9 })
    expect(await stale()).toEqual({ action: false, line: false, other: false })
    await change({ action: 'A cat.' })
    await fresh()
    const mutation = `mutation { restoreVersionScene(id: "${await first()}") { id } }`
    expect((await graphql(mutation, token)).error).toBeNull()
    expect(await recorded()).toEqual(now)
    expect((await read()).action).toBe('Flour everywhere.')
    expect(await stale()).toEqual({ action: false, line: false, other: false })
  })

  it('has the recording that it had with other words, if it is there, or none', async () => {
    const { own, made, later, one, two, change, recorded, versions, first, stale, fresh } = await produced()
    // A version that is restored is kept as one of the time at which its scene was made: asked for before.
    const beginning = await first()
    const spoken = String((await versions()).at(-1)?.id)
    const none = { audio: null, audioIsStale: false, audioIsChosen: false }
    await change({
      dialogueLines: [
        { ...one, text: 'Go on.', audio: own.id },
        { ...two, audio: made.id },
      ],
    })
    expect((await recorded())?.[0]).toMatchObject({ audio: own.id, audioIsStale: true })
    await fresh()
    expect((await restore(spoken)).status).toBe(200)
    expect((await recorded())?.[0]).toEqual({ audio: own.id, audioIsStale: false, audioIsChosen: true })
    expect(await stale()).toEqual({ action: false, line: true, other: false })
    // A recording of the words that go is none of those that come back.
    await change({ dialogueLines: [{ ...one, text: 'Go on.', audio: later.id }, two] })
    expect((await restore(beginning)).status).toBe(200)
    expect((await recorded())?.[0]).toEqual(none)
    // The file is gone for good.
    await change({ dialogueLines: [{ ...one, text: 'Go away.' }, two] })
    await payload().delete({ collection: 'media', id: own.id })
    expect((await restore(spoken)).status).toBe(200)
    expect((await recorded())?.[0]).toEqual(none)
  })
})
