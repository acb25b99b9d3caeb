import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createProjectTree, type ProjectTree } from './fixtures'
import { apiOf, graphqlOf, restOf, signedIn } from './restApi'

/**
 * MongoDB's driver reads an id in capitals as the same id; what compares ids as texts does not: whose account it is, whose
 * turn an import waits for.
 */
describeEngines('An id in other letters than it was given out in', (booted) => {
  const payload = () => booted().payload
  const open = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)
  let me: Awaited<ReturnType<typeof signedIn>>
  let tree: ProjectTree
  const rest: typeof open = (path, init) => open(path, { token: me.token, ...init })
  const api = apiOf(payload, () => me.token)
  /** An id that has letters. */
  const inCapitals = (id: unknown) => {
    expect(String(id)).toMatch(/[a-f]/)
    return String(id).toUpperCase()
  }

  beforeAll(async () => {
    payload().logger.level = 'silent'
    me = await signedIn(payload(), 'producer')
    tree = await createProjectTree(payload(), me.user.id)
  })

  it('is the id of nothing, at every door', async () => {
    const user = inCapitals(me.user.id)
    const project = inCapitals(tree.project.id)
    const character = inCapitals(tree.character.id)
    const statusOf = async (path: string, method = 'GET', json?: unknown) =>
      (await rest(path, { method, ...(json ? { json } : {}) })).status
    expect(await statusOf(`/users/${user}`, 'PATCH', { password: 'another-long-one-1' })).toBe(404)
    expect(await statusOf(`/projects/${project}`)).toBe(404)
    expect(await statusOf(`/characters/${character}`, 'PATCH', { name: 'B' })).toBe(404)
    expect(await statusOf(`/characters/${character}/duplicate`, 'POST')).toBe(404)
    expect(await statusOf(`/characters/${character}`, 'DELETE')).toBe(404)
    const form = new FormData()
    form.set('file', new File(['INT. HALL - DAY\n\nRain.\n'], 'a.fountain'))
    expect((await api(`/projects/${project}/import`, { method: 'POST', body: form })).status).toBe(404)
    expect((await api(`/projects/${project}`)).status).toBe(404)
    const asked = await graphql(
      `mutation { updateUser(id: "${user}", data: { password: "another-long-one-1" }) { id } }`,
      me.token,
    )
    expect(asked.status).toBe(404)
  })

  it('is no reference', async () => {
    for (const json of [
      { project: inCapitals(tree.project.id), name: 'Ada' },
      {
        project: tree.project.id,
        name: 'Ada',
        relationships: [{ character: inCapitals(tree.character.id), kind: 'rival' }],
      },
    ]) {
      const { status } = await rest('/characters', { method: 'POST', json })
      expect([400, 403, 404]).toContain(status)
    }
    const members = [{ user: inCapitals(me.user.id), role: 'editor' }]
    expect((await rest(`/projects/${tree.project.id}`, { method: 'PATCH', json: { members } })).status).toBe(
      400,
    )
  })
})
