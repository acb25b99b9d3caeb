import type { PayloadRequest, Where } from 'payload'
import { expect, it, vi } from 'vitest'
import { engineOf } from '@/database/engine'
import { readAll } from '@/database/services/readAll'
import { describeEngines } from './engines'
import { createProjectTree, createUser } from './fixtures'

type User = NonNullable<PayloadRequest['user']>

describeEngines('Reading all of something in pieces', (booted) => {
  const payload = () => booted().payload

  it('gives each once and in order, only the fields asked for, and only to who may see them', async () => {
    const { project } = await createProjectTree(payload())
    const names = Array.from({ length: 64 }, (_, n) => `Extra ${String(n).padStart(2, '0')}`)
    // Not in the order of their names.
    for (const name of [...names].reverse())
      await payload().create({ collection: 'locations', data: { project: project.id, name } })
    const where: Where = { and: [{ project: { equals: project.id } }, { name: { like: 'Extra' } }] }

    const all = await readAll(
      payload(),
      { overrideAccess: true },
      { collection: 'locations', where, sort: 'name' },
    )
    expect(all.map(({ name }) => name)).toEqual(names)
    expect(all[40]).toHaveProperty('project')

    const few = await readAll(
      payload(),
      { overrideAccess: true },
      { collection: 'locations', where, sort: '-name', fields: ['name'] },
    )
    expect(few.map(({ name }) => name)).toEqual([...names].reverse())
    for (const location of few) expect(Object.keys(location).sort()).toEqual(['id', 'name'])

    // The first user of a studio becomes its admin.
    await createUser(payload(), 'admin')
    const stranger = (await createUser(payload(), 'editor')) as unknown as User
    const access = { overrideAccess: false, user: { ...stranger, collection: 'users' as const } }
    expect(await readAll(payload(), access, { collection: 'locations', where, sort: 'name' })).toEqual([])
  })

  it('has Payload make a few documents at a time, and others have a turn in between', async () => {
    const { project } = await createProjectTree(payload())
    const documents = Array.from({ length: 205 }, (_, n) => ({
      id: engineOf(payload()).newId(),
      project: project.id,
      name: `Crowd ${n}`,
      createdAt: new Date().toISOString(),
      updatedAt: new Date().toISOString(),
    }))
    let turns = 0
    let isOver = false
    const count = () => {
      turns += 1
      if (!isOver) setImmediate(count)
    }
    count()
    await engineOf(payload()).insertDocuments(payload(), { collection: 'locations', documents })
    expect(turns).toBeGreaterThan(5)

    const find = vi.spyOn(payload(), 'find')
    const where: Where = { and: [{ project: { equals: project.id } }, { name: { like: 'Crowd' } }] }
    const all = await readAll(payload(), { overrideAccess: true }, { collection: 'locations', where })
    isOver = true
    expect(all).toHaveLength(205)
    const answers = await Promise.all(find.mock.results.map(({ value }) => value))
    find.mockRestore()
    expect(Math.max(...answers.map(({ docs }) => docs.length))).toBeLessThanOrEqual(25)
  })
})
