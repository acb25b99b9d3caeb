import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createShot } from './fixtures'
import { restOf, signedIn } from './restApi'
import { bar, block, pier, room, scriptHelpers } from './scriptHelpers'

const attic = block('INT. ATTIC - NIGHT', 'Rain on tiles.', ['JO', 'Listen.'])
const street = block('EXT. STREET - DAY', 'A bus pulls out.', ['MARA', 'Wait for me.'])
/** The pier's words, in the room. */
const both = `${room}${pier.replace(/^.*\n\n/, '')}`
const before = `${pier.replace(/^.*\n\n/, '')}`

describeEngines('A scene that was joined into another one and comes back', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const { read, scenesOf } = scriptHelpers(payload)
  let token: string
  beforeAll(async () => {
    token = (await signedIn(payload())).token
  })

  const restore = (id: string) =>
    rest(`/scenes/${id}?trash=true`, { method: 'PATCH', token, json: { deletedAt: null } })
  const inOrder = async (episodeId: string) =>
    (await scenesOf(episodeId)).map(({ sceneNumber, heading }) => `${sceneNumber} ${heading}`)
  const board = async (episodeId: string) => {
    const { StoryboardService } = await import('@/database/services/StoryboardService')
    const found = await new StoryboardService({ payload: payload() }).board(episodeId)
    if (!found) throw new Error('There is no board')
    return found
  }
  const services = async () => {
    const { EpisodeService } = await import('@/database/services/EpisodeService')
    const { ExportService } = await import('@/database/services/ExportService')
    return {
      episodes: new EpisodeService({ payload: payload() }),
      exports: new ExportService({ payload: payload() }),
    }
  }

  it('says where its words stand, and counts for nothing a second time', async () => {
    const to = await read(bar + pier + room)
    const gone = (await scenesOf(to.episodeId))[1]?.id as string
    await createShot(payload(), gone, { shotNumber: '1' })
    await read(bar + both, to)
    const joined = (await board(to.episodeId)).totals
    const { episodes, exports } = await services()
    const stats = await episodes.getStats(to.episodeId)
    expect((await restore(gone)).status).toBe(200)
    const { scenes, totals } = await board(to.episodeId)
    expect(scenes.map(({ sceneNumber, isInScript, wordsIn }) => [sceneNumber, isInScript, wordsIn])).toEqual([
      ['1', true, null],
      ['1A', false, '2'],
      ['2', true, null],
    ])
    expect(totals).toEqual(joined)
    expect(scenes[1]?.coverage.reasons).toEqual([])
    expect(await episodes.getStats(to.episodeId)).toEqual(stats)
    const mara = await payload().find({
      collection: 'characters',
      where: { project: { equals: to.project } },
      sort: 'name',
      depth: 0,
    })
    expect(mara.docs.map(({ name, lineCount }) => [name, lineCount])).toEqual([
      ['Jo', 2],
      ['Mara', 3],
    ])
    const messages = (await exports.warnings(to.episodeId)).map(({ message }) => message)
    expect(messages).toContain(
      'Scene 1A is not in it: it is not in the script, and its words stand in scene 2.',
    )
    // A run of the whole episode makes nothing of it; one of this scene does.
    const { scenesOf: scenesOfStep } = await import('@/pipeline/steps/scenes')
    const ports = { payload: payload() } as never
    const numbers = async (ids?: string[]) =>
      (await scenesOfStep(ports, to.episodeId, ids)).map(({ sceneNumber }) => sceneNumber)
    expect(await numbers()).toEqual(['1', '2'])
    expect(await numbers([gone])).toEqual(['1A'])
    // Where somebody makes another scene of it, it counts.
    const scene = await payload().findByID({ collection: 'scenes', id: gone, depth: 0 })
    const dialogueLines = (scene.dialogueLines ?? []).map((line) => ({ ...line, text: `${line.text} Now!` }))
    await payload().update({ collection: 'scenes', id: gone, data: { dialogueLines } })
    expect((await board(to.episodeId)).scenes[1]).toMatchObject({ isInScript: false, wordsIn: null })
    expect((await board(to.episodeId)).totals.scenes).toBe(3)
  })

  it('stands before the one that it stood before, also where other scenes went with it', async () => {
    const to = await read(street + bar + pier + room + attic)
    const stored = await scenesOf(to.episodeId)
    const gone = stored.find(({ heading }) => heading.includes('PIER'))?.id as string
    // The first two go as well: what was the fourth is the first by now.
    await read(
      room.replace('Dust and an open trunk.', `Dust and an open trunk.\n\n${before.trim()}`) + attic,
      to,
    )
    expect(await inOrder(to.episodeId)).toEqual(['1 INT. ROOM - DAY', '2 INT. ATTIC - NIGHT'])
    await restore(gone)
    expect(await inOrder(to.episodeId)).toEqual([
      '3 EXT. PIER - NIGHT',
      '1 INT. ROOM - DAY',
      '2 INT. ATTIC - NIGHT',
    ])
    // And one that stood before that comes before it, whenever it comes.
    await restore(stored[1]?.id as string)
    expect((await scenesOf(to.episodeId)).map(({ heading }) => heading)).toEqual([
      'INT. BAR - DAY',
      'EXT. PIER - NIGHT',
      'INT. ROOM - DAY',
      'INT. ATTIC - NIGHT',
    ])
  })
})
