import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createProjectTree, createUser, type ProjectTree } from './fixtures'
import { restOf, signedIn } from './restApi'

describeEngines('A change of many', (booted) => {
  const payload = () => booted().payload
  const open = restOf(payload, () => booted().uri)
  let me: Awaited<ReturnType<typeof signedIn>>
  let own: ProjectTree
  let looked: ProjectTree
  let foreign: ProjectTree
  const rest: typeof open = (path, init) => open(path, { token: me.token, ...init })

  beforeAll(async () => {
    // The first user of a studio is its admin.
    await createUser(payload(), 'admin')
    me = await signedIn(payload(), 'producer')
    const owner = await createUser(payload(), 'producer')
    own = await createProjectTree(payload(), me.user.id)
    looked = await createProjectTree(payload(), owner.id)
    foreign = await createProjectTree(payload(), owner.id)
    const members = [{ user: me.user.id as string, role: 'viewer' as const }]
    await payload().update({ collection: 'projects', id: looked.project.id, data: { members } })
  })

  const all = () => [own, looked, foreign].map(({ character }) => character.id).join(',')
  const named = (body: { docs: Array<{ id: string }>; errors: Array<{ id: string; message: string }> }) => ({
    docs: body.docs.map(({ id }) => id),
    errors: body.errors.map(({ id, message }) => [id, message]),
  })

  it('names what was left because it may not be changed, and nothing of what may not be seen', async () => {
    const left = [[String(looked.character.id), 'You may not change this']]
    const { status, body } = await rest(`/characters?where[id][in]=${all()}`, {
      method: 'PATCH',
      json: { personality: 'Calm.' },
    })
    expect([status, named(body)]).toEqual([400, { docs: [own.character.id], errors: left }])
    expect(body.message).toBe('Unable to update 1 out of 2 Characters.')
    const none = await rest(`/characters?where[id][equals]=${looked.character.id}`, {
      method: 'PATCH',
      json: { deletedAt: new Date().toISOString() },
    })
    expect([none.status, named(none.body)]).toEqual([400, { docs: [], errors: left }])
    const unseen = await rest(`/characters?where[id][equals]=${foreign.character.id}`, {
      method: 'PATCH',
      json: { personality: 'Calm.' },
    })
    expect([unseen.status, named(unseen.body)]).toEqual([200, { docs: [], errors: [] }])
  })

  it('says nothing of what was changed and fits no more', async () => {
    const where = `where[id][in]=${own.character.id}&where[personality][equals]=Calm.`
    const { status, body } = await rest(`/characters?${where}`, {
      method: 'PATCH',
      json: { personality: 'Wild.' },
    })
    expect([status, named(body)]).toEqual([200, { docs: [own.character.id], errors: [] }])
  })

  it('and a removal of many does the same', async () => {
    const { status, body } = await rest(`/characters?where[id][in]=${all()}`, { method: 'DELETE' })
    const left = [[String(looked.character.id), 'You may not delete this']]
    expect([status, named(body)]).toEqual([400, { docs: [own.character.id], errors: left }])
    expect(body.message).toBe('Unable to delete 1 out of 2 Characters.')
    expect((await rest(`/characters/${looked.character.id}`)).status).toBe(200)
  })
})
