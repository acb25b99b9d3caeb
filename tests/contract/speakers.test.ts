import { expect, it } from 'vitest'
import type { Character, Scene } from '@/payload-types'
import { describeEngines } from './engines'
import { createShot, unique } from './fixtures'

const script = `INT. BAR - DAY

ANNA (30) and BEN (40) look up.

ANNA
One.

BEN
Two.

ANNA AND BEN
Three!

ALL
Four!
`

describeEngines('A line that several say', (booted) => {
  const payload = () => booted().payload
  const start = async () => {
    const { ScriptService } = await import('@/database/services/ScriptService')
    const { id: project } = await payload().create({
      collection: 'projects',
      data: { title: unique('Chorus'), type: 'short', status: 'concept' },
    })
    const { episodeId } = await new ScriptService({ payload: payload() }).import({
      projectId: project,
      bytes: new TextEncoder().encode(script),
    })
    const { docs } = await payload().find({
      collection: 'characters',
      where: { project: { equals: project } },
      sort: 'name',
      depth: 0,
    })
    const [anna, ben] = docs.map(({ id }) => id) as [string, string]
    return { project, episodeId, anna, ben, scene: await sceneOf(episodeId) }
  }
  const sceneOf = async (episodeId: string, depth = 0): Promise<Scene> =>
    (
      await payload().find({
        collection: 'scenes',
        where: { episode: { equals: episodeId } },
        depth,
        joins: false,
      })
    ).docs[0] as Scene
  const said = (scene: Scene) =>
    scene.dialogueLines?.map(({ character, speakers }) => [character ?? null, speakers ?? []])
  const countsOf = async (project: string) =>
    (
      await payload().find({
        collection: 'characters',
        where: { project: { equals: project } },
        sort: 'name',
        depth: 0,
      })
    ).docs.map(({ lineCount }) => lineCount)

  it('is each one’s: by import, in counts, and found by either', async () => {
    const { project, episodeId, anna, ben, scene } = await start()
    expect(said(scene)).toEqual([
      [anna, [anna]],
      [ben, [ben]],
      [anna, [anna, ben]],
      [null, []],
    ])
    expect(await countsOf(project)).toEqual([2, 2])
    const { totalDocs } = await payload().count({
      collection: 'scenes',
      where: { 'dialogueLines.speakers': { equals: ben } },
    })
    expect(totalDocs).toBe(1)
    const selected = await payload().findByID({
      collection: 'scenes',
      id: scene.id,
      select: { dialogueLines: true },
      depth: 0,
    })
    expect(selected.dialogueLines?.[2]?.speakers).toEqual([anna, ben])
    const people = (await sceneOf(episodeId, 1)).dialogueLines?.[2]?.speakers as Character[]
    expect(people.map(({ name }) => name)).toEqual(['Anna', 'Ben'])
  })

  it('is covered together by the shots that are suggested', async () => {
    const { project, scene, anna, ben } = await start()
    const { castOf } = await import('@/database/services/scenes/cast')
    const { sceneBrief } = await import('@/database/services/scenes/sceneBrief')
    const { suggestShots } = await import('@/shot-planning')
    const brief = await sceneBrief(payload(), scene, await castOf(payload(), project))
    expect(brief.lines.map(({ character, speakers }) => [character, speakers ?? null])).toEqual([
      ['ANNA', null],
      ['BEN', null],
      ['ANNA', ['ANNA', 'BEN']],
      ['ALL', null],
    ])
    const together = suggestShots(brief).find(({ lineIds }) => lineIds.includes(brief.lines[2]?.id ?? ''))
    expect(together?.characters).toEqual(expect.arrayContaining(['ANNA', 'BEN']))
    expect([anna, ben]).toHaveLength(2)
  })

  it('is shown with all of them: on the board, in its documents and under the drawn panel', async () => {
    const { episodeId, scene } = await start()
    const lineIds = scene.dialogueLines?.map(({ id }) => String(id)) ?? []
    const { id } = await createShot(payload(), String(scene.id), {
      shotNumber: '1',
      dialogueLineIds: lineIds,
    })
    const shot = await payload().findByID({ collection: 'shots', id, depth: 0 })
    const { StoryboardService } = await import('@/database/services/StoryboardService')
    const { storyboardDocument } = await import('@/database/services/exports/storyboardDocument')
    const { panelBrief } = await import('@/database/services/panels/panelBrief')
    const board = await new StoryboardService({ payload: payload() }).board(episodeId)
    if (!board) throw new Error('There should be a board.')
    expect(board.scenes[0]?.lines.map(({ character, speakers }) => [character, speakers])).toEqual([
      ['Anna', ['Anna']],
      ['Ben', ['Ben']],
      ['Anna', ['Anna', 'Ben']],
      ['ALL', ['ALL']],
    ])
    const shown = [
      ['ANNA', 'One.'],
      ['BEN', 'Two.'],
      ['ANNA & BEN', 'Three!'],
      ['ALL', 'Four!'],
    ]
    const episode = await payload().findByID({ collection: 'episodes', id: episodeId, depth: 0 })
    const [printed] = storyboardDocument(board, episode, () => null).scenes[0]?.shots ?? []
    expect(printed?.lines.map(({ speaker, text }) => [speaker, text])).toEqual(shown)
    const brief = await panelBrief(payload(), shot, 0)
    expect(brief.lines?.map(({ speaker, text }) => [speaker, text])).toEqual(shown)
  })

  it('comes with a draft, and goes when it is undone', async () => {
    const { project, episodeId, anna, ben } = await start()
    const { DraftService } = await import('@/database/services/DraftService')
    const service = new DraftService({ payload: payload() })
    const text = script.replace('BEN\nTwo.', 'BEN AND ANNA\nTwo.\n\nBEN\nFive.')
    const { id } = await service.propose(episodeId, { text })
    await service.apply(id as string)
    expect(said(await sceneOf(episodeId))?.[1]).toEqual([ben, [ben, anna]])
    expect(await countsOf(project)).toEqual([3, 3])
    await service.undo(id as string)
    expect(said(await sceneOf(episodeId))?.[1]).toEqual([ben, [ben]])
    expect(await countsOf(project)).toEqual([2, 2])
  })

  it('follows what people change, and is let go by who is deleted', async () => {
    const { episodeId, anna, ben, scene } = await start()
    const change = (index: number, data: object) =>
      payload().update({
        collection: 'scenes',
        id: scene.id,
        data: {
          dialogueLines: scene.dialogueLines?.map((line, at) => (at === index ? { ...line, ...data } : line)),
        } as never,
      })
    await change(0, { speakers: [ben, anna] })
    expect(said(await sceneOf(episodeId))?.[0]).toEqual([ben, [ben, anna]])
    const other = await start()
    await expect(change(0, { speakers: [anna, other.anna] })).rejects.toMatchObject({ status: 400 })
    await payload().delete({ collection: 'characters', id: anna })
    expect(said(await sceneOf(episodeId))).toEqual([
      [ben, [ben]],
      [ben, [ben]],
      [null, [ben]],
      [null, []],
    ])
  })
})
