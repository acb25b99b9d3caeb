import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createProjectTree } from './fixtures'
import { apiOf, signedIn } from './restApi'

describeEngines('A shot that is moved on the board', (booted) => {
  const payload = () => booted().payload
  let token: string
  let sceneId: string
  let ids: string[]
  const api = apiOf(payload, () => token)

  const reorder = (shotIds: string[], movedId?: string) =>
    api('/shots/reorder', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sceneId, shotIds, movedId }),
    })
  const byPeople = async () => {
    const { docs } = await payload().find({
      collection: 'shots',
      where: { scene: { equals: sceneId }, origin: { equals: 'human' } },
      sort: 'order',
      depth: 0,
    })
    return docs.map(({ id }) => id)
  }

  beforeAll(async () => {
    const owner = await signedIn(payload(), 'producer')
    token = owner.token
    const tree = await createProjectTree(payload(), owner.user.id)
    const { id: scene } = await payload().create({
      collection: 'scenes',
      data: { episode: tree.episode.id, heading: 'INT. MILL - DAY', sceneNumber: '7', order: 7 } as never,
    })
    sceneId = scene
    ids = []
    for (const order of [1, 2, 3, 4, 5]) {
      const { id } = await payload().create({
        collection: 'shots',
        data: { scene, shotNumber: String(order), order, size: 'MS' } as never,
        context: { isGenerating: true },
      })
      ids.push(id)
    }
  })

  it('is made by a person from then on, and those that make room for it are not', async () => {
    const [a, b, c, d, e] = ids as [string, string, string, string, string]
    expect(await byPeople()).toEqual([])
    const answer = await reorder([b, c, d, a, e], a)
    expect(answer.status).toBe(200)
    const { shots } = await answer.json()
    expect(shots.map(({ id, order }: { id: string; order: number }) => [id, order])).toEqual([
      [b, 1],
      [c, 2],
      [d, 3],
      [a, 4],
      [e, 5],
    ])
    expect(await byPeople()).toEqual([a])
  })

  it('is told from its neighbour by name, and from the others by the order alone', async () => {
    const [a, b, c, d, e] = ids as [string, string, string, string, string]
    await reorder([c, b, d, a, e], c)
    expect(await byPeople()).toEqual([c, a])
    await reorder([e, c, b, d, a])
    expect(await byPeople()).toEqual([e, c, a])
  })

  it('is one of the scene’s', async () => {
    const answer = await reorder(ids, '000000000000000000000000')
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('movedId')
  })
})
