import type { PayloadRequest, Where } from 'payload'
import { expect, it, vi } from 'vitest'
import { findUnused } from '@/database/services/names/unused'
import { storedInTurns } from '@/database/services/storedInTurns'
import { describeEngines } from './engines'
import { createProjectTree } from './fixtures'

const taken = vi.hoisted(() => ({ turns: 0 }))
vi.mock('@/lib/giveWay', async (original) => ({
  ...(await original<typeof import('@/lib/giveWay')>()),
  turns: () => async () => {
    taken.turns += 1
  },
}))

describeEngines('Reading all that is stored of something', (booted) => {
  it('gives each once and in order, and others their turns in between', async () => {
    const payload = booted().payload
    const req = { payload, context: {} } as unknown as PayloadRequest
    const { project } = await createProjectTree(payload)
    const names = Array.from({ length: 230 }, (_, n) => `Extra ${String(n).padStart(3, '0')}`)
    const ids = new Map<string, string>()
    // Not in the order of their names.
    for (const name of [...names].reverse()) {
      const { id } = await payload.create({ collection: 'locations', data: { project: project.id, name } })
      ids.set(name, String(id))
    }
    const where: Where = { and: [{ project: { equals: project.id } }, { name: { like: 'Extra' } }] }
    const wanted = { collection: 'locations', where, sort: 'name', fields: ['name'] } as const
    taken.turns = 0
    const all = await storedInTurns(req, wanted)
    // 25 at once, of which the first need none.
    expect(taken.turns).toBe(9)
    expect(all.map(({ name }) => name)).toEqual(names)
    for (const location of all) expect(location).not.toMatchObject({ project: expect.anything() })
    // The newest first, as Payload gives them where nobody says how.
    const newest = await storedInTurns(req, { collection: 'locations', where, fields: ['name'] })
    expect(newest[0]?.name).toBe(names[0])

    const id = ids.get('Extra 150') as string
    await payload.update({ collection: 'locations', id, data: { deletedAt: new Date().toISOString() } })
    expect(await storedInTurns(req, wanted)).toHaveLength(229)
    expect(await storedInTurns(req, { ...wanted, withTrash: true })).toHaveLength(230)

    // What nobody uses is looked for in the same pieces. These somebody made.
    taken.turns = 0
    expect(await findUnused(req, 'locations', project.id)).toEqual([])
    expect(taken.turns).toBeGreaterThan(0)
  })
})
