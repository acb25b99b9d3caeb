import { createRequire } from 'node:module'
import { configToSchema } from '@payloadcms/graphql'
import { createLocalReq, handleEndpoints } from 'payload'
import { beforeAll, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import { describeEngines } from './engines'
import { createUser, unique } from './fixtures'

const first = 'INT. BAR - DAY\n\nMara counts her coins.\n\nMARA\nOne more.\n'
const second = first.replace('One more.', 'No more.')

describeEngines('The text of a script with scenes', (booted) => {
  const payload = () => booted().payload
  let owner: User
  let token: string
  let episode: string
  let project: string

  const rest = async (method: string, path: string, body?: unknown) => {
    const { config } = payload()
    const isForm = body instanceof FormData
    const request = new Request(`http://localhost:3000/api${path}`, {
      method,
      headers: { authorization: `JWT ${token}`, ...(isForm ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    const answer = await handleEndpoints({ config, request, payloadInstanceCacheKey: booted().uri })
    return { status: answer.status, body: await answer.json() }
  }
  const v1 = async (path: string, body: unknown) => {
    const { createApi } = await import('@/api/app')
    const answer = await createApi(async () => payload()).request(`/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.ok).toBe(true)
    return answer.json()
  }
  const stored = () => payload().findByID({ collection: 'episodes', id: episode, depth: 0 })
  const spoken = async () => {
    const { docs } = await payload().find({ collection: 'scenes', where: { episode: { equals: episode } } })
    return JSON.stringify(docs)
  }
  /** Payload's own versions of the episode, with one text or another. */
  const versionsWith = async (text: string) => {
    const { docs } = await payload().findVersions({
      collection: 'episodes',
      where: { parent: { equals: episode } },
      sort: '-createdAt',
      pagination: false,
    })
    return docs.filter(({ version }) => version.script?.text === text)
  }

  beforeAll(async () => {
    owner = await createUser(payload(), 'producer')
    const { id, email } = owner
    const data = { email, password: 'long-enough-1' }
    token = String((await payload().login({ collection: 'users', data })).token)
    const made = { title: unique('Restored'), type: 'short', status: 'concept', createdBy: id } as const
    project = (await payload().create({ collection: 'projects', data: made })).id
    ;({ episodeId: episode } = await v1(`/projects/${project}/import`, {
      text: first,
      filename: 'a.fountain',
    }))
    await v1(`/episodes/${episode}/script`, { text: second, baseVersion: 1 })
  })

  it('is not parted from them by restoring an earlier version of the episode', async () => {
    const [old] = await versionsWith(first)
    const scenes = await spoken()
    expect(scenes).toContain('No more.')
    const refused = await rest('POST', `/episodes/versions/${old?.id}`)
    expect(refused.status).toBe(409)
    expect(refused.body.errors[0].message).toContain('another script')
    await expect(
      payload().restoreVersion({ collection: 'episodes', id: String(old?.id) }),
    ).rejects.toMatchObject({ status: 409 })
    expect((await stored()).script).toMatchObject({ text: second, version: 2 })
    expect(await spoken()).toBe(scenes)
  })

  it('nor by GraphQL', async () => {
    const [old] = await versionsWith(first)
    // Payload's own copy: graphql refuses the schemas of another.
    const { graphql } = createRequire(import.meta.url)('graphql') as typeof import('graphql')
    const req = await createLocalReq({ user: { ...owner, collection: 'users' } }, payload())
    req.payloadAPI = 'GraphQL'
    const { errors } = await graphql({
      schema: configToSchema(payload().config).schema,
      source: `mutation { restoreVersionEpisode(id: ${JSON.stringify(old?.id)}) { id } }`,
      contextValue: { req, headers: {} },
    })
    expect(errors?.[0]?.message).toContain('another script')
    expect((await stored()).script?.text).toBe(second)
  })

  it('nor by writing the field; an old form saves what else it says', async () => {
    const typed = await rest('PATCH', `/episodes/${episode}`, { script: { text: `${second}\nMore.\n` } })
    expect(typed.status).toBe(409)
    expect((await stored()).script?.text).toBe(second)
    const { script } = (await versionsWith(first))[0]?.version ?? {}
    // By JSON, what was counted from it then is told to be none of the caller's to say.
    const json = await rest('PATCH', `/episodes/${episode}`, { title: 'The bar', script })
    expect([json.status, JSON.stringify(json.body)]).toEqual([400, expect.stringContaining('script.')])
    const sent = new FormData()
    sent.set('_payload', JSON.stringify({ title: 'The bar', script }))
    const form = await rest('PATCH', `/episodes/${episode}`, sent)
    expect(form.status).toBe(200)
    expect(await stored()).toMatchObject({ title: 'The bar', script: { text: second, version: 2 } })
  })

  it('stays with what is counted from it where everything else is restored', async () => {
    const before = await stored()
    const old = (await versionsWith(second)).find(({ version }) => version.title !== 'The bar')
    await payload().update({ collection: 'episodes', id: episode, data: { production: { percentage: 40 } } })
    const restored = await rest('POST', `/episodes/versions/${old?.id}`)
    expect(restored.status).toBe(200)
    const { title, script, production } = await stored()
    expect(title).toBe(old?.version.title)
    expect(script).toEqual(before.script)
    expect(production).toMatchObject({ percentage: 40, sceneCount: 1 })
  })

  it('may be typed where no scene was made of it yet', async () => {
    const data = { project, title: unique('Typed'), episodeNumber: 9, script: { text: first } }
    const made = await rest('POST', '/episodes', { ...data, status: 'draft' })
    expect(made.status).toBe(201)
    const changed = await rest('PATCH', `/episodes/${made.body.doc.id}`, { script: { text: second } })
    expect(changed.status).toBe(200)
    expect(changed.body.doc.script).toMatchObject({ text: second, version: 2 })
  })
})
