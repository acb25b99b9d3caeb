import { randomUUID } from 'node:crypto'
import type { Payload, TypedUser } from 'payload'
import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createProjectTree, createUser } from './fixtures'

/** Asks of a database, by collection, that a piece of work takes. */
async function asked(payload: Payload, work: () => Promise<unknown>): Promise<Record<string, number>> {
  const db = payload.db as unknown as Record<string, (args: { collection: string }) => unknown>
  const names = ['find', 'findOne', 'findDistinct', 'count'] as const
  const own = names.map((name) => db[name] as (args: { collection: string }) => unknown)
  const counts: Record<string, number> = {}
  names.forEach((name, at) => {
    db[name] = function count(this: unknown, args: { collection: string }) {
      counts[args.collection] = (counts[args.collection] ?? 0) + 1
      return own[at]?.call(this, args)
    } as never
  })
  try {
    await work()
  } finally {
    names.forEach((name, at) => {
      db[name] = own[at] as never
    })
  }
  return counts
}

describeEngines('The studio at a glance', (booted) => {
  const payload = () => booted().payload

  it('looks up once who may see what, however many projects there are', async () => {
    const { StudioService } = await import('@/database/services/StudioService')
    const { TaskService } = await import('@/database/services/TaskService')
    await createUser(payload(), 'admin')
    const producer = await createUser(payload(), 'producer')
    for (const role of ['producer', 'admin'] as const) {
      const someone = role === 'producer' ? producer : await createUser(payload(), 'admin')
      const user = { ...someone, collection: 'users' } as TypedUser
      const look = () => new StudioService({ payload: payload(), user }).overview()
      const tree = await createProjectTree(payload(), producer.id)
      const startRun = (n: number) =>
        new TaskService({ payload: payload() }).enqueue([
          {
            type: 'analyse-script',
            input: {},
            title: `Run ${n}`,
            isStep: true,
            runId: randomUUID(),
            projectId: String(tree.project.id),
            episodeId: String(tree.episode.id),
          },
        ])
      await startRun(1)
      const few = await asked(payload(), look)
      for (let n = 0; n < 3; n++) {
        await payload().create({
          collection: 'projects',
          data: { title: `Empty ${role} ${n}`, type: 'short', status: 'concept', createdBy: producer.id },
        })
        await startRun(n)
      }
      const many = await asked(payload(), look)
      expect([role, many.projects, many.episodes, many.panels]).toEqual([
        role,
        few.projects,
        few.episodes,
        few.panels,
      ])
      // The page itself, who is in which, and what is in the trash.
      expect(many.projects).toBeLessThanOrEqual(4)
      expect(many.episodes).toBeLessThanOrEqual(3)
    }
  })
})
