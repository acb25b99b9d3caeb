import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { describeEngines } from './engines'
import { createProjectTree, createUser, type ProjectTree } from './fixtures'

describeEngines('A board that is asked for again', (booted) => {
  const payload = () => booted().payload
  let tree: ProjectTree
  let owner: string
  let outsider: string

  const tokenOf = async (email: string) =>
    (await payload().login({ collection: 'users', data: { email, password: 'long-enough-1' } }))
      .token as string
  const ask = async (token: string, etag?: string | null) => {
    const { createApi } = await import('@/api/app')
    return createApi(async () => payload()).request(`/api/v1/episodes/${tree.episode.id}/board`, {
      headers: { authorization: `JWT ${token}`, ...(etag ? { 'if-none-match': etag } : {}) },
    })
  }
  /** Whatever was done lies a while back. */
  const later = () => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })

  beforeAll(async () => {
    await createUser(payload(), 'admin')
    const producer = await createUser(payload(), 'producer')
    owner = await tokenOf(producer.email)
    outsider = await tokenOf((await createUser(payload(), 'producer')).email)
    tree = await createProjectTree(payload(), producer.id)
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('has no mark while what changed may not be seen by all yet', async () => {
    await payload().update({ collection: 'panels', id: tree.panel.id, data: { status: 'review' } })
    const answer = await ask(owner)
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, null])
  })

  it('is not sent again until anything on it has changed, whoever changed it', async () => {
    later()
    const first = await ask(owner)
    const etag = first.headers.get('etag')
    expect(etag).toMatch(/^W\/"/)
    const same = await ask(owner, etag)
    expect([same.status, await same.text()]).toEqual([304, ''])
    expect((await ask(owner, `"other", ${etag}`)).status).toBe(304)

    const changes: Array<() => Promise<unknown>> = [
      () => payload().update({ collection: 'panels', id: tree.panel.id, data: { status: 'approved' } }),
      () => payload().update({ collection: 'shots', id: tree.shot.id, data: { description: 'A gull.' } }),
      () => payload().update({ collection: 'scenes', id: tree.scene.id, data: { mood: 'tense' } }),
      () => payload().update({ collection: 'projects', id: tree.project.id, data: { title: 'Anew' } }),
    ]
    for (const change of changes) {
      const before = (await ask(owner)).headers.get('etag')
      await change()
      later()
      const after = await ask(owner, before)
      expect(after.status).toBe(200)
      expect(after.headers.get('etag')).not.toBe(before)
    }
  })

  it('is not there for who may not see it, whatever they name', async () => {
    later()
    const etag = (await ask(owner)).headers.get('etag')
    expect((await ask(outsider, etag)).status).toBe(404)
  })
})
