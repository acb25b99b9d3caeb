import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { asAdmin, graphqlOf, signedIn } from './restApi'

describeEngines('What somebody may do, by GraphQL', (booted) => {
  const { payload, token, tree } = asAdmin(booted)
  const graphql = graphqlOf(payload, () => booted().uri)
  const RIGHTS =
    'read { permission where } delete { permission } update { permission } fields { title { update { permission } } }'

  it('is said of a document, and of the studio', async () => {
    const { user, token: viewer } = await signedIn(payload(), 'viewer')
    await payload().update({
      collection: 'projects',
      id: tree().project.id,
      data: { members: [{ user: user.id, role: 'viewer' }] },
    })
    const ofProject = (who: string) =>
      graphql(`{ docAccessProject(id: "${tree().project.id}") { ${RIGHTS} } }`, who)
    const mine = await ofProject(token())
    expect([mine.error, mine.data?.docAccessProject]).toEqual([
      null,
      {
        read: { permission: true, where: null },
        delete: { permission: true },
        update: { permission: true },
        fields: { title: { update: { permission: true } } },
      },
    ])
    const theirs = await ofProject(viewer)
    expect([theirs.error, theirs.data?.docAccessProject]).toEqual([
      null,
      expect.objectContaining({
        read: expect.objectContaining({ permission: true }),
        delete: null,
        update: null,
      }),
    ])
    const worker = await graphql(
      '{ Access { canAccessAdmin projects { read { permission } } } }',
      (await signedIn(payload(), 'worker')).token,
    )
    expect([worker.error, worker.data?.Access]).toEqual([
      null,
      { canAccessAdmin: false, projects: { read: { permission: true } } },
    ])
    const users = await graphql(
      `{ docAccessUser(id: "${user.id}") { delete { permission } } Access { canAccessAdmin users { create { permission } } scenes { fields { heading { read { permission } } } } } }`,
      token(),
    )
    expect([users.error, users.data]).toEqual([
      null,
      {
        docAccessUser: { delete: { permission: true } },
        Access: {
          canAccessAdmin: true,
          users: { create: { permission: true } },
          scenes: { fields: { heading: { read: { permission: true } } } },
        },
      },
    ])
  })
})
