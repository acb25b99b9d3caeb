import { createRequire } from 'node:module'
import { configToSchema } from '@payloadcms/graphql'
import { createLocalReq, handleEndpoints } from 'payload'
import { beforeAll, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import { describeEngines } from './engines'
import { createUser, unique } from './fixtures'

// Payload's own copy: graphql refuses the schemas of another.
const { graphql } = createRequire(import.meta.url)('graphql') as typeof import('graphql')

describeEngines('Members of a project', (booted) => {
  const payload = () => booted().payload
  let boss: User
  let friend: User
  let token: string
  let unknown: string
  let projectId: string

  beforeAll(async () => {
    boss = await createUser(payload(), 'admin')
    friend = await createUser(payload(), 'editor')
    const gone = await createUser(payload(), 'viewer')
    // An id as this engine makes them, of nobody any more.
    unknown = gone.id
    await payload().delete({ collection: 'users', id: gone.id })
    const login = { email: boss.email, password: 'long-enough-1' }
    token = String((await payload().login({ collection: 'users', data: login })).token)
    projectId = (await payload().create({ collection: 'projects', data: film() })).id
  })

  const film = (members: object[] = []) =>
    ({ title: unique('Film'), type: 'film', status: 'concept', members }) as never
  const stranger = () => [
    { user: friend.id, role: 'editor' },
    { user: unknown, role: 'viewer' },
  ]
  const twice = () => [
    { user: friend.id, role: 'editor' },
    { user: boss.id, role: 'viewer' },
    { user: friend.id, role: 'viewer' },
  ]
  const noUser = [{ path: 'members.1.user', message: 'names no user of this studio' }]
  const isTwice = [{ path: 'members.2.user', message: 'is a member already' }]

  it('are users who are there, each once: in every call', async () => {
    const create = (members: object[]) => payload().create({ collection: 'projects', data: film(members) })
    const update = (members: object[]) =>
      payload().update({ collection: 'projects', id: projectId, data: { members } as never })
    const bulk = async (members: object[]) => {
      const where = { id: { equals: projectId } }
      const { errors } = await payload().update({ collection: 'projects', where, data: { members } as never })
      expect(errors).toHaveLength(1)
    }
    for (const change of [create, update]) {
      await expect(change(stranger())).rejects.toMatchObject({ status: 400, data: { errors: noUser } })
      await expect(change(twice())).rejects.toMatchObject({ status: 400, data: { errors: isTwice } })
    }
    await bulk(stranger())
    await bulk(twice())
    await expect(create([{ user: 'nonsense', role: 'viewer' }])).rejects.toMatchObject({ status: 400 })
    const { members } = await payload().findByID({ collection: 'projects', id: projectId, depth: 0 })
    expect(members).toEqual([])
  })

  it('likewise in the services', async () => {
    const { ProjectService } = await import('@/database/services/ProjectService')
    const service = new ProjectService({ payload: payload(), user: boss as never })
    await expect(service.create(film(stranger()))).rejects.toMatchObject({
      status: 400,
      details: { problems: [{ field: 'members.1.user', message: 'names no user of this studio' }] },
    })
    await expect(service.update(projectId, { members: twice() as never })).rejects.toMatchObject({
      status: 400,
      details: { problems: [{ field: 'members.2.user', message: 'is a member already' }] },
    })
    await service.addCollaborator(projectId, friend.id, 'viewer')
    const { members } = await service.addCollaborator(projectId, friend.id, 'director')
    expect(members?.map(({ user, role }) => [user, role])).toEqual([[friend.id, 'director']])
    await expect(service.addCollaborator(projectId, unknown)).rejects.toMatchObject({ status: 404 })
  })

  it('likewise over REST', async () => {
    const patch = async (members: object[]) => {
      const answer = await handleEndpoints({
        config: payload().config,
        payloadInstanceCacheKey: booted().uri,
        request: new Request(`http://localhost/api/projects/${projectId}`, {
          method: 'PATCH',
          headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ members }),
        }),
      })
      return { status: answer.status, body: await answer.json() }
    }
    expect(await patch(stranger())).toMatchObject({
      status: 400,
      body: { errors: [{ data: { errors: noUser } }] },
    })
    expect(await patch(twice())).toMatchObject({
      status: 400,
      body: { errors: [{ data: { errors: isTwice } }] },
    })
    expect(await patch(stranger().slice(0, 1))).toMatchObject({ status: 200 })
  })

  it('likewise over GraphQL', async () => {
    const { schema } = configToSchema(payload().config)
    const req = await createLocalReq({ user: boss as never }, payload())
    const change = async (members: object[]) =>
      graphql({
        schema,
        source: `mutation ($id: String!, $members: [mutationProjectUpdate_MembersInput]) {
          updateProject(id: $id, data: { members: $members }) { id }
        }`,
        variableValues: { id: projectId, members },
        contextValue: { req, headers: {}, res: undefined },
      })
    const { errors } = await change(stranger())
    expect(errors?.[0]?.originalError).toMatchObject({ status: 400, data: { errors: noUser } })
    expect((await change(twice())).errors?.[0]?.originalError).toMatchObject({ data: { errors: isTwice } })
    expect((await change([{ user: friend.id, role: 'editor' }])).errors).toBeUndefined()
  })

  it('and who made it is a user who is there, too', async () => {
    const createdBy = { ...(film() as object), createdBy: unknown } as never
    await expect(payload().create({ collection: 'projects', data: createdBy })).rejects.toMatchObject({
      status: 400,
      data: { errors: [{ path: 'createdBy' }] },
    })
  })
})
