import { createLocalReq, type TypedUser } from 'payload'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { describeEngines } from './engines'
import { graphqlOf, projectWithPeople, restOf, signedIn } from './restApi'

// What Payload makes of a form is its own affair: here it counts whether it is asked to lock.
vi.mock('@payloadcms/ui/utilities/buildFormState', () => ({
  buildFormStateHandler: async ({ returnLockStatus }: { returnLockStatus: boolean }) => ({
    returnLockStatus,
  }),
}))

describeEngines('The lock of a document that is being edited', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  let people: Awaited<ReturnType<typeof projectWithPeople>>
  let editor: Awaited<ReturnType<typeof signedIn>>
  let lockId: string

  const locks = '/payload-locked-documents'
  const holder = async () => {
    const lock = await payload().findByID({ collection: 'payload-locked-documents', id: lockId, depth: 0 })
    return lock.user.value
  }
  const takeOver = (token: string, userId: unknown) =>
    rest(`${locks}/${lockId}`, {
      method: 'PATCH',
      token,
      json: { user: { relationTo: 'users', value: userId } },
    })

  beforeAll(async () => {
    people = await projectWithPeople(payload())
    editor = await signedIn(payload(), 'editor')
    const { owner, viewer, project } = people
    await payload().update({
      collection: 'projects',
      id: project,
      data: {
        members: [
          { user: viewer.user.id, role: 'viewer' },
          { user: editor.user.id, role: 'editor' },
        ],
      },
    })
    expect(owner.token).toBeTruthy()
  })

  beforeEach(async () => {
    await payload().db.deleteMany({ collection: 'payload-locked-documents', where: {} })
    // As Payload itself does when somebody types.
    const { id } = await payload().db.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'projects', value: people.project },
        user: { relationTo: 'users', value: people.owner.user.id },
      },
    })
    lockId = String(id)
  })

  it('is out of sight and out of reach for who may only look, and for strangers', async () => {
    for (const { token, user } of [people.viewer, people.outsider]) {
      expect((await rest(locks, { token })).body.docs).toEqual([])
      expect([403, 404]).toContain((await takeOver(token, user.id)).status)
      expect([403, 404]).toContain((await rest(`${locks}/${lockId}`, { method: 'DELETE', token })).status)
      const all = await rest(`${locks}?where[id][exists]=true`, {
        method: 'PATCH',
        token,
        json: { user: { relationTo: 'users', value: user.id } },
      })
      expect(all.body.docs).toEqual([])
      const json = {
        document: { relationTo: 'projects', value: people.project },
        user: { relationTo: 'users', value: user.id },
      }
      expect((await rest(locks, { method: 'POST', token, json })).status).toBe(403)
    }
    expect((await rest(locks)).status).toBe(401)
    expect(await holder()).toBe(people.owner.user.id)
  })

  it('is taken over by who may edit, for themselves alone, and stays on its document', async () => {
    const { token, user } = editor
    expect((await rest(locks, { token })).body.docs).toMatchObject([{ id: lockId }])
    expect((await rest(`${locks}/${lockId}`, { method: 'DELETE', token })).status).not.toBe(200)
    expect((await takeOver(token, people.viewer.user.id)).status).toBe(403)
    expect(await holder()).toBe(people.owner.user.id)
    expect((await takeOver(token, user.id)).status).toBe(200)
    expect(await holder()).toBe(user.id)
    expect((await rest(`${locks}/${lockId}`, { method: 'DELETE', token })).status).toBe(200)
  })

  it('refuses what others write meanwhile, by REST and GraphQL alike, and not its holder', async () => {
    payload().logger.level = 'silent'
    const id = people.project
    const graphql = graphqlOf(payload, () => booted().uri)
    const ask = `mutation { updateProject(id: "${id}", data: { logline: "Rain." }) { id } }`
    const patch = (token: string, more = '') =>
      rest(`/projects/${id}${more}`, { method: 'PATCH', token, json: { logline: 'Rain.' } })
    expect((await patch(editor.token)).status).toBe(423)
    expect((await graphql(ask, editor.token)).status).toBe(423)
    expect((await graphql(ask, people.owner.token)).error).toBeNull()
    expect((await patch(people.owner.token)).status).toBe(200)
    expect((await patch(editor.token, '?overrideLock=true')).status).toBe(200)
  })

  it('is not made for who may only look, whatever their form asks', async () => {
    const { formState } = await import('@/admin/edit-locks/formState')
    const ask = async (user: object, returnLockStatus = true) => {
      const req = await createLocalReq({ user: { ...user, collection: 'users' } as TypedUser }, payload())
      const args = { collectionSlug: 'projects', id: people.project, req, returnLockStatus }
      return formState(args as never)
    }
    expect(await ask(people.owner.user)).toEqual({ returnLockStatus: true })
    expect(await ask(editor.user)).toEqual({ returnLockStatus: true })
    expect(await ask(people.viewer.user)).toEqual({ returnLockStatus: false })
    expect(await ask(people.outsider.user)).toEqual({ returnLockStatus: false })
    expect(await ask(people.owner.user, false)).toEqual({ returnLockStatus: false })
  })
})
