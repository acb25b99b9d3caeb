import { expect, it } from 'vitest'
import { relationId, relationIds } from '@/lib/ids'
import type { Character, Location } from '@/payload-types'
import { describeEngines } from './engines'
import { createMedia, createShot, unique } from './fixtures'
import { graphqlOf, projectWithPeople, restOf, signedIn } from './restApi'

type Slug = 'shots' | 'characters' | 'locations' | 'episodes' | 'scenes'

describeEngines('An earlier version', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)

  /** A project with an episode and a scene of two lines, and the doors of its owner. */
  async function start() {
    const { owner, project } = await projectWithPeople(payload())
    const { token } = owner
    const of = async (collection: string, json: object) => {
      const { status, body, text } = await rest(`/${collection}`, { method: 'POST', token, json })
      expect([status, text]).toEqual([201, expect.anything()])
      return body.doc
    }
    const patch = async (path: string, json: object) => {
      const { status, text } = await rest(path, { method: 'PATCH', token, json })
      expect([status, text]).toEqual([200, expect.anything()])
    }
    const episode = await of('episodes', { project, episodeNumber: 1, title: 'Pilot' })
    const scene = await of('scenes', {
      episode: episode.id,
      sceneNumber: '1',
      heading: 'INT. MILL - DAY',
      order: 1,
      action: 'Flour everywhere.',
      dialogueLines: [
        { cue: 'ADA', text: 'Stop it.' },
        { cue: 'BEN', text: 'It will not stop.' },
        { cue: 'ADA', text: 'Then run.' },
      ],
    })
    const [one, two, three] = scene.dialogueLines.map(({ id }: { id: string }) => id) as string[]
    /** Goes back to the oldest version that says this. */
    const restore = async (collection: Slug, id: string, where: object) => {
      const { docs } = await payload().findVersions({
        collection,
        where: { and: [{ parent: { equals: id } }, where as never] },
        sort: 'createdAt',
        depth: 0,
      })
      const version = String(docs[0]?.id)
      const { status, text } = await rest(`/${collection}/versions/${version}`, { method: 'POST', token })
      expect([status, text]).toEqual([200, expect.anything()])
      return { version, now: await payload().findByID({ collection, id, depth: 0, joins: false }) }
    }
    return { project, token, of, patch, episode, scene, one, two, three, restore }
  }

  it('of a shot has its words and its frame, and the number, place, pictures and lines of today', async () => {
    const { project, token, of, patch, scene, one, two, three, restore } = await start()
    const ada = await of('characters', { project, name: 'Ada' })
    const shot = await of('shots', {
      scene: scene.id,
      shotNumber: '1',
      size: 'LS',
      order: 1,
      description: 'The mill.',
      characters: [ada.id],
      dialogueLineIds: [two, one],
    })
    const image = (await createMedia(payload(), project)).id
    const data = { shot: shot.id, image, origin: 'ai', status: 'review' } as const
    const panel = await payload().create({ collection: 'panels', data })
    await patch(`/shots/${shot.id}`, {
      shotNumber: '7',
      order: 4,
      size: 'CU',
      description: 'Her hands.',
      characters: [],
      dialogueLineIds: [one, three],
    })
    await patch(`/panels/${panel.id}`, { status: 'approved' })
    // Another one is the first by now, and has one of its lines; and somebody in it is gone.
    await createShot(payload(), scene.id, { shotNumber: '1', dialogueLineIds: [two as string] })
    await rest(`/characters/${ada.id}`, { method: 'DELETE', token })
    const { now, version } = await restore('shots', shot.id, {
      'version.description': { equals: 'The mill.' },
    })
    const wanted = {
      description: 'The mill.',
      size: 'LS',
      shotNumber: '7',
      order: 4,
      title: 'Scene 1, shot 7',
      scene: scene.id,
      characters: [],
      dialogueLineIds: [one, three],
    }
    expect(now).toMatchObject(wanted)
    const { status, chosenAt } = await payload().findByID({ collection: 'panels', id: panel.id, depth: 0 })
    expect([status, Boolean(chosenAt)]).toEqual(['approved', true])
    await patch(`/shots/${shot.id}`, { description: 'Her hands.', size: 'CU' })
    const { error } = await graphql(`mutation { restoreVersionShot(id: "${version}") { id } }`, token)
    expect(error).toBeNull()
    expect(await payload().findByID({ collection: 'shots', id: shot.id, depth: 0 })).toMatchObject(wanted)
  })

  it('of a scene has the number of today, also where another has its own', async () => {
    const { of, patch, episode, scene, restore } = await start()
    await patch(`/scenes/${scene.id}`, { sceneNumber: '2', action: 'Quiet.' })
    await of('scenes', { episode: episode.id, sceneNumber: '1', heading: 'INT. BARN - DAY', order: 2 })
    const { now } = await restore('scenes', scene.id, { 'version.action': { equals: 'Flour everywhere.' } })
    expect(now).toMatchObject({ action: 'Flour everywhere.', sceneNumber: '2' })
  })

  it('of a character has what was written of them; who they are, voice and looks stay', async () => {
    const { project, of, patch, scene, restore } = await start()
    const design = (await createMedia(payload(), project)).id
    const friend = await of('characters', { project, name: 'Friend' })
    const ilse = await of('characters', {
      project,
      name: 'Ilse',
      personality: 'Patient.',
      relationships: [{ character: friend.id, kind: 'friend' }],
    })
    await createShot(payload(), scene.id, { shotNumber: '1', characters: [ilse.id] })
    const voice = await of('voices', {
      project,
      name: unique('Voice'),
      provider: 'local',
      providerVoiceId: 'en',
      language: 'en-gb',
    })
    await patch(`/characters/${ilse.id}`, {
      name: 'Brigitte',
      personality: 'Brisk.',
      visualDesign: { approvedDesign: design, references: [design] },
      voiceProfile: { voice: voice.id, consent: { isGiven: true, givenBy: 'Her agent' } },
    })
    await payload().db.updateOne({ collection: 'characters', id: ilse.id, data: { lineCount: 12 } })
    // Her name is another one's by now.
    await patch(`/characters/${ilse.id}`, { aliases: [] })
    const other = await of('characters', { project, name: 'Ilse' })
    await payload().delete({ collection: 'characters', id: friend.id })
    const { now } = await restore('characters', ilse.id, { 'version.personality': { equals: 'Patient.' } })
    expect(now).toMatchObject({
      name: 'Brigitte',
      canonicalName: 'BRIGITTE',
      personality: 'Patient.',
      aliases: [],
      relationships: [],
      project,
      lineCount: 12,
      visualDesign: { castAs: 'Ilse' },
      voiceProfile: { consent: { isGiven: true, givenBy: 'Her agent' } },
    })
    const { visualDesign, voiceProfile } = now as Character
    expect(relationId(voiceProfile?.voice)).toBe(voice.id)
    expect(relationId(visualDesign?.approvedDesign)).toBe(design)
    expect(relationIds(visualDesign?.references)).toEqual([design])
    // Where nobody has it, the name comes back, and the one of today is another name of hers.
    await patch(`/characters/${other.id}`, { deletedAt: new Date().toISOString() })
    await patch(`/characters/${ilse.id}`, { aliases: ['Gitte'] })
    const again = await restore('characters', ilse.id, { 'version.name': { equals: 'Ilse' } })
    expect(again.now).toMatchObject({ name: 'Ilse', canonicalName: 'ILSE' })
    expect((again.now as Character).aliases?.sort()).toEqual(['Brigitte', 'Gitte'])
    expect((again.now as Character).visualDesign?.castAs ?? null).toBeNull()
  })

  it('of a character whose name comes back takes along what says it: their voice, and what the machine wrote of them', async () => {
    const { project, of, patch, scene, restore } = await start()
    const voice = await of('voices', {
      project,
      name: 'Mila’s voice',
      provider: 'local',
      providerVoiceId: 'en',
      language: 'en-gb',
      settings: { pitch: 40, rate: 150 },
    })
    const mila = await of('characters', { project, name: 'Mila', voiceProfile: { voice: voice.id } })
    const shot = await createShot(payload(), scene.id, {
      shotNumber: '1',
      description: 'Mila speaks at the mill.',
      characters: [mila.id],
    })
    await payload().db.updateOne({ collection: 'shots', id: shot.id, data: { origin: 'ai' } })
    const said = async () => [
      (await payload().findByID({ collection: 'voices', id: voice.id, depth: 0 })).name,
      (await payload().findByID({ collection: 'shots', id: shot.id, depth: 0 })).description,
    ]
    await patch(`/characters/${mila.id}`, { visualDesign: { description: 'A red scarf.' } })
    await patch(`/characters/${mila.id}`, { name: 'Milena' })
    expect(await said()).toEqual(['Milena’s voice', 'Milena speaks at the mill.'])
    const { now } = await restore('characters', mila.id, { 'version.name': { equals: 'Mila' } })
    expect(now).toMatchObject({ name: 'Mila', canonicalName: 'MILA' })
    expect(await said()).toEqual(['Mila’s voice', 'Mila speaks at the mill.'])
    const kept = { provider: 'local', providerVoiceId: 'en', settings: { pitch: 40, rate: 150 }, project }
    expect(await payload().findByID({ collection: 'voices', id: voice.id, depth: 0 })).toMatchObject(kept)
  })

  it('of a place has its description; the names that scripts find it by stay', async () => {
    const { project, of, patch, restore } = await start()
    const pier = await of('locations', { project, name: 'Pier', description: 'Wet planks.' })
    await patch(`/locations/${pier.id}`, { name: 'Quay', description: 'Stone.' })
    await patch(`/locations/${pier.id}`, { aliases: ['Landing'] })
    await of('locations', { project, name: 'Pier' })
    const { now } = await restore('locations', pier.id, { 'version.description': { equals: 'Wet planks.' } })
    expect(now).toMatchObject({ name: 'Quay', canonicalName: 'QUAY', description: 'Wet planks.', project })
    expect((now as Location).aliases).toEqual(['Landing'])
  })

  it('of an episode has its title and synopsis; its number, state, script and documents stay', async () => {
    const { project, of, patch, episode, restore } = await start()
    await patch(`/episodes/${episode.id}`, { synopsis: 'A mill burns.' })
    const film = (await createMedia(payload(), project)).id
    await payload().db.updateOne({
      collection: 'episodes',
      id: episode.id,
      data: { outputs: { storyboardPdf: film }, production: { percentage: 40 } },
    })
    await patch(`/episodes/${episode.id}`, {
      episodeNumber: 3,
      title: 'The mill',
      synopsis: 'It rains.',
      status: 'approved',
    })
    await of('episodes', { project, episodeNumber: 1, title: 'Before' })
    const { now } = await restore('episodes', episode.id, { 'version.synopsis': { equals: 'A mill burns.' } })
    expect(now).toMatchObject({
      title: 'Pilot',
      synopsis: 'A mill burns.',
      episodeNumber: 3,
      status: 'approved',
      production: { percentage: 40 },
      outputs: { storyboardPdf: film },
    })
  })

  it('brings nothing back that is not there any more', async () => {
    const { token: admin } = await signedIn(payload())
    const { of, patch, project, scene, restore } = await start()
    const mill = await of('locations', { project, name: 'Mill' })
    await patch(`/scenes/${scene.id}`, { location: mill.id, synopsis: 'Before.' })
    await patch(`/scenes/${scene.id}`, { location: null, synopsis: 'After.' })
    expect((await rest(`/locations/${mill.id}`, { method: 'DELETE', token: admin })).status).toBe(200)
    const { now } = await restore('scenes', scene.id, { 'version.synopsis': { equals: 'Before.' } })
    expect((now as { location?: unknown }).location ?? null).toBeNull()
    expect(now).toMatchObject({ synopsis: 'Before.' })
  })
})
