import { expect, it, vi } from 'vitest'
import type { Scene } from '@/payload-types'
import { describeEngines } from './engines'
import { createMedia, createShot } from './fixtures'
import { block, scriptHelpers } from './scriptHelpers'

const compared = vi.hoisted(() => ({ times: 0 }))
vi.mock('@/screenplay', async (original) => {
  const screenplay = await original<typeof import('@/screenplay')>()
  return {
    ...screenplay,
    compareScripts: (...args: Parameters<typeof screenplay.compareScripts>) => {
      compared.times += 1
      return screenplay.compareScripts(...args)
    },
  }
})

/** Long enough to be kept: what is short is read and compared as fast as it is looked for. */
const script = (scenes: number, word: string) =>
  Array.from({ length: scenes }, (_, index) =>
    block(`INT. ROOM ${index} - DAY`, `Thing ${index} is ${word} and nobody ever asks why.`, [
      'MARA',
      `Line ${index}.`,
    ]),
  ).join('')

describeEngines('A long draft', (booted) => {
  const payload = () => booted().payload
  const { drafts, read, scenesOf } = scriptHelpers(payload)
  const comparisons = async (work: () => Promise<unknown>): Promise<number> => {
    const before = compared.times
    await work()
    return compared.times - before
  }

  it('is compared once, however often it is looked at, applied and undone', async () => {
    const { episodeId } = await read(script(150, 'here'))
    const service = await drafts()
    const text = script(150, 'gone')
    let id = ''
    expect(
      await comparisons(async () => {
        id = (await service.propose(episodeId, { text })).id as string
      }),
    ).toBe(1)
    const first = await service.get(id)
    expect(first.counts).toMatchObject({ changed: 150 })
    const again = async () => {
      expect(await service.get(id)).toEqual(first)
      expect((await service.scene(id, 's3')).words).toEqual(first.scenes[2]?.words)
      await service.apply(id)
      await service.undo(id)
    }
    expect(await comparisons(again)).toBe(0)
    expect((await scenesOf(episodeId))[1]?.action).toBe('Thing 1 is here and nobody ever asks why.')
  })

  it('says what hangs on its scenes as it is now', async () => {
    const { project, episodeId } = await read(script(150, 'there'))
    const service = await drafts()
    const id = (await service.propose(episodeId, { text: script(150, 'lost') })).id as string
    const [scene] = (await scenesOf(episodeId)) as [Scene]
    const shot = await createShot(payload(), scene.id)
    const image = await createMedia(payload(), project)
    await payload().create({
      collection: 'panels',
      data: { shot: shot.id, image: image.id, origin: 'drawn', status: 'approved' },
    })
    const dialogueLines = scene.dialogueLines?.map((line) => ({ ...line, audio: image.id, duration: 2 }))
    await payload().update({ collection: 'scenes', id: scene.id, data: { dialogueLines } })
    const look = async () =>
      expect((await service.get(id)).scenes[0]?.effects).toMatchObject({
        shots: 1,
        panelsStale: 1,
        approved: 1,
        recordings: 1,
      })
    expect(await comparisons(look)).toBe(0)
  })

  it('is compared anew with an episode that has changed since', async () => {
    const { project, episodeId } = await read(script(150, 'near'))
    const service = await drafts()
    const text = script(151, 'far')
    const { id, counts } = await service.propose(episodeId, { text })
    expect(counts).toMatchObject({ added: 1, changed: 150 })
    // Somebody has added the last scene by hand already, which is in no text.
    const [scene] = (await scenesOf(episodeId)) as [Scene]
    await payload().create({
      collection: 'scenes',
      data: {
        project,
        episode: episodeId,
        sceneNumber: '151',
        order: 151,
        heading: 'INT. ROOM 150 - DAY',
        action: 'Thing 150 is far and nobody ever asks why.',
        dialogueLines: [{ cue: 'MARA', text: 'Line 150.', character: scene.dialogueLines?.[0]?.character }],
        status: 'pending',
      } as never,
    })
    expect(await service.get(id as string)).toMatchObject({ isOutdated: true })
    let next = counts
    const propose = async () => {
      next = (await service.propose(episodeId, { text })).counts
    }
    expect(await comparisons(propose)).toBe(1)
    expect(next).toMatchObject({ added: 0 })
    // And with another text of the episode.
    await read(script(150, 'nearer'), { project, episodeId })
    expect(await comparisons(propose)).toBe(1)
  })

  it('of many new scenes is undone without a trace, but for people whom others name by now', async () => {
    const { project, episodeId } = await read(script(2, 'old'))
    const service = await drafts()
    const added = Array.from({ length: 230 }, (_, index) =>
      block(`EXT. FIELD ${index} - DAY`, 'Wind.', [`GUEST ${index % 5}`, `I am number ${index}.`]),
    ).join('')
    const { id } = await service.propose(episodeId, { text: script(2, 'old') + added })
    await service.apply(id as string)
    const fresh = (await scenesOf(episodeId)).slice(2).map((scene) => scene.id)
    expect(fresh).toHaveLength(230)
    const guest = await payload().find({ collection: 'characters', where: { name: { equals: 'Guest 3' } } })
    // In another episode.
    const other = await read(block('INT. BARN - DAY', 'Hay.', ['GUEST 3', 'Hello.']), { project })
    const undone = await service.undo(id as string)
    expect(undone).toMatchObject({ warnings: [], scenes: { removed: 230 } })
    expect(await scenesOf(episodeId)).toHaveLength(2)
    expect(await scenesOf(other.episodeId)).toHaveLength(1)
    const { docs: people } = await payload().find({
      collection: 'characters',
      where: { project: { equals: project } },
      sort: 'name',
    })
    expect(people.map(({ name }) => name)).toEqual(['Guest 3', 'Mara'])
    expect(people[0]?.id).toBe(guest.docs[0]?.id)
    const { totalDocs: fields } = await payload().count({
      collection: 'locations',
      where: { and: [{ project: { equals: project } }, { name: { like: 'Field' } }] },
    })
    expect(fields).toBe(0)
    const { docs: events } = await payload().find({
      collection: 'events',
      where: { and: [{ type: { equals: 'scene.deleted' } }, { entityId: { in: fresh } }] },
      pagination: false,
    })
    expect(new Set(events.map(({ entityId }) => entityId))).toEqual(new Set(fresh))
    expect(events).toHaveLength(230)
    const { totalDocs: versions } = await payload().countVersions({
      collection: 'scenes',
      where: { parent: { in: fresh } },
    })
    expect(versions).toBe(0)
  })
})
