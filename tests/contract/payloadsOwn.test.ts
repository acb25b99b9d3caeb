import { type CollectionSlug, formatNames } from 'payload'
import { beforeAll, expect, it } from 'vitest'
import { collections } from '@/collections/registry'
import { PAYLOADS_OWN } from '@/guards/payloads-own/payloadsOwn'
import { describeEngines } from './engines'
import { createProjectTree, type ProjectTree } from './fixtures'
import { graphqlOf, restOf, signedIn } from './restApi'

type Somebody = Awaited<ReturnType<typeof signedIn>>

describeEngines('What Payload adds by itself', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)
  const everybody: Record<string, Somebody | null> = { nobody: null }
  let tree: ProjectTree

  beforeAll(async () => {
    // What a caller asks wrongly is logged.
    payload().logger.level = 'silent'
    for (const role of ['admin', 'producer', 'viewer', 'worker'] as const)
      everybody[role] = await signedIn(payload(), role)
    const owner = await signedIn(payload(), 'producer')
    tree = await createProjectTree(payload(), owner.user.id)
  })
  const who = (name: string) => everybody[name] as Somebody
  const forEverybody = async (look: (name: string, token: string | undefined) => Promise<void>) => {
    for (const [name, somebody] of Object.entries(everybody)) await look(name, somebody?.token)
  }

  it('is decided about, every collection of it', () => {
    const ours = collections.map(({ slug }) => slug as string)
    const others = payload()
      .config.collections.map(({ slug }) => slug)
      .filter((slug) => !ours.includes(slug))
    expect(others.sort()).toEqual(Object.keys(PAYLOADS_OWN).sort())
    expect(payload().config.globals).toEqual([])
    expect(payload().config.endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual(['get /access'])
  })

  it('keeps to itself what is nobody’s', async () => {
    for (const slug of ['payload-kv', 'payload-migrations']) {
      const { id } = await payload().db.create({
        collection: slug as CollectionSlug,
        data: slug === 'payload-kv' ? { key: 'k', data: { a: 1 } } : { name: 'n', batch: 1 },
      })
      await forEverybody(async (name, token) => {
        const json = { key: 'x', data: {}, name: 'x', batch: 2 }
        const answers = await Promise.all([
          rest(`/${slug}`, { token }),
          rest(`/${slug}/${id}`, { token }),
          rest(`/${slug}`, { token, method: 'POST', json }),
          rest(`/${slug}/${id}`, { token, method: 'PATCH', json }),
          rest(`/${slug}?where[id][exists]=true`, { token, method: 'PATCH', json }),
          rest(`/${slug}/${id}`, { token, method: 'DELETE' }),
          rest(`/${slug}?where[id][exists]=true`, { token, method: 'DELETE' }),
          rest(`/${slug}/${id}/duplicate`, { token, method: 'POST' }),
          rest(`/${slug}/count`, { token }),
        ])
        for (const { status } of answers)
          expect([slug, name, [401, 403, 404, 501].includes(status)]).toEqual([slug, name, true])
      })
      expect(
        await payload().db.count({ collection: slug as CollectionSlug, where: { id: { equals: id } } }),
      ).toEqual({ totalDocs: 1 })
      await expect(
        payload().find({
          collection: slug as CollectionSlug,
          overrideAccess: false,
          user: who('admin').user,
        }),
      ).rejects.toMatchObject({ status: 403 })
    }
    await forEverybody(async (_, token) => {
      expect((await graphql('{ PayloadKvs { docs { id } } }', token)).error).toBeTruthy()
      expect(
        (await graphql('mutation { createPayloadKv(data: { key: "y", data: {} }) { id } }', token)).error,
      ).toBeTruthy()
    })
  })

  it('lets the lists of the admin keep theirs, in the form that Payload gives them', async () => {
    const { user } = who('viewer')
    const written = await payload().create({
      collection: 'payload-preferences',
      // As upsertPreferences of @payloadcms/ui does; a list is blank where it fails.
      data: { key: 'a-list', user: { collection: 'users', value: user.id }, value: { limit: 10 } } as never,
      user: { ...user, collection: 'users' } as never,
      depth: 0,
    })
    expect(written.user).toEqual({ relationTo: 'users', value: user.id })
    await payload().delete({ collection: 'payload-preferences', id: written.id })
  })

  it('keeps preferences to whose they are', async () => {
    const { viewer, producer } = { viewer: who('viewer'), producer: who('producer') }
    const user = { relationTo: 'users', value: producer.user.id }
    const made = await rest('/payload-preferences', {
      token: viewer.token,
      method: 'POST',
      json: { key: 'of-another', value: { a: 1 }, user },
    })
    expect(made.body.doc.user.value.id ?? made.body.doc.user.value).toBe(viewer.user.id)
    const set = await rest('/payload-preferences/one', {
      token: viewer.token,
      method: 'POST',
      json: { value: { a: 2 }, user },
    })
    expect(set.status).toBe(200)
    const moved = await rest(`/payload-preferences/${made.body.doc.id}`, {
      token: viewer.token,
      method: 'PATCH',
      json: { user },
    })
    // Under this address stand keys, not ids.
    expect(moved.body.doc?.user.value.id ?? viewer.user.id).toBe(viewer.user.id)
    const asked = `mutation { createPayloadPreference(data: { key: "g", user: { relationTo: users, value: "${producer.user.id}" } }) { id } }`
    await graphql(asked, viewer.token)
    const { docs } = await payload().find({ collection: 'payload-preferences', depth: 0, pagination: false })
    expect(docs.map((doc) => doc.user.value)).toEqual(docs.map(() => viewer.user.id))
    expect(docs.length).toBeGreaterThanOrEqual(2)
    for (const name of ['nobody', 'producer', 'admin', 'worker']) {
      const token = everybody[name]?.token
      expect((await rest('/payload-preferences/one', { token })).text).not.toContain('"a"')
      expect((await rest('/payload-preferences', { token })).text).not.toContain('"a"')
      await rest('/payload-preferences/one', { token, method: 'DELETE' })
      await rest('/payload-preferences?where[id][exists]=true', { token, method: 'DELETE' })
      await rest('/payload-preferences?where[id][exists]=true', {
        token,
        method: 'PATCH',
        json: { value: 'x' },
      })
      await rest(`/payload-preferences/${made.body.doc.id}`, { token, method: 'PATCH', json: { value: 'x' } })
    }
    expect((await rest('/payload-preferences/one', { token: viewer.token })).body.value).toEqual({ a: 2 })
  })

  it('keeps preferences small', async () => {
    const { token } = who('viewer')
    const value = 'x'.repeat(70_000)
    expect(
      (await rest('/payload-preferences/large', { token, method: 'POST', json: { value } })).status,
    ).toBe(413)
    expect(
      (await rest('/payload-preferences', { token, method: 'POST', json: { key: 'large', value } })).status,
    ).toBe(413)
    const key = 'k'.repeat(600)
    expect(
      (await rest(`/payload-preferences/${key}`, { token, method: 'POST', json: { value: 1 } })).status,
    ).toBe(413)
    const headers = { 'content-type': 'application/json' }
    expect(
      (await rest('/payload-preferences/odd', { token, method: 'POST', body: '{', headers })).status,
    ).toBe(200)
  })

  it('has locks that are neither made, nor read, nor removed on what is not one’s own', async () => {
    const slug = 'payload-locked-documents'
    const { id } = await payload().db.create({
      collection: slug,
      data: {
        document: { relationTo: 'projects', value: tree.project.id },
        user: { relationTo: 'users', value: who('admin').user.id },
      },
    })
    for (const name of ['nobody', 'producer', 'viewer']) {
      const token = everybody[name]?.token
      const json = {
        user: { relationTo: 'users', value: who('producer').user.id },
        document: { relationTo: 'projects', value: tree.project.id },
      }
      const answers = [
        await rest(`/${slug}?depth=2`, { token }),
        await rest(`/${slug}/${id}`, { token }),
        await rest(`/${slug}`, { token, method: 'POST', json }),
        await rest(`/${slug}/${id}`, { token, method: 'PATCH', json }),
        await rest(`/${slug}?where[id][exists]=true`, { token, method: 'PATCH', json }),
        await rest(`/${slug}/${id}`, { token, method: 'DELETE' }),
        await rest(`/${slug}?where[id][exists]=true`, { token, method: 'DELETE' }),
        await rest(`/${slug}/${id}/duplicate`, { token, method: 'POST' }),
        await rest(`/${slug}/count`, { token }),
      ]
      for (const { text } of answers) expect(text).not.toContain(String(tree.project.id))
      expect(answers.at(-1)?.body.totalDocs ?? 0).toBe(0)
      const queries = [
        `{ PayloadLockedDocuments { docs { id } } }`,
        `mutation { deletePayloadLockedDocument(id: "${id}") { id } }`,
        `mutation { createPayloadLockedDocument(data: { user: { relationTo: users, value: "${who('viewer').user.id}" } }) { id } }`,
      ]
      for (const query of queries)
        expect(JSON.stringify((await graphql(query, token)).data ?? {})).not.toContain(String(id))
    }
    const { docs } = await payload().find({ collection: slug, depth: 0 })
    expect(docs.map((lock) => [lock.id, lock.user.value])).toEqual([[id, who('admin').user.id]])
  })

  it('tells at its own addresses nothing of anybody’s projects', async () => {
    const ids = Object.values(tree).flatMap((doc) =>
      doc && typeof doc === 'object' && 'id' in doc ? [String(doc.id)] : [],
    )
    for (const name of ['nobody', 'viewer', 'producer']) {
      const token = everybody[name]?.token
      for (const path of [
        '/access',
        '/users/me',
        '/users/init',
        '/payload-jobs/run',
        '/payload-jobs',
        '/media/paste-url?src=http://127.0.0.1/',
      ]) {
        const { status, text } = await rest(path, { token })
        expect([path, status < 500]).toEqual([path, true])
        for (const id of ids) expect(text).not.toContain(id)
        expect(text).not.toMatch(/"(hash|salt|apiKey|apiKeyIndex|resetPasswordToken)":"/)
      }
      expect((await rest('/payload-jobs/run', { token })).status).toBe(404)
      for (const { slug } of collections) {
        const access = async (id: string) => {
          const { status, body } = await rest(`/${slug}/access/${id}`, { token, method: 'POST', json: {} })
          return { status, body }
        }
        const mine = Object.entries({
          projects: 'project',
          episodes: 'episode',
          scenes: 'scene',
          shots: 'shot',
          panels: 'panel',
          characters: 'character',
          locations: 'location',
          worlds: 'world',
          voices: 'voice',
          media: 'media',
          sessions: 'session',
          'prompts-executed': 'call',
        }).find(([each]) => each === slug)
        if (!mine) continue
        const { id } = (tree as unknown as Record<string, { id: string }>)[mine[1]] as { id: string }
        const byGraphql = (each: string) =>
          graphql(`{ docAccess${formatNames(slug).singular}(id: "${each}") { read { permission } } }`, token)
        const nothing = '00000000-0000-7000-8000-000000000000'
        expect([slug, name, await access(String(id))]).toEqual([slug, name, await access(nothing)])
        expect([slug, name, await byGraphql(String(id))]).toEqual([slug, name, await byGraphql(nothing)])
        expect((await byGraphql(nothing)).error).toMatch(/not found/i)
      }
    }
  })
})
