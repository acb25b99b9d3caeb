import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { unique } from './fixtures'
import { projectWithPeople } from './restApi'

const bar = 'INT. BAR - DAY\n\nMara counts her coins.\n\nMARA\nOne more.\n'
const pier = '\nEXT. PIER - NIGHT\n\nGulls fight over a glove.\n'
const changed = bar.replace('One', 'Two') + pier

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at with expect
type Body = any

describeEngines('Drafts over HTTP', (booted) => {
  const payload = () => booted().payload
  let owner: string
  let ownerId: string
  let viewer: string
  let outsider: string
  let project: string
  let episode: string

  const ask = async (token: string | null, method: string, path: string, body?: unknown, headers = {}) => {
    const { createApi } = await import('@/api/app')
    const isRaw = body instanceof FormData || typeof body === 'string'
    const answer = await createApi(async () => payload()).request(`/api/v1${path}`, {
      method,
      body: isRaw ? (body as string) : body === undefined ? undefined : JSON.stringify(body),
      headers: {
        ...(token ? { authorization: `JWT ${token}` } : {}),
        ...(isRaw || body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: (text ? JSON.parse(text) : null) as Body }
  }
  const propose = async () => {
    const answer = await ask(owner, 'POST', `/episodes/${episode}/drafts`, { text: changed })
    expect(answer.status).toBe(201)
    return answer
  }
  const versionNow = async () =>
    (await payload().findByID({ collection: 'episodes', id: episode, depth: 0 })).script?.version

  beforeAll(async () => {
    const people = await projectWithPeople(payload())
    owner = people.owner.token
    ownerId = people.owner.user.id
    viewer = people.viewer.token
    outsider = people.outsider.token
    project = people.project
    const imported = await ask(owner, 'POST', `/projects/${project}/import`, { text: bar + pier })
    expect(imported.status).toBe(201)
    episode = imported.body.episodeId
  })

  it('are proposed as a text, a form, a file as it is and an earlier version', async () => {
    const { body, headers } = await propose()
    expect(headers.get('etag')).toBe(`"${body.base.etag}"`)
    expect(headers.get('location')).toBe(`/api/v1/drafts/${body.id}`)
    const form = new FormData()
    form.set('file', new File([changed], 'second.fountain'))
    form.set('choices', '')
    const path = `/episodes/${episode}/drafts`
    expect((await ask(owner, 'POST', path, form)).body).toMatchObject({
      source: { kind: 'file', filename: 'second.fountain', format: 'fountain' },
      counts: { changed: 1, unchanged: 1 },
    })
    const raw = { 'content-type': 'application/octet-stream' }
    expect((await ask(owner, 'POST', `${path}?filename=third.fountain`, changed, raw)).body).toMatchObject({
      source: { filename: 'third.fountain' },
    })
    expect((await ask(owner, 'POST', path, { version: 1 })).body).toMatchObject({
      source: { kind: 'restore', version: 1 },
      counts: { unchanged: 2 },
    })
    expect((await ask(owner, 'GET', path)).body.length).toBeGreaterThanOrEqual(4)
    for (const wrong of [{}, { text: '' }, { text: changed, version: 1 }, { version: 0 }])
      expect(await ask(owner, 'POST', path, wrong)).toMatchObject({
        status: 400,
        body: { error: { code: 'validation-failed' } },
      })
    expect((await ask(owner, 'POST', path, { text: 'no script' })).status).toBe(422)
    expect(await versionNow()).toBe(1)
  })

  it('name the field of a form that is wrong', async () => {
    const propose = (fields: Record<string, string | File>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      return ask(owner, 'POST', `/episodes/${episode}/drafts`, form)
    }
    const file = new File([changed], 'second.fountain')
    const fieldsOf = async (choices: string) => {
      const { status, body } = await propose({ file, choices })
      expect(status).toBe(400)
      return body.error.details.problems.map(({ field }: { field: string }) => field)
    }
    expect(await fieldsOf('5')).toEqual(['choices'])
    expect(await fieldsOf('{')).toEqual(['choices'])
    expect(await fieldsOf('{"lines":[{"id":7}]}')).toEqual(['choices.lines.0.id'])
    expect((await propose({ file: 'no file' })).body.error.details.problems[0].field).toBe('file')
  })

  it('are applied, refused with 412, undone and discarded', async () => {
    const { body: draft } = await propose()
    const { body: late } = await propose()
    const url = `/drafts/${draft.id}`
    expect((await ask(owner, 'GET', `${url}/scenes/s1`)).body).toMatchObject({ status: 'changed', key: 's1' })
    expect((await ask(owner, 'GET', `${url}/scenes/x`)).status).toBe(404)
    const match = (etag: string) => ({ 'if-match': etag })
    for (const wrong of ['"v0-other"', '', '""'])
      expect((await ask(owner, 'POST', `${url}/apply`, {}, match(wrong))).status).toBe(412)
    expect((await ask(owner, 'POST', `${url}/apply`, { scenes: ['x'] })).status).toBe(400)
    const applied = await ask(
      owner,
      'POST',
      `${url}/apply`,
      { scenes: ['s1'] },
      match(`"${draft.base.etag}"`),
    )
    expect(applied).toMatchObject({
      status: 200,
      body: { draft: { state: 'applied', applied: { scenes: ['s1'] } } },
    })
    expect(await ask(owner, 'POST', `/drafts/${late.id}/apply`)).toMatchObject({
      status: 412,
      body: { error: { code: 'precondition-failed', details: { etag: expect.stringMatching(/^v2-/) } } },
    })
    expect((await ask(owner, 'DELETE', url)).status).toBe(409)
    expect(await ask(owner, 'POST', `${url}/undo`)).toMatchObject({
      status: 200,
      body: { draft: { state: 'undone' }, warnings: [], scenes: { restored: 1 } },
    })
    expect((await ask(owner, 'POST', `${url}/undo`, {})).status).toBe(409)
    expect((await ask(owner, 'DELETE', `/drafts/${late.id}`)).status).toBe(204)
    expect((await ask(owner, 'GET', `/drafts/${late.id}`)).status).toBe(404)
  })

  it('are versions that can be read, compared and saved on', async () => {
    const url = `/episodes/${episode}/script`
    const baseVersion = await versionNow()
    expect(await ask(owner, 'POST', url, { text: changed, baseVersion })).toMatchObject({
      status: 200,
      body: { draft: { state: 'applied' }, result: { diff: { changed: 1 } } },
    })
    expect((await ask(owner, 'POST', url, { text: changed, baseVersion })).status).toBe(412)
    const { body: versions } = await ask(owner, 'GET', `${url}/versions`)
    expect(versions[0]).toMatchObject({ isCurrent: true, source: 'edit', by: { name: expect.any(String) } })
    expect((await ask(owner, 'GET', `${url}/versions/1`)).body).toMatchObject({ text: bar + pier })
    expect((await ask(owner, 'GET', `${url}/versions/99`)).status).toBe(404)
    const compare = `${url}/compare?from=1&to=${versions[0].version}`
    expect((await ask(owner, 'GET', compare)).body).toMatchObject({ counts: { changed: 1, unchanged: 1 } })
  })

  it('can be had without keeping anything', async () => {
    // Of the project: a count of all is an estimate on MongoDB.
    const where = { project: { equals: project } }
    const count = async (collection: 'script-drafts' | 'episodes') =>
      (await payload().count({ collection, where })).totalDocs
    const before = await count('script-drafts')
    const path = `/projects/${project}/import?dryRun=true`
    expect(await ask(owner, 'POST', path, { text: bar, episodeId: episode })).toMatchObject({
      status: 200,
      body: { id: null, episodeId: episode, counts: { removed: 1 } },
    })
    expect((await ask(owner, 'POST', path, { text: bar.replace('BAR', 'BARN') })).body).toMatchObject({
      id: null,
      episodeId: null,
      counts: { added: 1 },
    })
    expect([await count('script-drafts'), await count('episodes')]).toEqual([before, 1])
  })

  it('hold an import to the dry run that was looked at', async () => {
    const path = `/projects/${project}/import`
    const text = `${bar}EXT. MARKET - DAY\n\nStalls.\n`
    const saw = await ask(owner, 'POST', `${path}?dryRun=true`, { text, episodeId: episode })
    const { etag } = saw.body.base
    expect(saw.headers.get('etag')).toBe(`"${etag}"`)
    const [before] = (await ask(owner, 'GET', `/episodes/${episode}/script/versions`)).body
    const others = { text: `${bar}EXT. HILL - DAY\n\nWind.\n`, episodeId: episode }
    expect((await ask(owner, 'POST', path, others)).status).toBe(200)
    const late = await ask(owner, 'POST', path, { text, episodeId: episode }, { 'if-match': `"${etag}"` })
    expect(late.status).toBe(412)
    const empty = await ask(owner, 'POST', path, { text, episodeId: episode }, { 'if-match': '' })
    expect(empty.status).toBe(412)
    expect(late.body.error?.code ?? late.body.code).toBe('precondition-failed')
    const [now] = (await ask(owner, 'GET', `/episodes/${episode}/script/versions`)).body
    expect(now.version).toBe(before.version + 1)
    const again = (await ask(owner, 'POST', `${path}?dryRun=true`, { text, episodeId: episode })).body.base
      .etag
    const held = await ask(owner, 'POST', path, { text, episodeId: episode }, { 'if-match': `"${again}"` })
    expect(held.status).toBe(200)
    // An episode that is not there yet, and then is.
    const fresh = { text: 'INT. CELLAR - NIGHT\n\nDrip.\n', episodeNumber: 7 }
    const none = await ask(owner, 'POST', `${path}?dryRun=true`, fresh)
    expect(none.headers.get('etag')).toBe('"v0"')
    expect((await ask(owner, 'POST', path, fresh, { 'if-match': '"v0"' })).status).toBe(201)
    expect((await ask(owner, 'POST', path, fresh, { 'if-match': '"v0"' })).status).toBe(412)
    // As it was for the tests that follow.
    const { docs } = await payload().find({
      collection: 'episodes',
      where: { and: [{ project: { equals: project } }, { id: { not_equals: episode } }] },
    })
    for (const { id } of docs) await payload().delete({ collection: 'episodes', id })
  })

  it('can be had of a project that is not there yet', async () => {
    const title = unique('Dry')
    const answer = await ask(owner, 'POST', '/imports?dryRun=true', { text: bar, title })
    expect(answer).toMatchObject({
      status: 200,
      body: { id: null, projectId: null, episodeId: null, counts: { added: 1 } },
    })
    const where = { title: { equals: title } }
    expect((await payload().find({ collection: 'projects', where })).docs).toEqual([])
    expect((await ask(viewer, 'POST', '/imports?dryRun=true', { text: bar })).status).toBe(403)
  })

  it('say who undid them and when, and leave what a file had to say with the episode', async () => {
    const remarks = async (id: string) =>
      ((await payload().findByID({ collection: 'episodes', id, depth: 0 })).script?.remarks ??
        []) as unknown[]
    const file = Buffer.from('INT. ATTIC - DAY\n\nThe café’s dust, déjà vu.\n'.replace('’', "'"), 'latin1')
    const form = new FormData()
    form.set('file', new File([file], 'attic.fountain'))
    form.set('episodeNumber', '8')
    const made = await ask(owner, 'POST', `/projects/${project}/import`, form)
    expect(made.status).toBe(201)
    const id = made.body.episodeId
    const kept = await remarks(id)
    expect(kept.length).toBeGreaterThan(0)
    expect(made.body.warnings.map(({ message }: { message: string }) => message)).toEqual(
      expect.arrayContaining(kept.map((remark) => (remark as { message: string }).message)),
    )
    // An edit says nothing of the file.
    const text = 'INT. ATTIC - DAY\n\nDust and no light.\n'
    const { body: draft } = await ask(owner, 'POST', `/episodes/${id}/drafts`, { text })
    expect(draft.undone).toBeNull()
    expect((await ask(owner, 'POST', `/drafts/${draft.id}/apply`, {})).status).toBe(200)
    expect(await remarks(id)).toEqual(kept)
    const undone = await ask(owner, 'POST', `/drafts/${draft.id}/undo`, {})
    expect(undone.body.draft).toMatchObject({
      state: 'undone',
      undone: { at: expect.stringMatching(/^\d{4}-/), by: { id: ownerId } },
    })
    await payload().delete({ collection: 'episodes', id })
  })

  it('are behind a door that is closed to others, and half open to who may only look', async () => {
    const { body: draft } = await propose()
    const reads = [
      `/episodes/${episode}/drafts`,
      `/drafts/${draft.id}`,
      `/drafts/${draft.id}/scenes/s1`,
      `/episodes/${episode}/script/versions`,
      `/episodes/${episode}/script/versions/1`,
      `/episodes/${episode}/script/compare?from=1&to=1`,
    ]
    const baseVersion = await versionNow()
    const writes: Array<[string, string, unknown]> = [
      ['POST', `/episodes/${episode}/drafts`, { text: bar }],
      ['POST', `/drafts/${draft.id}/apply`, {}],
      ['POST', `/drafts/${draft.id}/undo`, {}],
      ['DELETE', `/drafts/${draft.id}`, undefined],
      ['POST', `/episodes/${episode}/script`, { text: bar, baseVersion }],
      ['POST', `/projects/${project}/import?dryRun=true`, { text: bar }],
    ]
    for (const path of reads) {
      expect((await ask(null, 'GET', path)).status, path).toBe(401)
      expect((await ask(outsider, 'GET', path)).status, path).toBe(404)
      expect((await ask(viewer, 'GET', path)).status, path).toBe(200)
    }
    for (const [method, path, body] of writes) {
      expect((await ask(null, method, path, body)).status, path).toBe(401)
      expect((await ask(outsider, method, path, body)).status, path).toBe(404)
      expect((await ask(viewer, method, path, body)).status, path).toBe(403)
    }
    // Nor through Payload's own doors, which have no packed texts.
    const user = await payload().findByID({ collection: 'users', id: ownerId })
    const record = await payload().findByID({
      collection: 'script-drafts',
      id: draft.id,
      depth: 0,
      overrideAccess: false,
      user: { ...user, collection: 'users' } as never,
    })
    expect(record).toMatchObject({ state: 'proposed' })
    expect(record).not.toHaveProperty('texts')
    expect(record).not.toHaveProperty('journal')
  })

  it('ask who has another name, and take the answer', async () => {
    const text = `INT. MILL - DAY\n\nFlour.\n\nORSON\nStill.\n\nORSON\nAgain.\n`
    const imported = await ask(owner, 'POST', `/projects/${project}/import`, { text, episodeNumber: 9 })
    const path = `/episodes/${imported.body.episodeId}/drafts`
    const { body } = await ask(owner, 'POST', path, { text: text.replaceAll('ORSON', 'OLAV') })
    expect(body.characters).toMatchObject([{ new: 'OLAV', question: 'Is OLAV the old ORSON?' }])
    const orson = body.characters[0].old.id
    const apply = (token: string, sameCharacters: unknown) =>
      ask(token, 'POST', `/drafts/${body.id}/apply`, { sameCharacters })
    expect((await apply(owner, [orson])).status).toBe(400)
    expect((await apply(viewer, [[orson, 'OLAV']])).status).toBe(403)
    expect(await apply(owner, [[orson, 'MARA']])).toMatchObject({
      status: 400,
      body: { error: { details: { problems: [{ field: 'sameCharacters.0' }] } } },
    })
    expect((await apply(owner, [[orson, 'OLAV']])).status).toBe(200)
    expect(await payload().findByID({ collection: 'characters', id: orson, depth: 0 })).toMatchObject({
      name: 'Olav',
      aliases: ['Orson'],
    })
    const { body: openapi } = await ask(owner, 'GET', '/openapi.json')
    expect(openapi.components.schemas.ApplyDraft.properties).toHaveProperty('sameCharacters')
  })
})
