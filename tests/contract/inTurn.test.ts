import { beforeAll, expect, it } from 'vitest'
import type { Shot } from '@/payload-types'
import { describeEngines } from './engines'
import { createMedia, createProjectTree, createShot } from './fixtures'
import { restOf, signedIn } from './restApi'

describeEngines('What several people do at the same moment', (booted, name) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  let token: string
  let user: Awaited<ReturnType<typeof signedIn>>['user']

  beforeAll(async () => {
    const admin = await signedIn(payload())
    token = admin.token
    user = admin.user
  })

  const shotsOf = async (scene: string): Promise<Shot[]> =>
    (
      await payload().find({
        collection: 'shots',
        where: { scene: { equals: scene } },
        sort: 'order',
        depth: 0,
        pagination: false,
        joins: false,
      })
    ).docs

  it('puts a scene’s shots into the order of one of them, beside a machine as well', async () => {
    const { ShotService } = await import('@/database/services/ShotService')
    const { writeSuggestedShots } = await import('@/database/services/shots/writeSuggestedShots')
    const { scene, shot } = await createProjectTree(payload())
    for (const order of [2, 3, 4]) await createShot(payload(), scene.id, { order })
    const ids = (await shotsOf(scene.id)).map(({ id }) => String(id))
    expect(ids).toContain(String(shot.id))
    const service = new ShotService({ payload: payload(), user: { ...user, collection: 'users' } as never })
    for (let round = 0; round < 3; round += 1) {
      const orders = [[...ids].reverse(), [...ids.slice(1), ...ids.slice(0, 1)], [...ids]]
      await Promise.all(orders.map((order) => service.reorder(scene.id, order)))
      const after = await shotsOf(scene.id)
      expect(after.map(({ order }) => order)).toEqual([1, 2, 3, 4])
      expect(orders.map(String)).toContain(after.map(({ id }) => String(id)).join())
    }
    const line = scene.dialogueLines?.[0]?.id as string
    const suggestion = {
      size: 'CU',
      angle: 'eye',
      movement: 'static',
      lens: 50,
      durationSeconds: 2,
      purpose: 'coverage',
      description: 'A face.',
      characters: [],
      lineIds: [line],
      action: [],
      confidence: 0.5,
    }
    await Promise.all([
      service.reorder(scene.id, [...ids].reverse()).catch(() => undefined),
      writeSuggestedShots({
        payload: payload(),
        scene: await payload().findByID({ collection: 'scenes', id: scene.id, depth: 0, joins: false }),
        suggestions: [suggestion as never],
        characterId: () => null,
        sourceTaskId: (await createProjectTree(payload())).taskId,
        mode: 'missing',
      }),
    ])
    const all = await shotsOf(scene.id)
    expect(all.map(({ order }) => order)).toEqual(all.map((_, index) => index + 1))
  })

  it('gives each of several pictures of one shot a version of its own', async () => {
    const { project, shot } = await createProjectTree(payload())
    const images = []
    for (let n = 0; n < 4; n += 1) images.push((await createMedia(payload(), project.id)).id)
    const upload = async (image: string): Promise<number> => {
      const json = { shot: shot.id, image, origin: 'drawn' }
      const { status } = await rest('/panels', { method: 'POST', token, json })
      // Transactions that count the same project at once: nothing was saved, and who asks again gets it.
      return name === 'mongodb' && status === 409 ? upload(image) : status
    }
    expect(await Promise.all(images.map(upload))).toEqual([201, 201, 201, 201])
    const { docs } = await payload().find({
      collection: 'panels',
      where: { shot: { equals: shot.id } },
      sort: 'version',
      depth: 0,
    })
    const versions = docs.map(({ version }) => version)
    expect(new Set(versions).size).toBe(5)
    if (name === 'sqlite') expect(versions).toEqual([1, 2, 3, 4, 5])
  })

  it('gives an alias to one alone, of people and of places', async () => {
    const { project } = await createProjectTree(payload())
    for (const [collection, more] of [
      ['characters', { scope: 'project' }],
      ['locations', {}],
    ] as const) {
      const ids = []
      for (const person of ['Ana', 'Bela', 'Cid'])
        ids.push(
          (
            await payload().create({
              collection,
              data: { project: project.id, name: `${person} of ${collection}`, ...more } as never,
            })
          ).id,
        )
      const statuses = (
        await Promise.all([
          ...ids.map((id) =>
            rest(`/${collection}/${id}`, { method: 'PATCH', token, json: { aliases: ['Zorro'] } }),
          ),
          rest(`/${collection}`, {
            method: 'POST',
            token,
            json: { project: project.id, name: `Dana of ${collection}`, aliases: ['ZORRO'], ...more },
          }),
        ])
      ).map(({ status }) => status)
      expect(statuses.filter((status) => status < 300)).toHaveLength(1)
      expect(statuses.filter((status) => status === 400)).toHaveLength(3)
      const { docs } = await payload().find({
        collection,
        where: { project: { equals: project.id } },
        depth: 0,
        pagination: false,
      })
      const all = docs.flatMap(({ aliases }) => aliases ?? []).map((alias) => alias.toLowerCase())
      expect(all.filter((alias) => alias === 'zorro')).toHaveLength(1)
    }
  })
})
