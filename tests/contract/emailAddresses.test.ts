import { beforeAll, describe, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createUser } from './fixtures'
import { graphqlOf, projectWithPeople, restOf, signedIn } from './restApi'

describeEngines('What colleagues may know and change of an account', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)
  let people: Awaited<ReturnType<typeof projectWithPeople>>
  let admin: Awaited<ReturnType<typeof signedIn>>

  beforeAll(async () => {
    people = await projectWithPeople(payload())
    admin = await signedIn(payload(), 'admin')
  })

  describe('An e-mail address', () => {
    it.each(['viewer', 'owner'] as const)('is shown to a %s for themselves alone', async (who) => {
      const { token, user } = people[who]
      const { body } = await rest('/users?limit=0', { token })
      expect(body.docs.length).toBeGreaterThan(1)
      for (const doc of body.docs) {
        expect(doc.name).toBeTruthy()
        expect(doc.email).toBe(doc.id === user.id ? user.email : undefined)
      }
      expect((await rest('/users/me', { token })).body.user.email).toBe(user.email)
      expect((await rest(`/users/${user.id}`, { token })).body.email).toBe(user.email)
    })

    it('does not come with a document that names its owner, at any depth', async () => {
      const { viewer, owner, project } = people
      for (const depth of [1, 2, 5]) {
        const { body, text } = await rest(`/projects/${project}?depth=${depth}`, { token: viewer.token })
        expect(body.createdBy.name).toBe(owner.user.name)
        expect(text).not.toContain(owner.user.email)
      }
    })

    it('is not told by GraphQL either', async () => {
      const { viewer, owner, project } = people
      const asked = await graphql('{ Users(limit: 100) { docs { id name email } } }', viewer.token)
      expect(asked.error).toBeNull()
      expect(asked.data.Users.docs.filter(({ email }: { email: unknown }) => email)).toMatchObject([
        { id: viewer.user.id },
      ])
      const nested = `{ Project(id: ${JSON.stringify(project)}) { createdBy { name email } } }`
      expect(await graphql(nested, viewer.token)).toMatchObject({
        data: { Project: { createdBy: { name: owner.user.name, email: null } } },
        error: null,
      })
    })

    it('cannot be guessed by searching or sorting', async () => {
      const { viewer, owner } = people
      const start = encodeURIComponent(String(owner.user.email).slice(0, 4))
      for (const query of [
        `/users?where[email][like]=${start}`,
        `/projects?where[createdBy.email][like]=${start}`,
        '/users?sort=email',
        '/projects?sort=createdBy.email',
      ])
        expect((await rest(query, { token: viewer.token })).status, query).toBe(400)
    })

    it('is known to admins, and signs its owner in', async () => {
      const { owner } = people
      const { body } = await rest(`/users?where[email][equals]=${owner.user.email}`, { token: admin.token })
      expect(body.docs).toMatchObject([{ id: owner.user.id, email: owner.user.email }])
      const json = { email: owner.user.email, password: 'long-enough-1' }
      const signIn = await rest('/users/login', { method: 'POST', json })
      expect(signIn.body.user.email).toBe(owner.user.email)
    })

    it('is not told a worker by what happened', async () => {
      const worker = await signedIn(payload(), 'worker')
      const { body, text } = await rest('/events?limit=100&sort=-sequence', { token: worker.token })
      expect(body.docs.length).toBeGreaterThan(0)
      expect(
        body.docs.filter((each: { entityCollection: string }) => each.entityCollection === 'users'),
      ).toEqual([])
      expect(text).not.toContain(people.owner.user.email)
      const { body: own } = await rest('/events?where[entityCollection][equals]=users', {
        token: admin.token,
      })
      expect(own.docs.length).toBeGreaterThan(0)
    })

    it('can still be changed by its owner', async () => {
      const { user, token } = await signedIn(payload(), 'editor')
      const json = { email: `new-${user.email}`, currentPassword: 'long-enough-1' }
      const { status, body } = await rest(`/users/${user.id}`, { method: 'PATCH', token, json })
      expect({ status, email: body.doc.email }).toEqual({ status: 200, email: `new-${user.email}` })
    })
  })

  describe('One’s own role', () => {
    it.each(['viewer', 'owner'] as const)('is not changed by a %s, who is told so', async (who) => {
      const { token, user } = people[who]
      const json = { name: 'Renamed', role: 'admin' }
      const answer = await rest(`/users/${user.id}`, { method: 'PATCH', token, json })
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('role')
      const { error } = await graphql(
        `mutation { updateUser(id: ${JSON.stringify(user.id)}, data: { role: admin }) { role } }`,
        token,
      )
      expect(error).toContain('role')
      const many = await rest(`/users?where[id][equals]=${user.id}`, { method: 'PATCH', token, json })
      expect(many.body.errors).toMatchObject([{ message: expect.stringContaining('role') }])
      expect(await payload().findByID({ collection: 'users', id: user.id })).toMatchObject({
        role: user.role,
        name: user.name,
      })
    })

    it('may be repeated, as a form does', async () => {
      const { token, user } = people.viewer
      const json = { name: 'Vera Viewer', role: 'viewer' }
      const { status, body } = await rest(`/users/${user.id}`, { method: 'PATCH', token, json })
      expect({ status, name: body.doc.name }).toEqual({ status: 200, name: 'Vera Viewer' })
    })

    it('is given by admins', async () => {
      const { id } = await createUser(payload(), 'viewer')
      const json = { role: 'editor' }
      const { body } = await rest(`/users/${id}`, { method: 'PATCH', token: admin.token, json })
      expect(body.doc.role).toBe('editor')
    })
  })

  it('Who holds a document is called by name where pages ask', async () => {
    const { owner, project } = people
    const { user: editor, token } = await signedIn(payload(), 'editor')
    const members = [{ user: editor.id, role: 'editor' as const }]
    await payload().update({ collection: 'projects', id: project, data: { members } })
    const { id } = await payload().db.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'projects', value: project },
        user: { relationTo: 'users', value: owner.user.id },
      },
    })
    const lock = await payload().findByID({
      collection: 'payload-locked-documents',
      id: String(id),
      depth: 1,
      overrideAccess: false,
      user: { ...editor, collection: 'users' },
    })
    expect(lock.user.value).toMatchObject({ email: owner.user.name })
    const { body } = await rest(`/payload-locked-documents/${id}?depth=1`, { token })
    expect(body.user.value.email).toBeUndefined()
  })
})
