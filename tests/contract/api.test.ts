import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createProjectTree, createUser, type ProjectTree } from './fixtures'

describeEngines('The API refuses', (booted) => {
  const payload = () => booted().payload
  let tree: ProjectTree
  let owner: string
  let ownerId: string
  let viewer: string
  let outsider: string

  const tokenOf = async (email: string) =>
    (await payload().login({ collection: 'users', data: { email, password: 'long-enough-1' } }))
      .token as string
  const ask = async (token: string, path: string, init: RequestInit = {}) => {
    const { createApi } = await import('@/api/app')
    const answer = await createApi(async () => payload()).request(`/api/v1${path}`, {
      ...init,
      headers: { authorization: `JWT ${token}`, 'content-type': 'application/json', ...init.headers },
    })
    const { error } = (await answer.json()) as { error?: { code: string; message: string } }
    return { status: answer.status, code: error?.code, message: error?.message }
  }

  beforeAll(async () => {
    await createUser(payload(), 'admin')
    const people = [
      await createUser(payload(), 'producer'),
      await createUser(payload(), 'viewer'),
      await createUser(payload(), 'producer'),
    ]
    tree = await createProjectTree(payload(), people[0]?.id)
    await payload().update({
      collection: 'projects',
      id: tree.project.id,
      data: { members: [{ user: String(people[1]?.id), role: 'viewer' }] },
    })
    ownerId = String(people[0]?.id)
    owner = await tokenOf(String(people[0]?.email))
    viewer = await tokenOf(String(people[1]?.email))
    outsider = await tokenOf(String(people[2]?.email))
  })

  it('an order of shots by who may only look, also one that changes nothing, and hides foreign ones', async () => {
    const body = JSON.stringify({ sceneId: tree.scene.id, shotIds: [tree.shot.id] })
    const order = (token: string) => ask(token, '/shots/reorder', { method: 'POST', body })
    expect(await order(owner)).toMatchObject({ status: 200 })
    expect(await order(viewer)).toMatchObject({ status: 403, code: 'forbidden' })
    expect(await order(outsider)).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('an import by which a scene with locked panels would go, and writes nothing', async () => {
    const locked = await createProjectTree(payload(), ownerId)
    await payload().update({ collection: 'panels', id: locked.panel.id, data: { status: 'locked' } })
    const script = (text: string) => ({
      method: 'POST',
      body: JSON.stringify({ text, episodeId: locked.episode.id }),
    })
    const path = `/projects/${locked.project.id}/import`
    expect(await ask(owner, path, script('EXT. MOOR - NIGHT\n\nFog.\n'))).toMatchObject({
      status: 409,
      code: 'conflict',
      message: expect.stringMatching(/^Scene 1 .*Scene 1, shot 1, version 1.*Nothing was imported/),
    })
    const read = { collection: 'episodes', id: locked.episode.id, depth: 0 } as const
    expect((await payload().findByID(read)).script?.text).toBe('INT. ROOM - DAY')
    expect((await ask(owner, path, script('INT. ROOM - DAY\n\nFog.\n'))).status).toBe(200)
  })

  it('to retry a cancelled run, with a word', async () => {
    const { RunService } = await import('@/database/services/RunService')
    const runs = new RunService({ payload: payload() })
    const { runId } = await runs.start({ episodeId: tree.episode.id })
    await runs.cancel(runId)
    expect(await ask(owner, `/runs/${runId}/retry`, { method: 'POST' })).toMatchObject({
      status: 409,
      message: expect.stringContaining('cancelled'),
    })
  })

  it('what it does not know: parameters of a query, kinds of body', async () => {
    expect(await ask(owner, '/projects?limit=5&search=a')).toMatchObject({ status: 200 })
    expect(await ask(owner, '/projects?limti=5')).toMatchObject({
      status: 400,
      code: 'validation-failed',
      message: expect.stringContaining('limti'),
    })
    // With all else that is wrong.
    const several = await ask(owner, '/projects?limti=5&limit=abc&page=0')
    for (const name of ['limti', 'limit', 'page']) expect(several.message).toMatch(new RegExp(`\\b${name} `))
    expect(
      await ask(owner, '/projects', {
        method: 'POST',
        body: 'title=a',
        headers: { 'content-type': 'text/plain' },
      }),
    ).toMatchObject({ status: 415, code: 'unsupported-media-type' })
  })

  it('numbers of episodes that are none, or none that a database gives back', async () => {
    const send = (episodeNumber: unknown) =>
      ask(owner, `/projects/${tree.project.id}/import`, {
        method: 'POST',
        body: JSON.stringify({ text: 'INT. A - DAY\n\nHi.\n', episodeNumber }),
      })
    for (const episodeNumber of [true, '7', [5], Number.MAX_SAFE_INTEGER, 0])
      expect(await send(episodeNumber)).toMatchObject({
        status: 400,
        message: expect.stringContaining('episodeNumber'),
      })
  })

  it('work on an episode in the trash by its id, as the board does', async () => {
    await payload().update({
      collection: 'projects',
      id: tree.project.id,
      data: { deletedAt: new Date().toISOString() } as never,
    })
    const { id } = tree.episode
    const named = { status: 404, message: `There is no episode with the id ${id}.` }
    expect(await ask(owner, `/episodes/${id}/board`)).toMatchObject(named)
    expect(await ask(owner, `/episodes/${id}/runs`, { method: 'POST', body: '{}' })).toMatchObject(named)
  })
})
