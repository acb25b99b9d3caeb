import { expect, it } from 'vitest'
import type { Character, User } from '@/payload-types'
import { saysName } from '@/screenplay'
import { describeEngines } from './engines'
import { createUser } from './fixtures'
import { scriptHelpers } from './scriptHelpers'
import { shotsOf, suggestAll } from './suggestedShots'

const script = `INT. FERRY - DAY

WANDA (40s) coils a rope on the deck. Wanda's hands bleed.

WANDA
Mind the step.

JORIS
I mind it, Wanda.

INT. PILOT HOUSE - NIGHT

Joris opens a drawer. WANDA'S map is gone.

JORIS
(to Wanda Mae)
Where is it?

WANDA MAE
Ask Wanda.

EXT. QUAY - DAWN

= Wanda has left, and Joris knows.

Joris finds Wanda's rope and wanders off.

JORIS
Gone.
`

describeEngines('Where a name is said', (booted) => {
  const payload = () => booted().payload
  const { drafts, read, scenesOf } = scriptHelpers(payload)

  const service = async (user?: User) => {
    const { CharacterService } = await import('@/database/services/CharacterService')
    return new CharacterService({ payload: payload(), ...(user ? { user: user as never } : {}) })
  }
  const personOf = async (project: string, name: string) => {
    const { docs } = await payload().find({
      collection: 'characters',
      where: { and: [{ project: { equals: project } }, { name: { equals: name } }] },
      depth: 0,
    })
    return docs[0] as Character
  }
  const start = async () => {
    const { project, episodeId } = await read(script)
    const shots = await suggestAll(payload(), project, episodeId)
    return { project, episodeId, shots, wanda: await personOf(project, 'Wanda') }
  }
  const rename = (id: string, name: string) =>
    payload().update({ collection: 'characters', id, data: { name }, depth: 0 })
  const saying = async (episodeId: string, name: string, others: string[]) =>
    (await shotsOf(payload(), episodeId))
      .filter(({ description }) => saysName(description ?? '', name, others))
      .map(({ id }) => String(id))
  const ids = (named: Array<{ id: string }>) => named.map(({ id }) => id)

  it('is told of every shot and synopsis that says it, with whose words those are, before and after a renaming', async () => {
    const { episodeId, wanda } = await start()
    const before = await (await service()).mentions(wanda.id, 'Wanda')
    expect(ids(before.shots).sort()).toEqual((await saying(episodeId, 'Wanda', ['WANDA MAE'])).sort())
    expect(new Set(before.shots.map(({ by }) => by))).toEqual(new Set(['suggestion', 'script']))
    expect(before.scripts[0]?.lines).toBe(7)

    await rename(wanda.id, 'Gesine')
    const after = await (await service()).mentions(wanda.id, 'Wanda')
    expect(ids(after.shots).sort()).toEqual((await saying(episodeId, 'Wanda', ['WANDA MAE'])).sort())
    // What a renaming was to change, it did; the rest is quoted.
    expect(
      ids(before.shots.filter(({ by }) => by === 'suggestion')).filter((id) => ids(after.shots).includes(id)),
    ).toEqual([])
    expect(after.shots.every(({ by }) => by === 'script')).toBe(true)
    expect(after.shots.length).toBeGreaterThan(1)
    // Joris finds Wanda's rope where she is not.
    const quay = (await scenesOf(episodeId))[2]
    const shots = await shotsOf(payload(), episodeId)
    const ofQuay = shots.filter(({ scene }) => scene === quay?.id).map(({ id }) => String(id))
    expect(ids(after.shots).some((id) => ofQuay.includes(id))).toBe(true)
  })

  it('is gone from all that the machine wrote, once the script is renamed, and back where that is undone', async () => {
    const { episodeId, wanda } = await start()
    await rename(wanda.id, 'Gesine')
    const draft = await (await service()).proposeRename(wanda.id, episodeId, 'Wanda')
    await (await drafts()).apply(draft.id as string)
    expect(await saying(episodeId, 'Wanda', ['WANDA MAE'])).toEqual([])
    expect(await (await service()).mentions(wanda.id, 'Wanda')).toEqual({
      scripts: [],
      shots: [],
      synopses: [],
    })
    expect((await scenesOf(episodeId)).map(({ synopsis }) => synopsis).join(' ')).not.toMatch(
      /wanda(?! mae)/i,
    )
    expect((await scenesOf(episodeId))[2]?.synopsis).toBe('Gesine has left, and Joris knows.')
    expect(await (await service()).formerNames(wanda.id)).toEqual([])

    await (await drafts()).undo(draft.id as string)
    expect((await scenesOf(episodeId))[2]?.synopsis).toBe('Wanda has left, and Joris knows.')
    expect(await (await service()).formerNames(wanda.id)).toMatchObject([{ name: 'Wanda' }])
  })

  it('follows in suggested words also where a person has changed something else of the shot', async () => {
    const { episodeId, wanda, shots } = await start()
    const user = await createUser(payload(), 'admin')
    const before = await (await service()).mentions(wanda.id, 'Wanda')
    const { id } = before.shots.find(({ by }) => by === 'suggestion') as { id: string }
    await payload().update({ collection: 'shots', id, data: { size: 'CU' }, user, overrideAccess: false })
    await rename(wanda.id, 'Gesine')
    const now = (await shotsOf(payload(), episodeId)).find((shot) => String(shot.id) === id)
    const was = shots.find((shot) => String(shot.id) === id)
    expect(now?.origin).toBe('human')
    expect(now?.description).toBe(was?.description?.replaceAll('Wanda', 'Gesine'))
    // And once more, though none of its versions has that name.
    await rename(wanda.id, 'Hedda Lund')
    const again = (await shotsOf(payload(), episodeId)).find((shot) => String(shot.id) === id)
    expect(again?.description).toBe(was?.description?.replaceAll('Wanda', 'Hedda Lund'))
  })

  it('stays in a person’s words until they ask for the new one, which leaves a way back', async () => {
    const { episodeId, wanda, shots } = await start()
    const user = await createUser(payload(), 'admin')
    const id = String(shots[0]?.id)
    const words = 'We find Wanda by the rail, WANDA’S knife beside Wanda Mae. No wandafish.'
    await payload().update({
      collection: 'shots',
      id,
      data: { description: words },
      user,
      overrideAccess: false,
    })
    const [scene] = await scenesOf(episodeId)
    await payload().update({
      collection: 'scenes',
      id: scene?.id as string,
      data: { synopsis: 'Wanda is tired of it all.' },
      user,
      overrideAccess: false,
    })
    await rename(wanda.id, 'Gesine')
    const people = await service(user)
    const after = await people.mentions(wanda.id, 'Wanda')
    expect(after.shots.filter(({ by }) => by === 'person')).toEqual([
      { id, title: shots[0]?.title, by: 'person' },
    ])
    expect(after.synopses.filter(({ by }) => by === 'person')).toEqual([
      { id: scene?.id, title: 'Scene 1', by: 'person' },
    ])
    expect(await people.renameByPerson(wanda.id, 'Wanda')).toEqual({ shots: 1, synopses: 1 })
    const now = await payload().findByID({ collection: 'shots', id, depth: 0 })
    expect(now.description).toBe('We find Gesine by the rail, GESINE’S knife beside Wanda Mae. No wandafish.')
    expect((await scenesOf(episodeId))[0]?.synopsis).toBe('Gesine is tired of it all.')
    const { docs } = await payload().findVersions({ collection: 'shots', where: { parent: { equals: id } } })
    expect(docs.map(({ version }) => version.description)).toContain(words)
    await expect(people.renameByPerson(wanda.id, 'Gesine')).rejects.toThrow(/the name that they have/)
  })

  it('is no former name where it is part of the new one, and is not put in twice', async () => {
    const { episodeId, wanda } = await start()
    await rename(wanda.id, 'Wanda Lind')
    const draft = await (await service()).proposeRename(wanda.id, episodeId, 'Wanda')
    await (await drafts()).apply(draft.id as string)
    const all = (await shotsOf(payload(), episodeId)).map(({ description }) => description).join(' ')
    expect(all).toMatch(/Wanda Lind/i)
    expect(all).not.toMatch(/Lind Lind/i)
    expect(await (await service()).formerNames(wanda.id)).toEqual([])
    await expect((await service()).proposeRename(wanda.id, episodeId, 'Wanda')).rejects.toThrow(
      /does not say/,
    )
  })
})
