import { expect, it } from 'vitest'
import { collections } from '@/collections/registry'
import { readAll } from '@/database/services/readAll'
import { MAX_PAGE } from '@/guards/pages/pages'
import { describeEngines } from './engines'
import { asAdmin, graphqlOf } from './restApi'

describeEngines('What one question may ask for', (booted) => {
  const { api, payload, rest, token, tree } = asAdmin(booted)

  it('is a page, also where everything is asked for', async () => {
    const asked = new Set<string>()
    for (const { slug } of payload().config.collections) {
      for (const all of ['limit=0', 'limit=1000000', 'pagination=false', 'limit=0&pagination=false']) {
        const count = async () => (await payload().count({ collection: slug as 'scenes' })).totalDocs
        const before = await count()
        const { status, body } = await rest(`/${slug}?${all}&depth=0`)
        // What is nobody's has no list at all.
        if (status !== 200) continue
        asked.add(slug)
        expect(body, `${slug}?${all}`).toMatchObject({ limit: MAX_PAGE, page: 1 })
        // Events of what was made before may still be on their way.
        expect(body.totalDocs, slug).toBeGreaterThanOrEqual(before)
        expect(body.totalDocs, slug).toBeLessThanOrEqual(await count())
      }
    }
    for (const { slug } of collections) expect(asked).toContain(slug)
  })

  it('is a page by GraphQL, too, for each thing that is asked', async () => {
    const { data, error } = await graphqlOf(payload, () => booted().uri)(
      '{ a: Scenes(limit: 0) { limit } b: Scenes(limit: 5000) { limit } c: Scenes(limit: 7) { limit } }',
      token(),
    )
    expect([data, error]).toEqual([{ a: { limit: MAX_PAGE }, b: { limit: MAX_PAGE }, c: { limit: 7 } }, null])
  })

  it('brings no script along with what hangs on an episode', async () => {
    const { body } = await rest(`/scenes/${tree().scene.id}?depth=1`)
    expect(body.episode.title).toBeTruthy()
    expect(body.episode).not.toHaveProperty('script')
    expect((await rest(`/episodes/${tree().episode.id}?depth=1`)).body).toHaveProperty('script')
  })

  it('goes no deeper than the bound', async () => {
    const at = async (depth: number) => (await rest(`/panels/${tree().panel.id}?depth=${depth}`)).text
    expect(await at(50)).toBe(await at(5))
    expect(await at(5)).not.toBe(await at(4))
  })

  it('is no deeper and no longer than a body may be', async () => {
    const nested = (depth: number) => `{"synopsis":${'['.repeat(depth)}${']'.repeat(depth)}}`
    const long = JSON.stringify({ synopsis: 'x'.repeat(17 * 1024 ** 2) })
    const headers = { 'content-type': 'application/json' }
    const asked = [
      (body: string) => rest(`/scenes/${tree().scene.id}`, { method: 'PATCH', body, headers }),
      async (body: string) => {
        const answer = await api('/shots/reorder', { method: 'POST', body, headers })
        return { status: answer.status, text: await answer.text() }
      },
    ]
    for (const ask of asked) {
      const deep = await ask(nested(100_000))
      expect([deep.status, deep.text]).toEqual([400, expect.stringContaining('100 deep')])
      expect((await ask(long)).status).toBe(413)
    }
  })

  it('is as many as a page has, where many are changed or removed at once', async () => {
    const project = tree().project.id
    for (let n = 0; n <= MAX_PAGE; n += 1)
      await payload().db.create({ collection: 'worlds', data: { name: `World ${n}`, project } })
    const many = `/worlds?where[project][equals]=${project}&depth=0`
    const body = JSON.stringify({ description: 'Cold' })
    const headers = { 'content-type': 'application/json' }
    const cold = async () =>
      (await payload().count({ collection: 'worlds', where: { description: { equals: 'Cold' } } })).totalDocs
    const all = (await rest(many)).body.totalDocs
    expect(all).toBeGreaterThan(MAX_PAGE)
    // Services read all there is for somebody, with their rights.
    const user = (await payload().find({ collection: 'users', limit: 1 })).docs[0] as never
    const where = { project: { equals: project } }
    const read = await readAll(payload(), { overrideAccess: false, user }, { collection: 'worlds', where })
    expect(read).toHaveLength(all)
    for (const init of [{ method: 'PATCH', body, headers }, { method: 'DELETE' }]) {
      const answer = await rest(many, init)
      expect(answer.status).toBe(400)
      // The admin's lists count these before they show the message.
      expect(answer.body).toMatchObject({
        docs: [],
        errors: [
          { message: expect.stringContaining(`Select at most ${MAX_PAGE}`), data: { atMost: MAX_PAGE } },
        ],
      })
      expect(answer.body.errors[0].data.problems).toEqual([
        { field: 'where', message: expect.stringContaining(`fits ${all}`) },
      ])
    }
    expect([await cold(), (await rest(many)).body.totalDocs]).toEqual([0, all])
    expect((await rest(`${many}&limit=3`, { method: 'PATCH', body, headers })).status).toBe(200)
    expect(await cold()).toBe(3)
    // As the admin's lists go on: some of those that fit, by their ids.
    const docs: Array<{ id: string }> = (await rest(`${many}&limit=50&select[id]=true&sort=id`)).body.docs
    const some = docs.map(({ id }) => id).join(',')
    for (const condition of [
      'where[id][not_equals]=&where[and][0]',
      'where[and][0][name][not_equals]=x&where[and][1]',
      'where[or][0][name][exists]=true&where[or][1][name][equals]=x&where[and][0]',
    ]) {
      const change = { method: 'PATCH', body, headers }
      const answer = await rest(`/worlds?${condition}[id][in]=${some}&depth=0`, change)
      expect(answer.body.docs, answer.text).toHaveLength(50)
    }
    const none = `/worlds?where[name][equals]=nobody&where[and][0][id][in]=${some}`
    expect((await rest(none, { method: 'PATCH', body, headers })).body.docs).toEqual([])
  })
})
