import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createShot } from './fixtures'
import { graphqlOf, restOf, signedIn } from './restApi'
import { bar, pier, room, scriptHelpers } from './scriptHelpers'

describeEngines('What comes back out of the trash', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)
  const { read, scenesOf } = scriptHelpers(payload)
  let token: string
  beforeAll(async () => {
    token = (await signedIn(payload())).token
  })

  /** As the admin's buttons do it: for one, and for all that are ticked. */
  const restore = (collection: 'scenes' | 'shots', ...ids: string[]) => {
    const where = ids.map((id, index) => `&where[and][0][id][in][${index}]=${id}`).join('')
    return rest(`/${collection}?trash=true&depth=0${where}&where[and][1][deletedAt][exists]=true`, {
      method: 'PATCH',
      token,
      json: { deletedAt: null },
    })
  }
  const numbersOf = async (episodeId: string) =>
    (await scenesOf(episodeId)).map(({ sceneNumber, heading }) => `${sceneNumber} ${heading}`).sort()
  const scene = (id: string) => payload().findByID({ collection: 'scenes', id, depth: 0, trash: true })

  /** Three scenes, of which an import has taken the second away. */
  const start = async () => {
    const first = await read(bar + pier + room)
    const gone = (await scenesOf(first.episodeId))[1]?.id as string
    const shot = await createShot(payload(), gone, { shotNumber: '1' })
    return { ...first, gone, shot: shot.id }
  }

  it('has the number that it had, where an import had taken it away', async () => {
    const { gone, shot, ...to } = await start()
    await read(bar + room.replace('ROOM', 'ATTIC'), to)
    // As the script had no numbers, the next scene has that number now.
    expect(await numbersOf(to.episodeId)).toEqual(['1 INT. BAR - DAY', '2 INT. ATTIC - DAY'])
    await read(`${bar}${room.replace('ROOM', 'ATTIC').replace('- DAY', '- DAY #9#')}`, to)
    expect((await scene(gone)).sceneNumber).toMatch(/^~/)
    expect((await restore('scenes', gone)).body.docs).toMatchObject([{ id: gone, sceneNumber: '2' }])
    const { title } = await payload().findByID({ collection: 'shots', id: shot, depth: 0 })
    expect(title).toBe('Scene 2, shot 1')
  })

  it('has numbers and places of their own, in the order that they had, where many come back at once', async () => {
    const names = ['Bar', 'Pier', 'Room', 'Hall', 'Yard', 'Loft', 'Shed']
    const happens: Record<string, string> = {
      Bar: 'Glasses clink while rain runs down windows.',
      Pier: 'Gulls fight over bread beside ropes.',
      Room: 'Somebody sleeps through seven alarms.',
      Hall: 'Dancers wait until music begins.',
      Yard: 'Chickens follow an old farmer home.',
      Loft: 'Pigeons hide letters behind beams.',
      Shed: 'Tools hang above broken bicycles.',
      Cellar: 'Wine drips into cracked barrels.',
      Attic: 'Trunks full of costumes gather dust.',
      Porch: 'Neighbours whisper about last night.',
    }
    const text = (wanted: string[]) =>
      wanted.map((name) => `INT. ${name.toUpperCase()} - DAY\n\n${happens[name]}\n\n`).join('')
    const { episodeId, project } = await read(text(names))
    const before = await scenesOf(episodeId)
    const gone = before.slice(1, 6)
    await read(text(['Bar', 'Shed', 'Cellar', 'Attic', 'Porch']), { episodeId, project })
    const { status, text: said } = await restore('scenes', ...gone.map(({ id }) => id))
    expect([status, said]).toEqual([200, expect.anything()])
    const after = [...(await scenesOf(episodeId))].sort((a, b) => a.order - b.order)
    expect(after.map(({ heading }) => heading.slice(5, -6))).toEqual(
      ['Bar', 'Pier', 'Room', 'Hall', 'Yard', 'Loft', 'Shed', 'Cellar', 'Attic', 'Porch'].map((name) =>
        name.toUpperCase(),
      ),
    )
    expect(new Set(after.map(({ order }) => order)).size).toBe(after.length)
    expect(new Set(after.map(({ sceneNumber }) => sceneNumber)).size).toBe(after.length)
    expect(after.map(({ sceneNumber }) => sceneNumber).join(' ')).not.toContain('~')
  })

  it('has the number of its place, behind the scene before it, where another has its own by now', async () => {
    const { gone, shot, ...to } = await start()
    await read(bar + room, to)
    expect((await restore('scenes', gone)).status).toBe(200)
    expect(await numbersOf(to.episodeId)).toEqual([
      '1 INT. BAR - DAY',
      '1A EXT. PIER - NIGHT',
      '2 INT. ROOM - DAY',
    ])
    const { title } = await payload().findByID({ collection: 'shots', id: shot, depth: 0 })
    expect(title).toBe('Scene 1A, shot 1')
    // Its place is its own: nothing else decides which of two comes first.
    const orders = (await scenesOf(to.episodeId)).map(({ sceneNumber, order }) => [sceneNumber, order])
    expect(orders).toEqual([
      ['1', 1],
      ['1A', 1.5],
      ['2', 2],
    ])
  })

  it('has a number also by GraphQL, and where a person had put it there and an import took the number', async () => {
    const { gone, ...to } = await start()
    await payload().update({
      collection: 'scenes',
      id: gone,
      data: { deletedAt: new Date().toISOString() },
    })
    await read(bar + pier.replace('glove', 'fish') + room, to)
    expect((await scene(gone)).sceneNumber).toMatch(/^~/)
    const { data, error } = await graphql(
      `mutation { updateScene(id: "${gone}", trash: true, data: { deletedAt: null }) { sceneNumber } }`,
      token,
    )
    expect(error).toBeNull()
    expect(data.updateScene.sceneNumber).toBe('1A')
  })

  it('has another number, and says which it had, where a person gave its own to another one', async () => {
    const to = await read(bar + pier + room)
    const [, gone, last] = await scenesOf(to.episodeId)
    const shot = await createShot(payload(), last?.id as string, { shotNumber: '1', order: 1 })
    const remove = (path: string) =>
      rest(path, { method: 'PATCH', token, json: { deletedAt: new Date().toISOString() } })
    await remove(`/scenes/${gone?.id}`)
    await remove(`/shots/${shot.id}`)
    const json = { episode: to.episodeId, sceneNumber: '2', heading: 'INT. HALL - DAY', order: 2 }
    expect((await rest('/scenes', { method: 'POST', token, json })).status).toBe(201)
    const other = { scene: last?.id, shotNumber: '1', size: 'CU', order: 1 }
    expect((await rest('/shots', { method: 'POST', token, json: other })).status).toBe(201)
    // Still there, the one that has a number by now keeps it.
    const [here] = await scenesOf(to.episodeId)
    const taken = await rest(`/scenes/${here?.id}`, { method: 'PATCH', token, json: { sceneNumber: '2' } })
    expect([taken.status, taken.text]).toEqual([400, expect.stringContaining('is taken already')])
    const inTrash = async (collection: string) =>
      (await rest(`/${collection}?trash=true&where[deletedAt][exists]=true&sort=-createdAt`, { token })).body
        .docs
    expect(await inTrash('scenes')).toContainEqual(
      expect.objectContaining({ id: gone?.id, formerNumber: '2' }),
    )
    expect(await inTrash('shots')).toContainEqual(expect.objectContaining({ id: shot.id, formerNumber: '1' }))
    const { body } = await restore('scenes', gone?.id as string)
    expect(body.docs).toMatchObject([{ sceneNumber: '1A', formerNumber: '2' }])
    const { data } = await graphql(
      `mutation { updateShot(id: "${shot.id}", trash: true, data: { deletedAt: null }) { shotNumber formerNumber } }`,
      token,
    )
    expect(data.updateShot).toEqual({ shotNumber: 'A1', formerNumber: '1' })
    expect(await numbersOf(to.episodeId)).toEqual([
      '1 INT. BAR - DAY',
      '1A EXT. PIER - NIGHT',
      '2 INT. HALL - DAY',
      '3 INT. ROOM - DAY',
    ])
    const { cameBackAs } = await import('@/database/services/numbers/cameBackAs')
    const { createLocalReq } = await import('payload')
    const req = await createLocalReq({}, payload())
    expect(await cameBackAs(req, 'scenes', gone?.id as string)).toEqual({ number: '1A', former: '2' })
    expect(await cameBackAs(req, 'shots', shot.id)).toEqual({ number: 'A1', former: '1' })
    // What is there has its number, and no other.
    const { body: there } = await rest(`/scenes/${gone?.id}`, { token })
    expect(there.formerNumber ?? null).toBeNull()
    await rest(`/scenes/${gone?.id}`, { method: 'PATCH', token, json: { mood: 'calm' } })
    expect(await cameBackAs(req, 'scenes', gone?.id as string)).toBeNull()
  })

  it('shows in the trash the number that it had, where an import took it', async () => {
    const { gone, ...to } = await start()
    await read(bar + room, to)
    const { body } = await rest(`/scenes/${gone}?trash=true`, { token })
    expect(body).toMatchObject({ formerNumber: '2', sceneNumber: expect.stringMatching(/^~/) })
  })

  it('has a number before the first, where it stood there', async () => {
    const first = await read(bar + pier + room)
    const gone = (await scenesOf(first.episodeId))[0]?.id as string
    await read(pier + room, first)
    await restore('scenes', gone)
    expect((await scenesOf(first.episodeId)).map(({ sceneNumber }) => sceneNumber)).toEqual(['A1', '1', '2'])
  })

  it('is told from what the script has, until the script has it again', async () => {
    const { StoryboardService } = await import('@/database/services/StoryboardService')
    const { gone, ...to } = await start()
    const outside = async () => {
      const board = await new StoryboardService({ payload: payload() }).board(to.episodeId)
      return (board?.scenes ?? []).filter(({ isInScript }) => !isInScript).map(({ heading }) => heading)
    }
    const remove = (id: string) =>
      payload().update({ collection: 'scenes', id, data: { deletedAt: new Date().toISOString() } })
    expect(await outside()).toEqual([])
    // By a person, while the script has it.
    await remove(gone)
    await restore('scenes', gone)
    expect(await outside()).toEqual([])
    await read(bar + room, to)
    await restore('scenes', gone)
    expect(await outside()).toEqual(['EXT. PIER - NIGHT'])
    // By a person, as it came back.
    await remove(gone)
    await restore('scenes', gone)
    expect(await outside()).toEqual(['EXT. PIER - NIGHT'])
    await read(bar + pier + room, to)
    expect(await outside()).toEqual([])
    expect((await scenesOf(to.episodeId)).map(({ id }) => id)).toContain(gone)
  })

  it('has a number each, where several come back at once', async () => {
    const first = await read(bar + pier + room)
    const before = await scenesOf(first.episodeId)
    await read(bar.replace('coins', 'keys'), first)
    await read(room.replace('trunk', 'drawer').replace('Dust', 'Sand'), first)
    const gone = before.map(({ id }) => id)
    const away = []
    for (const id of gone) if ((await scene(id)).deletedAt) away.push(id)
    expect(away.length).toBeGreaterThan(1)
    const { body } = await restore('scenes', ...away)
    expect(body.errors).toEqual([])
    const numbers = (await scenesOf(first.episodeId)).map(({ sceneNumber }) => sceneNumber)
    expect(numbers.join(' ')).not.toContain('~')
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('keeps its number when it goes back to a version from when it had none', async () => {
    const { gone, ...to } = await start()
    await read(bar + room, to)
    await restore('scenes', gone)
    const { docs } = await payload().findVersions({
      collection: 'scenes',
      where: { parent: { equals: gone } },
      sort: 'createdAt',
      depth: 0,
      trash: true,
    })
    expect(docs[0]?.version.sceneNumber).toMatch(/^~/)
    await rest(`/scenes/versions/${docs[0]?.id}`, { method: 'POST', token })
    const back = await scene(gone)
    if (back.deletedAt) await restore('scenes', gone)
    expect((await scene(gone)).sceneNumber).toBe('1A')
  })

  it('has a number as a shot that new suggestions had taken away', async () => {
    const { writeSuggestedShots } = await import('@/database/services/shots/writeSuggestedShots')
    const { episodeId } = await read(bar)
    const [bare] = await scenesOf(episodeId)
    if (!bare) throw new Error('There is no scene')
    const suggest = async (...shotNumbers: string[]) => {
      await writeSuggestedShots({
        payload: payload(),
        scene: bare,
        suggestions: shotNumbers.map((shotNumber) => ({
          shotNumber,
          size: 'MS',
          angle: 'eye',
          movement: 'static',
          lens: 35,
          durationSeconds: 2,
          description: `Shot ${shotNumber}.`,
          characters: [],
          lineIds: [],
          purpose: 'coverage',
          confidence: 0.5,
        })),
        characterId: () => null,
        sourceTaskId: null as never,
        mode: 'all',
      })
    }
    const shots = async () =>
      (
        await payload().find({
          collection: 'shots',
          where: { scene: { equals: bare.id } },
          sort: 'order',
          depth: 0,
          joins: false,
        })
      ).docs
    await suggest('1', '2', '3')
    const [, two, three] = await shots()
    await suggest('1')
    expect(await shots()).toHaveLength(1)
    await createShot(payload(), bare.id, { shotNumber: '3', order: 4 })
    await restore('shots', two?.id as string, three?.id as string)
    expect((await shots()).map(({ shotNumber, title }) => `${shotNumber}: ${title}`).sort()).toEqual([
      '1: Scene 1, shot 1',
      '2: Scene 1, shot 2',
      '2A: Scene 1, shot 2A',
      '3: Scene 1, shot 3',
    ])
  })
})
