import { expect, it } from 'vitest'
import type { Scene } from '@/payload-types'
import { describeEngines } from './engines'
import { createMedia, unique } from './fixtures'
import { scriptHelpers } from './scriptHelpers'

const kitchen = `INT. KITCHEN - DAY

NORA (40) peels an orange.

NORA
You came.

BEN
Nora, please.

NORA
Sit down.

`
const yard = `EXT. YARD - NIGHT

The dog is gone.

NORA
Here, boy.

BEN
Leave it.
`
const script = kitchen + yard
const renamed = script.replaceAll('NORA', 'NINA').replaceAll('Nora', 'Nina')

describeEngines('Somebody who has another name in a draft', (booted) => {
  const payload = () => booted().payload
  const { drafts, read, scenesOf } = scriptHelpers(payload)
  const peopleOf = async (project: string) =>
    (
      await payload().find({
        collection: 'characters',
        where: { project: { equals: project } },
        sort: 'name',
        depth: 0,
        pagination: false,
        joins: false,
      })
    ).docs.map(({ updatedAt: _at, ...person }) => person)
  const namesOf = async (project: string) =>
    (await peopleOf(project)).map(({ name, aliases, lineCount }) => [name, aliases ?? [], lineCount])

  /** A project with the script, in which Nora has looks, a voice and a recorded first line. */
  const start = async (text = script) => {
    const { project, episodeId } = await read(text)
    const { id: voice } = await payload().create({
      collection: 'voices',
      data: { project, name: unique('Voice'), provider: 'local', providerVoiceId: 'en', language: 'en-gb' },
    })
    const nora = (await peopleOf(project)).find(({ name }) => name === 'Nora')?.id as string
    await payload().update({
      collection: 'characters',
      id: nora,
      data: { visualDesign: { description: 'A grey plait.' }, voiceProfile: { voice } },
    })
    const [first] = await scenesOf(episodeId)
    const audio = await createMedia(payload(), project)
    await payload().update({
      collection: 'scenes',
      id: first?.id as string,
      data: {
        dialogueLines: first?.dialogueLines?.map((line) => ({ ...line, audio: audio.id, duration: 2 })),
      },
    })
    return { project, episodeId, nora, voice }
  }

  it('is asked about, and stays one person with looks, voice and recordings where told so', async () => {
    const { project, episodeId, nora, voice } = await start()
    const service = await drafts()
    // A line before hers, so that none of them stands where it stood.
    const text = renamed.replace('NINA\nYou came.', 'BEN\nHello.\n\nNINA\nYou came.')
    const draft = await service.propose(episodeId, { text })
    expect(draft.characters).toEqual([
      {
        old: { id: nora, name: 'NORA' },
        new: 'NINA',
        scenes: ['s1', 's2'],
        question: 'Is NINA the old NORA?',
        isKnown: false,
      },
    ])
    const before = { people: await peopleOf(project), scenes: await scenesOf(episodeId) }
    await service.apply(draft.id as string, { sameCharacters: [[nora, 'NINA']] })
    expect(await namesOf(project)).toEqual([
      ['Ben', [], 3],
      ['Nina', ['Nora'], 3],
    ])
    expect((await peopleOf(project)).find(({ id }) => id === nora)).toMatchObject({
      canonicalName: 'NINA',
      visualDesign: { description: 'A grey plait.' },
      voiceProfile: { voice },
    })
    const [one] = await scenesOf(episodeId)
    const old = before.scenes[0]?.dialogueLines
    expect(one?.characters).toEqual(before.scenes[0]?.characters)
    expect(one?.dialogueLines?.slice(1)).toMatchObject([
      { id: old?.[0]?.id, cue: 'NINA', character: nora, audio: old?.[0]?.audio, audioIsStale: false },
      { id: old?.[1]?.id, cue: 'BEN', text: 'Nina, please.', audioIsStale: true },
      { id: old?.[2]?.id, cue: 'NINA', character: nora, audio: old?.[2]?.audio, audioIsStale: false },
    ])
    expect((await service.get(draft.id as string)).characters).toEqual([])

    await service.undo(draft.id as string)
    expect(await namesOf(project)).toEqual([
      ['Ben', [], 2],
      ['Nora', [], 3],
    ])
    const known = (people: unknown) => JSON.parse(JSON.stringify(people, (_, each) => each ?? undefined))
    expect(known(await peopleOf(project))).toEqual(known(before.people))
    const plain = (scenes: Scene[]) =>
      scenes.map(({ updatedAt: _at, ...scene }) =>
        JSON.parse(JSON.stringify(scene, (_, each) => each ?? undefined)),
      )
    expect(plain(await scenesOf(episodeId))).toEqual(plain(before.scenes))
  })

  it('is asked about where an earlier version of the script is restored, and goes by the earlier name again', async () => {
    const { project, episodeId, nora, voice } = await start()
    const service = await drafts()
    const draft = await service.propose(episodeId, { text: renamed })
    await service.apply(draft.id as string, { sameCharacters: [[nora, 'NINA']] })
    const names = await namesOf(project)
    const back = await service.propose(episodeId, { version: 1 })
    expect(back.characters).toEqual([
      {
        old: { id: nora, name: 'NINA' },
        new: 'NORA',
        scenes: ['s1', 's2'],
        question: 'Is NINA called NORA again?',
        isKnown: true,
      },
    ])
    await service.apply(back.id as string, { sameCharacters: [[nora, 'NORA']] })
    expect(await namesOf(project)).toEqual([
      ['Ben', [], 2],
      ['Nora', ['Nina'], 3],
    ])
    expect((await peopleOf(project)).find(({ id }) => id === nora)).toMatchObject({
      canonicalName: 'NORA',
      voiceProfile: { voice },
    })
    await service.undo(back.id as string)
    expect(await namesOf(project)).toEqual(names)
    // Without an answer it is the same person, by the name of today.
    const again = await service.propose(episodeId, { version: 1 })
    await service.apply(again.id as string)
    expect(await namesOf(project)).toEqual([
      ['Ben', [], 2],
      ['Nina', ['Nora'], 3],
    ])
    const [one] = await scenesOf(episodeId)
    expect(one?.dialogueLines?.map(({ character }) => character)).toContain(nora)
  })

  it('is asked about where whom an earlier version names is not there any more', async () => {
    const { project, episodeId, nora } = await start()
    const service = await drafts()
    const draft = await service.propose(episodeId, { text: renamed })
    await service.apply(draft.id as string)
    await payload().update({
      collection: 'characters',
      id: nora,
      data: { deletedAt: new Date().toISOString() },
    })
    const nina = (await peopleOf(project)).find(({ name }) => name === 'Nina')?.id as string
    const back = await service.propose(episodeId, { version: 1 })
    expect(back.characters).toMatchObject([
      { old: { id: nina, name: 'NINA' }, new: 'NORA', question: 'Is NORA the old NINA?', isKnown: false },
    ])
  })

  it('is somebody new without an answer', async () => {
    const { project, episodeId, nora } = await start()
    const service = await drafts()
    const draft = await service.propose(episodeId, { text: renamed })
    await service.apply(draft.id as string)
    expect(await namesOf(project)).toEqual([
      ['Ben', [], 2],
      ['Nina', [], 3],
      ['Nora', [], 0],
    ])
    const [one] = await scenesOf(episodeId)
    expect(one?.dialogueLines?.map(({ character }) => character)).not.toContain(nora)
    expect(one?.characters).not.toContain(nora)
  })

  it('leaves the scenes that an analysis read them out of, and is unused then, where somebody new is made', async () => {
    const { CharacterService } = await import('@/database/services/CharacterService')
    const people = new CharacterService({ payload: payload() })
    const { project, episodeId } = await read(script.replace('The dog', 'Ben’s dog and Nora’s cat'))
    const nora = (await peopleOf(project)).find(({ name }) => name === 'Nora')?.id as string
    const ben = (await peopleOf(project)).find(({ name }) => name === 'Ben')?.id as string
    const quiet = `${script}\nEXT. ROAD - DAY\n\nNora walks by. Ben waves.\n`
    await read(quiet, { project, episodeId })
    const road = async () => (await scenesOf(episodeId))[2]
    // As an analysis writes it, and with somebody whom a person put there.
    const other = await payload().create({
      collection: 'characters',
      data: { name: 'Passer-by', scope: 'project', project },
    })
    await payload().update({
      collection: 'scenes',
      id: (await road())?.id as string,
      data: { characters: [nora, ben, other.id] },
    })
    expect(await people.findUnused(project)).toEqual([])
    const service = await drafts()
    const text = quiet.replaceAll('NORA', 'NINA').replaceAll('Nora', 'Nina')
    await service.apply((await service.propose(episodeId, { text })).id as string)
    expect((await road())?.characters).toEqual([ben, other.id])
    expect(await people.findUnused(project)).toEqual([{ id: nora, name: 'Nora' }])
    expect(await people.removeUnused(project)).toEqual([{ id: nora, name: 'Nora' }])
    expect((await namesOf(project)).map(([name]) => name)).toEqual(['Ben', 'Nina', 'Passer-by'])
    expect(await people.removeUnused(project)).toEqual([])
  })

  it('is found by the old name afterwards', async () => {
    const { project, episodeId, nora } = await start()
    const service = await drafts()
    const draft = await service.propose(episodeId, { text: renamed })
    await service.apply(draft.id as string, { sameCharacters: [[nora, 'NINA']] })
    const back = await service.propose(episodeId, { text: script })
    expect(back.characters).toEqual([])
    await service.apply(back.id as string)
    expect(await namesOf(project)).toEqual([
      ['Ben', [], 2],
      ['Nina', ['Nora'], 3],
    ])
  })

  it('keeps both names where only a part is accepted, and the old one alone where none of the new is', async () => {
    const { project, episodeId, nora } = await start()
    const service = await drafts()
    const sameCharacters: Array<[string, string]> = [[nora, 'NINA']]
    const draft = await service.propose(episodeId, { text: renamed })
    await service.apply(draft.id as string, { scenes: ['s2'], sameCharacters })
    const scenes = await scenesOf(episodeId)
    expect(scenes.map(({ dialogueLines }) => dialogueLines?.[0])).toMatchObject([
      { cue: 'NORA', character: nora },
      { cue: 'NINA', character: nora },
    ])
    expect(await namesOf(project)).toContainEqual(['Nina', ['Nora'], 3])

    const other = await start()
    const text = `${renamed}\nINT. CAR - DAY\n\nRain.\n`
    const { id } = await service.propose(other.episodeId, { text })
    await service.apply(id as string, { scenes: ['n3'], sameCharacters: [[other.nora, 'NINA']] })
    expect(await namesOf(other.project)).toContainEqual(['Nora', [], 3])
  })

  it('cannot be somebody else, or nobody; nothing is written then', async () => {
    const { project, episodeId, nora } = await start()
    const service = await drafts()
    const draft = await service.propose(episodeId, { text: renamed })
    const apply = (sameCharacters: Array<[string, string]>) =>
      service.apply(draft.id as string, { sameCharacters })
    const names = await namesOf(project)
    await expect(apply([[nora, 'BEN']])).rejects.toMatchObject({
      status: 400,
      details: {
        problems: [{ field: 'sameCharacters.0', message: 'is BEN, which is a name of Ben already' }],
      },
    })
    const ben = (await peopleOf(project)).find(({ name }) => name === 'Ben')?.id as string
    await expect(
      apply([
        [nora, 'NINA'],
        [ben, 'NINA'],
      ]),
    ).rejects.toMatchObject({ details: { problems: [{ field: 'sameCharacters.1' }] } })
    await expect(apply([[nora, 'NADJA']])).rejects.toMatchObject({
      details: {
        problems: [{ field: 'sameCharacters.0', message: 'is NADJA, which is not a name in this script' }],
      },
    })
    const stranger = await start()
    await expect(apply([[stranger.nora, 'NINA']])).rejects.toMatchObject({
      details: { problems: [{ field: 'sameCharacters.0' }] },
    })
    await expect(
      service.apply(draft.id as string, { sameLocations: [[stranger.nora, 'YARD']] }),
    ).rejects.toMatchObject({ details: { problems: [{ field: 'sameLocations.0' }] } })
    expect(await namesOf(project)).toEqual(names)
    expect((await service.get(draft.id as string)).state).toBe('proposed')
  })

  it('stays as somebody named them since, when the draft is undone, and it is said', async () => {
    const { project, episodeId, nora } = await start()
    const service = await drafts()
    const draft = await service.propose(episodeId, { text: renamed })
    await service.apply(draft.id as string, { sameCharacters: [[nora, 'NINA']] })
    await payload().update({ collection: 'characters', id: nora, data: { name: 'Nina Holm' } })
    const { warnings } = await service.undo(draft.id as string)
    expect(warnings.map(({ message }) => message)).toEqual([
      'Nina was named Nina Holm after the draft was applied. That name stays.',
    ])
    expect(await namesOf(project)).toContainEqual(['Nina Holm', ['Nora', 'Nina'], 3])
  })

  it('is still the same where applying was cut off before the names were written', async () => {
    const { project, episodeId, nora } = await start(script)
    const service = await drafts()
    const draft = await service.propose(episodeId, { text: renamed })
    await service.apply(draft.id as string, { sameCharacters: [[nora, 'NINA']] })
    // As a crash leaves it: the episode has its text, nothing else is written.
    await payload().db.updateOne({
      collection: 'characters',
      id: nora,
      data: { name: 'Nora', canonicalName: 'NORA', aliases: [] },
    })
    const { script: stored } = await payload().findByID({ collection: 'episodes', id: episodeId, depth: 0 })
    await payload().db.updateOne({
      collection: 'episodes',
      id: episodeId,
      data: { script: { ...stored, importState: 'importing' } },
    })
    await payload().db.updateOne({
      collection: 'script-drafts',
      id: draft.id as string,
      data: { state: 'applying' },
    })
    expect(await service.resume()).toEqual([draft.id])
    expect(await namesOf(project)).toEqual([
      ['Ben', [], 2],
      ['Nina', ['Nora'], 3],
    ])
    await service.undo(draft.id as string)
    expect(await namesOf(project)).toContainEqual(['Nora', [], 3])
  })

  it('is asked about before an edit is saved', async () => {
    const { episodeId, nora } = await start()
    const saved = await (await drafts()).saveText(episodeId, { text: renamed, baseVersion: 1 })
    expect(saved).toMatchObject({ draft: { characters: [{ old: { id: nora }, new: 'NINA' }] } })
  })
})
