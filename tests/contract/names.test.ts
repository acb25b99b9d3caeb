import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createUser, unique } from './fixtures'

describeEngines('Names that scripts find people and places by', (booted) => {
  const payload = () => booted().payload
  const project = async () =>
    (
      await payload().create({
        collection: 'projects',
        data: { title: unique('Names'), type: 'film', status: 'concept' },
      })
    ).id
  const refused = (field: string, message: string) => ({
    status: 400,
    details: { problems: [{ field, message }] },
  })

  for (const collection of ['characters', 'locations'] as const) {
    const make = (projectId: string, name: string, aliases: string[] = []) =>
      payload().create({ collection, data: { project: projectId, name, aliases, scope: 'project' } as never })
    const update = (id: string, data: object) => payload().update({ collection, id, data: data as never })

    it(`are one’s alone in a project: ${collection}`, async () => {
      const [here, elsewhere] = [await project(), await project()]
      const one = await make(here, 'Café Nord', ['The Nook', 'Annex'])
      const two = await make(here, 'Hall')
      await expect(make(here, 'Barn', ['Loft', 'CAFÉ NORD'])).rejects.toMatchObject(
        refused('aliases.1', 'is CAFÉ NORD, which is the name of Café Nord already'),
      )
      await expect(update(two.id, { aliases: ['the  nook'] })).rejects.toMatchObject(
        refused('aliases.0', 'is the  nook, which is another name of Café Nord already'),
      )
      await expect(update(two.id, { name: 'Annex' })).rejects.toMatchObject(
        refused('name', 'is Annex, which is another name of Café Nord already'),
      )
      await expect(make(here, 'Annex')).rejects.toMatchObject({ status: 400 })
      const bulk = await payload().update({
        collection,
        where: { project: { equals: here } },
        data: { aliases: ['Same'] } as never,
      })
      expect([bulk.docs.length, bulk.errors.length]).toEqual([1, 1])
      // Another project's are others; one's own may be said again.
      await make(elsewhere, 'Barn', ['Café Nord', 'Hall'])
      await update(one.id, { aliases: ['Café Nord', 'Annexe'], description: 'Damp.' })
    })

    it(`come free with the trash, and are asked for on the way back: ${collection}`, async () => {
      const here = await project()
      const one = await make(here, 'Mill', ['Old Mill'])
      await update(one.id, { deletedAt: new Date().toISOString() })
      const since = Date.now()
      const two = await make(here, 'Old Mill')
      // Nobody waits for what was kept for the one who has given it up.
      expect(Date.now() - since).toBeLessThan(8_000)
      await expect(
        payload().update({ collection, id: one.id, data: { deletedAt: null } as never, trash: true }),
      ).rejects.toMatchObject(refused('aliases.0', 'is Old Mill, which is the name of Old Mill already'))
      await update(two.id, { name: 'New Mill', aliases: [] })
    })

    it(`may be called alike, and then none takes the other’s name along: ${collection}`, async () => {
      const here = await project()
      const one = await make(here, 'Guard')
      await make(here, 'Guard')
      expect((await update(one.id, { name: 'Guard One' })) as object).toMatchObject({ aliases: [] })
    })
  }

  it('are refused to a person as well as to the system, and no stranger learns of them', async () => {
    const [owner, stranger] = [
      await createUser(payload(), 'producer'),
      await createUser(payload(), 'producer'),
    ]
    const { id } = await payload().create({
      collection: 'projects',
      data: { title: unique('Names'), type: 'film', status: 'concept', createdBy: owner.id },
    })
    const data = (name: string, aliases: string[] = []) => ({ project: id, name, aliases }) as never
    const as = (user: typeof owner) => ({ collection: 'locations', overrideAccess: false, user }) as const
    await payload().create({ ...as(owner), data: data('Mill') })
    await expect(payload().create({ ...as(owner), data: data('Barn', ['Mill']) })).rejects.toMatchObject({
      status: 400,
    })
    await expect(payload().create({ ...as(stranger), data: data('Barn', ['Mill']) })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('and titles are one line', async () => {
    const { id } = await payload().create({
      collection: 'projects',
      data: { title: ' The\r\n  Ferry\u2028Man\n', type: 'film', status: 'concept', genre: ['sci\n-fi'] },
    })
    const stored = await payload().findByID({ collection: 'projects', id, depth: 0 })
    expect([stored.title, stored.genre]).toEqual(['The Ferry Man', ['sci -fi']])
    const place = await payload().create({
      collection: 'locations',
      data: { project: id, name: 'Old\nMill', aliases: ['The\r\nMill'] },
    })
    expect(place).toMatchObject({ name: 'Old Mill', canonicalName: 'OLD MILL', aliases: ['The Mill'] })
    const other = await payload().update({ collection: 'projects', id, data: { title: 'A\nB' } })
    expect(other.title).toBe('A B')
    await expect(
      payload().update({ collection: 'projects', id, data: { title: '\r\n' } }),
    ).rejects.toMatchObject({ status: 400 })
  })

  it('and titles that cannot be seen are none', async () => {
    const unseen = '\u200b\u00a0\u00ad\u202e'
    const none = { status: 400, data: { errors: [expect.objectContaining({ path: expect.any(String) })] } }
    const films = { type: 'film', status: 'concept' } as const
    await expect(
      payload().create({ collection: 'projects', data: { ...films, title: unseen } }),
    ).rejects.toMatchObject(none)
    const here = await project()
    for (const collection of ['characters', 'locations'] as const) {
      const data = { project: here, name: unseen, scope: 'project' } as never
      await expect(payload().create({ collection, data })).rejects.toMatchObject(none)
    }
    await expect(
      payload().create({
        collection: 'episodes',
        data: { project: here, title: unseen, episodeNumber: 1 } as never,
      }),
    ).rejects.toMatchObject(none)
    await expect(
      payload().update({ collection: 'projects', id: here, data: { title: unseen } }),
    ).rejects.toMatchObject(none)
    await payload().update({ collection: 'projects', id: here, data: { title: '\u200fגשר' } })
  })
})
