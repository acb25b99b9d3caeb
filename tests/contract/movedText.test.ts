import { expect, it } from 'vitest'
import { coverageHelpers, expectNoneHidden } from './coverageHelpers'
import { describeEngines } from './engines'
import { createMedia, createUser } from './fixtures'
import { block, scriptHelpers } from './scriptHelpers'

const arrival = ['The ferry docks. Vera jumps ashore.', ['VERA', 'Is anybody there?']] as const
const cellar = [
  'A lamp swings over the crates.',
  ['OTTO', 'You are late.'],
  ['VERA', 'The sea was high.'],
] as const
const whole = (heading: string) =>
  block(heading, `${arrival[0]}\n\nVERA\n${arrival[1][1]}\n\n${cellar[0]}`, [...cellar[1]], [...cellar[2]])
const ending = block('EXT. DUNES - NIGHT', 'Grass in the wind.', ['OTTO', 'Nobody comes here.'])
const joined = whole('EXT. HARBOUR - DAY') + ending
const split = (second = 'EXT. HARBOUR - DAY') =>
  block('EXT. HARBOUR - DAY', arrival[0], [...arrival[1]]) +
  block(second, cellar[0], [...cellar[1]], [...cellar[2]]) +
  ending

describeEngines('Text that moves into another scene', (booted) => {
  const payload = () => booted().payload
  const { drafts, read, scenesOf } = scriptHelpers(payload)
  const { suggest, board } = coverageHelpers(payload)

  /** A script with shots, a recording of each line, an approved drawing of each shot of the first scene. */
  const begin = async (text: string) => {
    const { project, episodeId } = await read(text)
    await suggest(episodeId)
    for (const scene of await scenesOf(episodeId)) {
      const dialogueLines = []
      for (const line of scene.dialogueLines ?? [])
        dialogueLines.push({
          ...line,
          audio: (await createMedia(payload(), project)).id,
          audioIsChosen: true,
        })
      await payload().update({ collection: 'scenes', id: scene.id, data: { dialogueLines } })
    }
    const user = (await createUser(payload(), 'admin')) as never
    for (const { id } of (await board(episodeId)).scenes.flatMap(({ shots }) => shots)) {
      const image = (await createMedia(payload(), project)).id
      const data = { shot: id, image, origin: 'drawn', status: 'approved' } as never
      await payload().create({ collection: 'panels', data, user })
    }
    return { project, episodeId, before: await board(episodeId), apply: await applier(episodeId) }
  }
  const applier = async (episodeId: string) => {
    const service = await drafts()
    return async (text: string) => {
      const { id } = await service.propose(episodeId, { text })
      await service.apply(id as string, {})
      return { undo: (options = {}) => service.undo(id as string, options) }
    }
  }
  const recordings = async (episodeId: string) =>
    (await board(episodeId)).scenes.flatMap(({ lines }) => lines.map(({ text, audio }) => [text, audio?.id]))
  const shotsOf = async (episodeId: string) =>
    (await board(episodeId)).scenes.map(({ shots }) =>
      shots.map(({ id, panels }) => [id, panels.map((panel) => [panel.id, panel.status, panel.isStale])]),
    )

  it('a split takes shots, panels, approvals and recordings along, in the order of the page', async () => {
    const { episodeId, before, apply } = await begin(joined)
    const spoken = await recordings(episodeId)
    await apply(split())
    // The words are heard as before, at once.
    expect(await recordings(episodeId)).toEqual(spoken)

    await suggest(episodeId)
    const after = await board(episodeId)
    for (const scene of after.scenes) expectNoneHidden(scene)
    // An approved drawing may show who speaks in the other half alone: people are told.
    const reasons = after.scenes.flatMap(({ coverage }) => coverage.reasons)
    expect(reasons.filter((reason) => !reason.includes('somebody who is not in this scene'))).toEqual([])
    const shots = await shotsOf(episodeId)
    expect(shots).toHaveLength(3)
    // What was one scene's is two scenes' now, shot by shot as it was; nothing is made a second time.
    const made = before.scenes[0]?.shots.map(({ id }) => id) ?? []
    const kept = after.scenes.slice(0, 2).flatMap((scene) => scene.shots)
    expect(new Set(kept.map(({ id }) => id))).toEqual(new Set(made))
    const said = kept.flatMap(({ lineIds }) => lineIds)
    expect(said).toEqual(after.scenes.slice(0, 2).flatMap(({ lines }) => lines.map(({ id }) => id)))
    for (const { panels } of kept.filter(({ id }) => made.includes(id)))
      expect(panels).toMatchObject([{ status: 'approved', isStale: false }])
    expect(after.scenes[1]?.shots.filter(({ id }) => made.includes(id)).length).toBeGreaterThan(1)
    const heard = kept.filter(({ lineIds }) => lineIds.length > 0)
    expect(heard.every(({ id }) => made.includes(id))).toBe(true)
    // Found by their scene wherever they are asked for.
    for (const { id, shots: own } of after.scenes) {
      const { docs } = await payload().find({
        collection: 'panels',
        where: { scene: { equals: id } },
        depth: 0,
      })
      expect(new Set(docs.map(({ shot }) => String(shot)))).toEqual(
        new Set(own.flatMap((shot) => (shot.panels.length > 0 ? [shot.id] : []))),
      )
      for (const { title } of docs)
        expect(title).toContain(`Scene ${after.scenes.find((s) => s.id === id)?.sceneNumber},`)
    }
    expect(await suggest(episodeId)).toEqual([])
  })

  it('between a split and the update the board says which shots come along, and counts none as lost', async () => {
    const { episodeId, before, apply } = await begin(joined)
    await apply(split())
    const between = await board(episodeId)
    // One of both halves is the scene that there was; its shots are all there still.
    const halves = between.scenes.slice(0, 2)
    const [was, fresh] = halves[0]?.shots.length ? halves : halves.reverse()
    expect(was?.shots.map(({ id }) => id)).toEqual(before.scenes[0]?.shots.map(({ id }) => id))
    const leaving = was?.coverage.shotsLeaving ?? []
    expect(leaving.length).toBeGreaterThan(1)
    for (const each of leaving)
      expect(each).toMatchObject({ sceneId: fresh?.id, sceneNumber: fresh?.sceneNumber })
    expect(fresh?.coverage.shotsComing).toEqual(
      leaving.map(({ shotId }) => ({
        shotId,
        sceneNumber: was?.sceneNumber,
        lineIds: expect.any(Array),
      })),
    )
    // Not called gone, nor what is said in them unheard, nor who is in them a stranger.
    for (const { coverage } of between.scenes)
      expect(coverage).toMatchObject({
        isOutOfDate: false,
        reasons: [],
        linesInNoShot: [],
        shotsWithWordsGone: [],
        shotsWithPeopleGone: [],
      })
    expect(between.totals).toMatchObject({
      shots: before.totals.shots,
      panelsApproved: before.totals.panelsApproved,
      shotsMoving: leaving.length,
    })
    await suggest(episodeId)
    const after = await board(episodeId)
    const moved = after.scenes.find(({ id }) => id === fresh?.id)?.shots.map(({ id }) => id) ?? []
    expect(moved).toEqual(expect.arrayContaining(leaving.map(({ shotId }) => shotId)))
    expect(after.totals.shotsMoving).toBe(0)
    expect(
      after.scenes.flatMap(({ coverage }) => [...coverage.shotsLeaving, ...coverage.shotsComing]),
    ).toEqual([])
  })

  it('between a joining and the update those of the scene in the trash are counted, and said to come', async () => {
    const { episodeId, before, apply } = await begin(split())
    await apply(joined)
    const between = await board(episodeId)
    const idsOf = ({ scenes }: typeof before) => scenes.flatMap((scene) => scene.shots.map(({ id }) => id))
    const there = new Set(idsOf(between))
    const away = idsOf(before).filter((id) => !there.has(id))
    expect(away.length).toBeGreaterThan(1)
    const [first] = between.scenes
    expect(first?.coverage.shotsComing).toEqual(
      away.map((shotId) => ({ shotId, sceneNumber: null, lineIds: expect.any(Array) })),
    )
    expect(first?.coverage).toMatchObject({ isOutOfDate: false, reasons: [], linesInNoShot: [] })
    const { shots, panels, panelsApproved, duration } = before.totals
    expect(between.totals).toMatchObject({
      shots,
      panels,
      panelsApproved,
      duration,
      shotsMoving: away.length,
    })
    const { StoryboardService } = await import('@/database/services/StoryboardService')
    const seconds = () => new StoryboardService({ payload: payload() }).seconds(episodeId)
    expect(await seconds()).toBe(duration)
    await suggest(episodeId)
    expect(await seconds()).toBe((await board(episodeId)).totals.duration)
    expect((await board(episodeId)).totals).toMatchObject({ shots, panelsApproved, shotsMoving: 0 })
  })

  it('words that are nowhere are said to be gone, also beside shots that come along', async () => {
    const { episodeId, apply } = await begin(joined)
    await apply(split().replace('Grass in the wind.', 'A dog barks far off.'))
    const { scenes, totals } = await board(episodeId)
    expect(totals.shotsMoving).toBeGreaterThan(1)
    expect(scenes[2]?.coverage.shotsLeaving).toEqual([])
    expect(scenes[2]?.coverage.shotsWithWordsGone.length).toBeGreaterThan(0)
  })

  it('another place or time of day leaves the pictures out of date', async () => {
    const { episodeId, before, apply } = await begin(joined)
    await apply(split('INT. CELLAR - NIGHT'))
    await suggest(episodeId)
    const made = new Set(before.scenes[0]?.shots.map(({ id }) => id))
    const [first, second] = (await board(episodeId)).scenes
    const old = (scene: typeof first) => scene?.shots.filter(({ id }) => made.has(id)) ?? []
    expect(old(first).flatMap(({ panels }) => panels.map(({ isStale }) => isStale))).not.toContain(true)
    expect(old(second).length).toBeGreaterThan(1)
    for (const { panels } of old(second))
      expect(panels).toMatchObject([
        { status: 'approved', isStale: true, staleReason: expect.stringContaining('INT. CELLAR') },
      ])
  })

  it('two scenes that become one keep what both had, and give it back when that is undone', async () => {
    const { episodeId, before, apply } = await begin(split())
    const spoken = await recordings(episodeId)
    const asItWas = await shotsOf(episodeId)
    const { undo } = await apply(joined)
    expect(await recordings(episodeId)).toEqual(spoken)
    await suggest(episodeId)
    const [first] = (await board(episodeId)).scenes
    const ids = before.scenes.slice(0, 2).flatMap(({ shots }) => shots.map(({ id }) => id))
    expect(first?.shots.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(ids)
    expect(first?.coverage.reasons).toEqual([])

    await undo()
    expect(await recordings(episodeId)).toEqual(spoken)
    await suggest(episodeId)
    // A view of the place shows no words by which it could be told whose it is: it stays.
    const [establishing] = first?.shots ?? []
    const isOther = ([id]: (typeof asItWas)[number][number]) => id !== establishing?.id
    const withWords = (scenes: typeof asItWas) => scenes.map((shots) => shots.filter(isOther))
    expect(withWords(await shotsOf(episodeId))).toEqual(withWords(asItWas))
  })

  it('two scenes become one while somebody gets another name: all goes along, under that name', async () => {
    const { project, episodeId, before } = await begin(split())
    const { docs } = await payload().find({
      collection: 'characters',
      where: { and: [{ project: { equals: project } }, { name: { equals: 'Vera' } }] },
    })
    const service = await drafts()
    const text = joined.replaceAll('VERA', 'WILMA').replaceAll('Vera', 'Wilma')
    const { id } = await service.propose(episodeId, { text })
    await service.apply(id as string, { sameCharacters: [[docs[0]?.id as string, 'WILMA']] })
    await suggest(episodeId)
    const [first] = (await board(episodeId)).scenes
    const ids = before.scenes.slice(0, 2).flatMap(({ shots }) => shots.map((shot) => shot.id))
    expect(first?.shots.map((shot) => shot.id)).toEqual(ids)
    expect(first?.shots.flatMap(({ panels }) => panels.map(({ status }) => status))).toEqual(
      ids.map(() => 'approved'),
    )
    expect(first?.shots.map(({ description }) => description).join(' ')).toMatch(/Wilma jumps ashore/)
    expect(JSON.stringify(first).match(/.{40}\bVera\b.{20}/gi) ?? []).toEqual([])
  })

  it('what was split is one again when that is undone before anything was made for it', async () => {
    const { episodeId, apply } = await begin(joined)
    const [spoken, shots] = [await recordings(episodeId), await shotsOf(episodeId)]
    const { undo } = await apply(split('INT. CELLAR - NIGHT'))
    await undo()
    expect(await recordings(episodeId)).toEqual(spoken)
    expect(await shotsOf(episodeId)).toEqual(shots)
  })

  it.each([0, 1])(
    'what was recorded for the split since is work, and is not taken away: scene %i',
    async (index) => {
      const { project, episodeId, apply } = await begin(joined)
      const { undo } = await apply(split())
      const scene = (await scenesOf(episodeId))[index]
      const [line, ...rest] = scene?.dialogueLines ?? []
      const dialogueLines = [{ ...line, audio: (await createMedia(payload(), project)).id }, ...rest]
      await payload().update({
        collection: 'scenes',
        id: scene?.id as string,
        data: { dialogueLines } as never,
      })
      await expect(undo()).rejects.toMatchObject({ status: 409 })
      // Kept, it has a place and a number of its own beside what comes back.
      await undo({ keepChanged: true })
      const after = await scenesOf(episodeId)
      expect(after.map(({ heading }) => heading)).toEqual(
        after.length === 2
          ? ['EXT. HARBOUR - DAY', 'EXT. DUNES - NIGHT']
          : ['EXT. HARBOUR - DAY', 'EXT. HARBOUR - DAY', 'EXT. DUNES - NIGHT'],
      )
      expect(new Set(after.map(({ order }) => order)).size).toBe(after.length)
      expect(new Set(after.map(({ sceneNumber }) => sceneNumber)).size).toBe(after.length)
    },
  )
})
